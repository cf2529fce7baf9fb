package org.imprimatur.conventions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent is answered in words: nothing is run, fetched or thrown. */
@Policy("ONE-LOGIN")
@DisplayName("A file that is no model, or means harm, is refused in words")
class HostileModelsTest {

	private static final String HEAD = "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
			+ "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"x\" id=\"d\">";

	private static final Checker CHECKER = new Checker(ConventionsTest.around().rules());

	private static List<Finding> check(String name, String content) {
		return CHECKER.check(Map.of(name, content.getBytes(StandardCharsets.UTF_8)), false);
	}

	private static void isRefused(String name, String content, String words) {
		assertThat(check(name, content)).isNotEmpty()
			.anySatisfy((finding) -> assertThat(finding.toString()).contains(words))
			.noneSatisfy((finding) -> assertThat(finding.toString()).contains("could not be checked"));
	}

	@Test
	@DisplayName("entities that grow, and entities that name a file")
	void entities() {
		StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"ha\">");
		for (int level = 1; level < 40; level++) {
			bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
		}
		bomb.append("]>").append(HEAD).append("&a39;</bpmn:definitions>");
		for (String name : List.of("x.bpmn", "x.dmn")) {
			isRefused(name, bomb.toString(), "declares a document type or entities");
			isRefused(name,
					"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + HEAD + "&x;</bpmn:definitions>",
					"declares a document type or entities");
			isRefused(name, "<!DOCTYPE d SYSTEM \"http://localhost:1/x.dtd\">" + HEAD + "</bpmn:definitions>",
					"declares a document type or entities");
		}
	}

	@Test
	@DisplayName("a file that is huge, deep or endless in attributes")
	void huge() {
		isRefused("x.bpmn", HEAD + "x".repeat(3_000_000), "is larger than 3 MB");
		isRefused("x.bpmn", HEAD + "<bpmn:process>".repeat(5_000), "has more parts");
		isRefused("x.bpmn", HEAD + "<bpmn:message/>".repeat(8_000), "has more parts");
		isRefused("x.dmn", "<a>".repeat(100_000), "has more parts");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			value = { "x.bpmn||is not well-formed XML", "x.bpmn|no XML at all|is not well-formed XML",
					"x.bpmn|<html><body/></html>|cannot be read as a BPMN diagram",
					"x.dmn|<html/>|cannot be read as a DMN table", "x.form|{}|is neither a process",
					"x.html|<p th:text=\"${T(java.lang.Runtime)}\"/>|is neither a process",
					"x.groovy|System.exit(1)|is neither a process" })
	void noModel(String name, String content, String words) {
		isRefused(name, (content != null) ? content : "", words);
	}

	@Test
	@DisplayName("a diagram without a process, with two, without ids, without a start")
	void unfinished() {
		isRefused("x.bpmn", HEAD + "</bpmn:definitions>", "holds 0 processes");
		isRefused("x.bpmn", HEAD + "<bpmn:process id=\"a\"/><bpmn:process id=\"b\"/></bpmn:definitions>",
				"holds 2 processes");
		isRefused("x.bpmn", HEAD + "<bpmn:process id=\"x\"><bpmn:userTask/></bpmn:process></bpmn:definitions>",
				"x.bpmn");
		isRefused("x.bpmn", HEAD + "<bpmn:process id=\"x\"/></bpmn:definitions>", "has no start event");
		isRefused("x.bpmn", HEAD + "<bpmn:process id=\"x\"><bpmn:startEvent id=\"s\"/><bpmn:sequenceFlow id=\"f\" "
				+ "sourceRef=\"s\" targetRef=\"nowhere\"/></bpmn:process></bpmn:definitions>", "x.bpmn");
		isRefused("x.bpmn", HEAD + "<bpmn:process id=\"x\"><bpmn:startEvent id=\"s\"/><bpmn:boundaryEvent id=\"b\"/>"
				+ "</bpmn:process></bpmn:definitions>", "x.bpmn");
	}

	@Test
	@DisplayName("each of our models with any line missing or any letter wrong is answered in words")
	void brokenModels() {
		Random chance = new Random(7);
		List<String> thrown = new ArrayList<>();
		Around.models(House.ours()).forEach((name, content) -> {
			if (name.endsWith(".csv")) {
				return;
			}
			String model = new String(content, StandardCharsets.UTF_8);
			List<String> lines = model.lines().toList();
			for (int round = 0; round < 12; round++) {
				List<String> fewer = new ArrayList<>(lines);
				fewer.remove(chance.nextInt(lines.size()));
				int at = chance.nextInt(model.length());
				for (String broken : List.of(String.join("\n", fewer),
						model.substring(0, at) + "\u0001<&" + model.substring(at), model.substring(0, at))) {
					check(name, broken).stream()
						.map(Finding::toString)
						.filter((finding) -> finding.contains("could not be checked"))
						.forEach(thrown::add);
				}
			}
		});
		assertThat(thrown).isEmpty();
	}

}
