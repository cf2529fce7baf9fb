package org.imprimatur.models.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.models.Outline;
import org.imprimatur.models.PolicyTexts;
import org.imprimatur.models.TestCoverage.Tested;
import org.imprimatur.models.Traffic.Lately;

import org.springframework.stereotype.Component;

/** What the script shows beside a drawing, as JSON in the page. */
@Component
class Drawn {

	private final ObjectMapper json;

	private final PolicyTexts policy;

	Drawn(ObjectMapper json, PolicyTexts policy) {
		this.json = json;
		this.policy = policy;
	}

	/** By the id of the element, its title and the lines about it, in order of flow. */
	String words(Outline outline) {
		Map<String, Object> all = new LinkedHashMap<>();
		outline.all().forEach((step) -> {
			List<String> lines = new ArrayList<>();
			lines.add(step.role().isEmpty() ? step.sort() : step.sort() + ", " + step.role());
			lines.addAll(step.says());
			step.ways()
				.forEach((way) -> lines
					.add((way.when().isEmpty() ? "Goes " : way.when() + ": ") + sentence(way.words())));
			String clause = this.policy.cited(step.documentation()).sentence();
			if (!clause.isEmpty()) {
				lines.add("What the policy asks here: " + clause);
			}
			all.put(step.element(), Map.of("title", step.number() + " " + step.label(), "lines", lines));
		});
		return write(all);
	}

	/** With a stop, unless it ends in a sign of its own. */
	private static String sentence(String words) {
		return words.endsWith("?") ? words : words + ".";
	}

	/** What passed each element, and what is said where nothing did. */
	String traffic(Lately lately) {
		Map<String, Object> elements = new LinkedHashMap<>();
		lately.elements()
			.forEach((id, one) -> elements.put(id,
					Map.of("cases", one.cases(), "took", one.took(), "words", one.words())));
		return write(Map.of("elements", elements, "otherwise", lately.words("")));
	}

	/** Which tests go through each element and flow. */
	String tests(Map<String, Tested> tested) {
		Map<String, Object> all = new LinkedHashMap<>();
		tested.forEach((id, one) -> all.put(id, Map.of("state", one.state(), "words", one.words())));
		return write(all);
	}

	String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("What is drawn could not be written as JSON.", ex);
		}
	}

}
