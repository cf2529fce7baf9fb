package org.imprimatur.doors;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Camunda Modeler 5 asks before it deploys, with its own requests. */
@Policy("APPROVED")
@DisplayName("The Modeler in front of the server")
class ModelerTest extends AtTheDoor {

	private static final String LINKS = "/.well-known/camunda-automation-platform/webapps";

	@Test
	@DisplayName("is told without signing in where Tasklist, Cockpit and Admin are, at the name it called")
	void links() throws IOException {
		HttpResponse<String> answer = new Caller(this.port).json("GET", LINKS, "");
		assertThat(answer.statusCode()).isEqualTo(200);
		String base = "http://localhost:" + this.port + "/camunda/app/";
		assertThat(this.json.readTree(answer.body())).isEqualTo(this.json.valueToTree(
				Map.of("adminUrl", base + "admin", "cockpitUrl", base + "cockpit", "tasklistUrl", base + "tasklist")));
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
	}

	@Test
	@DisplayName("may only read there")
	void readOnly() {
		assertThat(new Caller(this.port).json("POST", LINKS, "{}").statusCode()).isIn(401, 403);
		assertThat(new Caller(this.port).json("GET", "/.well-known/other", "").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "modeller, 200", "author, 403", "manager, 403" })
	@DisplayName("finds the engine as a modeller, and nobody else does")
	void connection(String login, int status) {
		assertThat(program(login).json("GET", "/engine-rest/deployment?maxResults=0", "").statusCode())
			.isEqualTo(status);
		assertThat(program(login).json("GET", "/engine-rest/version", "").statusCode()).isEqualTo(status);
	}

	@Test
	@DisplayName("finds no engine as a stranger")
	void stranger() {
		assertThat(new Caller(this.port).json("GET", "/engine-rest/deployment?maxResults=0", "").statusCode())
			.isEqualTo(401);
	}

	@Test
	@DisplayName("is told which cell of a table is wrong, and nothing is deployed")
	void wrongTable() {
		String before = deployments();
		HttpResponse<String> answer = deploy("post-checks.dmn", ChangedModelTest.text("posts/post-checks.dmn")
			.replace("<text>\"TRUST\",\"JOINT\"</text>", "<text>\"TRUTS\",\"JOINT\"</text>"), Map.of());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("objects-check row 5")
			.contains("asks for “TRUTS”, which accountOwner does not allow");
		assertThat(deployments()).isEqualTo(before);
	}

	@Test
	@DisplayName("is told which attached example a table does not keep, and nothing is deployed")
	void wrongExample() {
		String before = deployments();
		String examples = ChangedModelTest.text("posts/objects-check.examples.csv")
			.replace("SECTION,ACTIVE,CURRENT,NONE,NOT_REQUIRED", "SECTION,ACTIVE,CURRENT,NONE,REQUIRED");
		HttpResponse<String> answer = deploy("post-checks.dmn", ChangedModelTest.text("posts/post-checks.dmn"),
				Map.of("objects-check.examples.csv", examples));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("objects-check.examples.csv: row 4 expects objectsCheck = REQUIRED")
			.contains("row 8");
		assertThat(deployments()).isEqualTo(before);
	}

	private String deployments() {
		return program("modeller").json("GET", "/engine-rest/deployment/count", "").body();
	}

	/**
	 * The very parts that Camunda Modeler 5 sends: the open file by its bare name, then
	 * what is attached.
	 */
	private HttpResponse<String> deploy(String file, String content, Map<String, String> attached) {
		String edge = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
		StringBuilder body = new StringBuilder();
		Map.of("deployment-name", "a change", "deployment-source", "Camunda Modeler", "enable-duplicate-filtering",
				"true")
			.forEach((name, value) -> body.append("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name
					+ "\"\r\n\r\n" + value + "\r\n"));
		body.append(part(edge, file, "text/xml", content));
		attached.forEach((name, text) -> body.append(part(edge, name, "application/octet-stream", text)));
		body.append("--" + edge + "--\r\n");
		return program("modeller").send(program("modeller").request("/engine-rest/deployment/create")
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	private static String part(String edge, String name, String type, String content) {
		return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
				+ "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
	}

}
