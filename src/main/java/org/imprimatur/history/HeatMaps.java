package org.imprimatur.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.Diagram;
import org.imprimatur.models.Diagrams;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Where it waits, on the diagrams that new items follow: what each step of a person has
 * waiting, and how long it takes. Steps that a later version took out stand in the table
 * only.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class HeatMaps {

	private final List<ProcessFace> faces;

	private final Diagrams diagrams;

	private final Question question;

	HeatMaps(List<ProcessFace> faces, Diagrams diagrams, Question question) {
		this.faces = faces;
		this.diagrams = diagrams;
		this.question = question;
	}

	/**
	 * One step on a diagram.
	 *
	 * @param heat 0 if nothing waits there, 1 if something does, 2 if more than half as
	 * much as at the fullest step, 3 if something is overdue
	 * @param waits in words; empty if nothing waits
	 * @param took in words; empty if it was never done
	 */
	public record Spot(int heat, String waits, String took) {
	}

	/**
	 * One diagram.
	 *
	 * @param spots by the id of the step
	 */
	public record HeatMap(String key, String name, Map<String, Spot> spots) {
	}

	/** A diagram for each model of which a step was done or waits. */
	public List<HeatMap> of(List<StepTime> steps) {
		long fullest = steps.stream().mapToLong(StepTime::waiting).max().orElse(0);
		List<HeatMap> maps = new ArrayList<>();
		this.faces.forEach((face) -> this.diagrams.latest(face.key()).ifPresent((diagram) -> {
			Map<String, Spot> spots = new LinkedHashMap<>();
			steps.stream()
				.filter((step) -> face.task(step.task()).isPresent() && diagram.elements().containsKey(step.task()))
				.forEach((step) -> spots.put(step.task(), spot(step, fullest)));
			if (!spots.isEmpty()) {
				maps.add(new HeatMap(face.key(), diagram.name(), spots));
			}
		}));
		return maps;
	}

	private static Spot spot(StepTime step, long fullest) {
		int heat = (step.overdue() > 0) ? 3 : (step.waiting() == 0) ? 0 : (2 * step.waiting() > fullest) ? 2 : 1;
		String waits = (step.waiting() == 0) ? "" : step.waiting() + ((step.waiting() == 1) ? " waits" : " wait")
				+ ((step.overdue() > 0) ? ", " + step.overdue() + " overdue" : "");
		return new Spot(heat, waits, (step.done() > 0) ? step.medianInWords() : "");
	}

	/**
	 * The file of the model that new items follow.
	 * @throws Refusal 403 if the person may not search, 404 if there is no such model
	 */
	public byte[] model(String key, Person person) {
		this.question.audience(person);
		return Optional.of(key)
			.filter((one) -> this.faces.stream().anyMatch((face) -> face.key().equals(one)))
			.flatMap(this.diagrams::latest)
			.map(Diagram::definition)
			.flatMap(this.diagrams::file)
			.orElseThrow(() -> Refusal.notFound("There is no procedure of that name."));
	}

}
