package org.imprimatur.history;

import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.ProcessFace;

import org.springframework.stereotype.Component;

/** What people call what was decided at a step. */
@Component
class OutcomeWords {

	private final List<ProcessFace> faces;

	OutcomeWords(List<ProcessFace> faces) {
		this.faces = faces;
	}

	/** The label of the code; the code itself if no face knows it; empty for none. */
	String of(String task, String code) {
		if (code == null) {
			return "";
		}
		String name = ((ModelName) () -> task).camel();
		return this.faces.stream()
			.flatMap((face) -> face.variables().stream())
			.filter((variable) -> variable.name().equals(name) && variable.type().isEnum())
			.flatMap((variable) -> List.of(variable.type().getEnumConstants()).stream())
			.filter((constant) -> ((Enum<?>) constant).name().equals(code) && constant instanceof Outcome)
			.map((constant) -> ((Outcome) constant).label())
			.findFirst()
			.orElse(code);
	}

}
