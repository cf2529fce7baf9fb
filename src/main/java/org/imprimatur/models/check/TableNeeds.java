package org.imprimatur.models.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What a decision needs, by the arrows that lead to it in the requirements diagram. */
final class TableNeeds {

	private TableNeeds() {
	}

	/** The decisions that are asked before it. */
	static List<Decision> decisions(Decision decision) {
		return targets(decision, "decision")
			.map((needed) -> decision.getModelInstance().getModelElementById(needed.getAttribute("id")))
			.filter(Decision.class::isInstance)
			.map(Decision.class::cast)
			.toList();
	}

	/** The names of the facts that are drawn as its inputs. */
	static List<String> facts(Decision decision) {
		return targets(decision, "inputData").map(TableNeeds::fact).filter(Objects::nonNull).toList();
	}

	// read as XML: the model takes an input for a reference to one and fails to cast it
	private static Stream<DomElement> targets(Decision decision, String kind) {
		return decision.getInformationRequirements()
			.stream()
			.flatMap((requirement) -> requirement.getDomElement().getChildElements().stream())
			.map((arrow) -> arrow.getAttribute("href"))
			.filter(Objects::nonNull)
			.map((href) -> decision.getModelInstance().getDocument().getElementById(href.replaceFirst(".*#", "")))
			.filter((target) -> target != null && target.getLocalName().equals(kind));
	}

	private static String fact(DomElement input) {
		return input.getChildElements()
			.stream()
			.filter((child) -> child.getLocalName().equals("variable"))
			.map((child) -> child.getAttribute("name"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(input.getAttribute("name"));
	}

}
