package org.imprimatur.doors;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of the modeller's guide, step by step as they stand there. */
@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("A modeller follows the recipe for")
class RecipesTest extends AtTheDoor {

	@Autowired
	RepositoryService repository;

	private String deployed;

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		if (this.deployed != null) {
			// cases that began by the change end with it
			this.repository.deleteDeployment(this.deployed, true);
		}
	}

	private HttpResponse<String> send(String path, Map<String, String> files) {
		String edge = "----edge7";
		StringBuilder body = new StringBuilder();
		Map.of("deployment-name", "a recipe", "deployment-source", "Camunda Modeler")
			.forEach((name, value) -> body.append("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name
					+ "\"\r\n\r\n" + value + "\r\n"));
		files.forEach((name,
				content) -> body.append("--" + edge + "\r\nContent-Disposition: form-data; name=\""
						+ (path.startsWith("/engine-rest") ? name : "file") + "\"; filename=\"" + name
						+ "\"\r\nContent-Type: text/xml\r\n\r\n" + content + "\r\n"));
		body.append("--" + edge + "--\r\n");
		return program("modeller").send(program("modeller").request(path)
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	private JsonNode checked(Map<String, String> files) throws IOException {
		return this.json.readTree(send("/models/check", files).body());
	}

	private void deploys(Map<String, String> files) throws IOException {
		HttpResponse<String> answer = send("/engine-rest/deployment/create", files);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		this.deployed = this.json.readTree(answer.body()).path("id").asText();
	}

	private static String changed(String file, String after, String old, String now) {
		String text = ChangedModelTest.text("posts/" + file);
		int at = text.indexOf(old, text.indexOf(after));
		assertThat(at).as(file + " has " + old + " after " + after).isGreaterThan(text.indexOf(after));
		return text.substring(0, at) + now + text.substring(at + old.length());
	}

	@Test
	@DisplayName("a row of a table: example, row, check, deploy; the next post goes the other way")
	void row() throws Exception {
		String before = submitted("author", "section-instagram", null);
		assertThat(step(before)).isEqualTo("sign-off-post");
		Map<String, String> files = new LinkedHashMap<>();
		// 1. the example, from the policy
		files.put("objects-check.examples.csv",
				changed("objects-check.examples.csv", "SECTION,ACTIVE,CURRENT,NONE,", "NOT_REQUIRED", "REQUIRED"));
		JsonNode exampleOnly = checked(files);
		assertThat(exampleOnly.path("mayGoLive").asBoolean()).isFalse();
		assertThat(exampleOnly.toString()).contains("expects objectsCheck = REQUIRED");
		// 2. the row
		files.put("post-checks.dmn",
				changed("post-checks.dmn", "section-account-objects-check-output", "\"NOT_REQUIRED\"", "\"REQUIRED\""));
		// 3. the check, and what would have been otherwise
		assertThat(checked(files).path("mayGoLive").asBoolean()).isTrue();
		JsonNode replay = this.json.readTree(send("/models/replay", files).body());
		assertThat(replay.path("decisions").findValuesAsText("key")).contains("objects-check");
		// 4. the deployment, with the example attached
		deploys(files);
		assertThat(step(submitted("author", "section-instagram", null))).isEqualTo("check-charity-objects");
		assertThat(step(before)).as("what began before keeps its rules").isEqualTo("sign-off-post");
	}

	@Test
	@DisplayName("a deadline: example, row, check, deploy; the next task is due earlier")
	void deadline() throws Exception {
		Duration before = due(submitted("author", "main-x", null));
		Map<String, String> files = new LinkedHashMap<>();
		files.put("post-approval-deadlines.examples.csv", changed("post-approval-deadlines.examples.csv",
				"check-charity-objects,NORMAL,", "4 working hours", "30 minutes"));
		String row = "<text>\"check-charity-objects\"</text>";
		String table = ChangedModelTest.text("posts/post-approval-deadlines.dmn");
		int second = table.indexOf(row, table.indexOf(row) + 1);
		int at = table.indexOf("\"4 working hours\"", second);
		files.put("post-approval-deadlines.dmn",
				table.substring(0, at) + "\"30 minutes\"" + table.substring(at + "\"4 working hours\"".length()));
		assertThat(checked(files).path("findings")).isEmpty();
		deploys(files);
		Duration now = due(submitted("author", "main-x", null));
		assertThat(now).isLessThan(before).isLessThanOrEqualTo(Duration.ofMinutes(31));
	}

	/** How long the open task of a post has. */
	private Duration due(String post) {
		return this.jdbc.sql("""
				select t.create_time_, t.due_date_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
				where e.business_key_ = ?""").param(post).query((row, number) -> {
			Timestamp made = row.getTimestamp(1);
			return Duration.between(made.toInstant(), row.getTimestamp(2).toInstant());
		}).single();
	}

}
