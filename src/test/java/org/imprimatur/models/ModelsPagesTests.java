package org.imprimatur.models;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("Modellers and managers read which procedure is in force, and since when")
class ModelsPagesTests extends ModelsAtWork {

	private static final String NEW = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
			<bpmn:process id="tried-out" name="Tried out" isExecutable="true" camunda:historyTimeToLive="P30D"><bpmn:startEvent id="begun" name="Begun"/></bpmn:process>
			</bpmn:definitions>""";

	@ParameterizedTest
	@ValueSource(strings = { "/models", "/models/post-approval", "/models/retention",
			"/models/post-approval/compare?from=files", "/models/post-approval/versions/files/file" })
	@DisplayName("others may not, and are told so in plain words")
	void others(String path) throws Exception {
		for (String login : new String[] { "author", "approver", "dem", "ceo", "trustee1" }) {
			MockHttpServletResponse answer = get(login, path, MediaType.APPLICATION_JSON);
			assertThat(answer.getStatus()).as(login).isEqualTo(403);
			assertThat(answer.getContentAsString())
				.contains("The models are for modellers, managers, administrators and those who release them.");
		}
		for (String login : new String[] { "modeller", "manager", "admin", "hoc", "trust-secretary" }) {
			assertThat(get(login, path, MediaType.ALL).getStatus()).as(login).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("every page of theirs leads there, nobody else's does")
	void menu() throws Exception {
		assertThat(page("modeller", "/")).contains("href=\"/models\"");
		assertThat(page("manager", "/")).contains("href=\"/models\"");
		assertThat(page("author", "/")).doesNotContain("href=\"/models\"");
	}

	@Test
	@DisplayName("what the files hold and the application deployed is as in the files")
	void asInTheFiles() throws Exception {
		JsonNode line = line("serious-incident-decision");
		assertThat(line.path("drift").asText()).isEqualTo("SAME");
		assertThat(line.path("advice").asText()).isEmpty();
		assertThat(line.path("file").asText()).isEqualTo("incidents/serious-incident-decision.bpmn");
		assertThat(line.path("latest").path("from").asText()).isEqualTo("the files, at a start of the application");
		assertThat(line.path("latest").path("deployedBy").asText()).isEmpty();
		assertThat(line("retention").path("running").isNull()).as("always asked in its newest version").isTrue();
		assertThat(line("triage-course").path("drift").asText()).isEqualTo("SAME");
	}

	@Test
	@DisplayName("a changed process differs from the files, and they are told to commit it")
	void changed() throws Exception {
		deploy("posts/post-correction.bpmn",
				text("posts/post-correction.bpmn").replace("name=\"Decide on the correction\"", "name=\"Now decide\""));
		JsonNode line = line("post-correction");
		assertThat(line.path("drift").asText()).isEqualTo("DIFFERENT");
		assertThat(line.path("advice").asText())
			.isEqualTo("What runs is not what stands in posts/post-correction.bpmn. "
					+ "Commit it, or it is replaced at the next start with changed files.");
		assertThat(page("manager", "/models")).contains("model is not what stands in the files");
		JsonNode differs = ask("manager", "/models/post-correction/compare?from=files");
		assertThat(differs.path("summary").asText()).isEqualTo("1 changed.");
		assertThat(differs.path("changes").path(0).path("details").path(0).path("what").asText()).isEqualTo("Label");
		JsonNode back = ask("manager",
				"/models/post-correction/compare?from=" + differs.path("to").asText() + "&to=files");
		assertThat(back.path("to").asText()).isEqualTo("files");
		assertThat(back.path("changes").path(0).path("details").path(0).path("after").asText()).startsWith("Decide");
		assertThat(page("manager", "/models/post-correction/compare?from=files")).contains("What differs",
				"imp-kind-CHANGED");
	}

	@Test
	@DisplayName("a file saved by another program says the same")
	void rewritten() throws Exception {
		deploy("retention/retention.dmn", text("retention/retention.dmn").replace("\n", "\n "));
		assertThat(line("retention").path("drift").asText()).isEqualTo("REWRITTEN");
		assertThat(page("modeller", "/models/retention")).contains("nothing in this model differs");
	}

	@Test
	@DisplayName("what was only deployed is only in the database")
	void onlyDeployed() throws Exception {
		deploy("tried-out.bpmn", NEW);
		JsonNode line = line("tried-out");
		assertThat(line.path("drift").asText()).isEqualTo("ONLY_IN_DATABASE");
		assertThat(line.path("advice").asText())
			.isEqualTo("No file holds it. Commit it, or it exists in this database alone.");
		assertThat(line.path("latest").path("deployedBy").asText()).isEqualTo("somebody who was not signed in");
		assertThat(page("modeller", "/models/tried-out")).contains("1</span> <span>Begun", "A case begins here.");
	}

	@Test
	@DisplayName("a table is read as a table, with what each row carries")
	void table() throws Exception {
		String page = page("manager", "/models/objects-check");
		assertThat(page).contains("The first row that fits holds.",
				"<th scope=\"row\" class=\"govuk-table__header\">1</th>", "href=\"#clause-OBJECTS\"",
				"id=\"clause-OBJECTS\"", "Carried by: ");
		JsonNode told = ask("manager", "/models/objects-check");
		assertThat(told.path("table").path("table").path("rows")).isNotEmpty();
		assertThat(told.path("versions").path(0).has("running")).isTrue();
	}

	@Test
	@DisplayName("tests go through everything that stands in the files; each element says how many, and what they show")
	void tested() throws Exception {
		JsonNode tests = ask("modeller", "/models/serious-incident-decision?version=files").path("tests");
		assertThat(tests).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.path("state").asText()).isEqualTo("TESTED");
			assertThat(one.path("suchAs")).isNotEmpty();
		});
		assertThat(page("modeller", "/models/serious-incident-decision?version=files"))
			.contains("Some go through every element and every way that is drawn here.", "Tests: ");
		assertThat(ask("modeller", "/models/objects-check?version=files").path("tests").size()).isEqualTo(
				ask("modeller", "/models/objects-check?version=files").path("table").path("table").path("rows").size());
	}

	@Test
	@DisplayName("what has changed since the tests ran, and what is new, is told; a better label changes nothing")
	void untested() throws Exception {
		deploy("incidents/board-report.bpmn",
				text("incidents/board-report.bpmn").replace("\"report-route\"", "\"report-way\"")
					.replace(">report-route<", ">report-way<")
					.replaceFirst("(id=\"paper-written\" name=\")[^\"]*", "$1Is the paper there?")
					.replaceFirst("(id=\"find-next-meeting\")", "$1 camunda:asyncAfter=\"true\""));
		JsonNode tests = ask("modeller", "/models/board-report").path("tests");
		assertThat(tests.path("paper-written").path("state").asText()).isEqualTo("TESTED");
		assertThat(tests.path("find-next-meeting").path("state").asText()).isEqualTo("CHANGED");
		assertThat(page("modeller", "/models/board-report")).contains("Not tested as it stands: ",
				"changed since the tests ran", "None goes through what is listed here as it stands");
	}

	@Test
	@DisplayName("a version is taken away as it was deployed")
	void download() throws Exception {
		MockHttpServletResponse file = get("modeller", "/models/board-report/versions/1/file", MediaType.ALL);
		assertThat(file.getContentAsString()).isEqualTo(text("incidents/board-report.bpmn"));
		assertThat(file.getHeader("Content-Disposition")).contains("board-report-version-1.bpmn");
	}

	@Test
	@DisplayName("what there is not is said, with the place where to look")
	void unknown() throws Exception {
		for (String path : Set.of("/models/nothing", "/models/post-approval?version=4711",
				"/models/post-approval/compare?from=4711", "/models/post-approval?version=files%27")) {
			MockHttpServletResponse answer = get("modeller", path, MediaType.APPLICATION_JSON);
			assertThat(answer.getStatus()).as(path).isEqualTo(404);
			assertThat(answer.getContentAsString()).contains("/models");
		}
	}

}
