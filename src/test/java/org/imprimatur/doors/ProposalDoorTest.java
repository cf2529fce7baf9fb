package org.imprimatur.doors;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("What Camunda Modeler deploys goes live when a second person has released it")
class ProposalDoorTest extends AtTheDoor {

	private static final String TABLE = "posts/post-approval-deadlines.dmn";

	@Autowired
	RepositoryService repository;

	@BeforeEach
	void noDemo() {
		System.setProperty("imprimatur.models.second-person", "true");
	}

	@AfterEach
	void demo() {
		System.clearProperty("imprimatur.models.second-person");
	}

	private HttpResponse<String> deploy(String login, String content) {
		String edge = "----edge7";
		return program(login).send(program(login).request("/engine-rest/deployment/create")
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofString(part(edge, "deployment-name", "slower") + part(edge, "deployment-source", "Camunda Modeler")
						+ part(edge, "enable-duplicate-filtering", "true") + "--" + edge
						+ "\r\nContent-Disposition: form-data; name=\"post-approval-deadlines.dmn\"; "
						+ "filename=\"post-approval-deadlines.dmn\"\r\nContent-Type: text/xml\r\n\r\n" + content
						+ "\r\n--" + edge + "--\r\n")));
	}

	private static String part(String edge, String name, String value) {
		return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
	}

	private HttpResponse<String> answer(String login, String path) {
		return program(login).json("POST", path, "{}");
	}

	@Test
	@DisplayName("the Modeler shows where; administrators wait as well; through no door does anybody release their own")
	void deployed() throws Exception {
		String changed = ChangedModelTest.text(TABLE).replaceFirst("\"30 minutes\"", "\"45 minutes\"");
		long deployments = count("select count(*) from act_re_deployment");
		String path = null;
		for (String login : new String[] { "admin", "modeller" }) {
			HttpResponse<String> answer = deploy(login, changed);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
			String message = this.json.readTree(answer.body()).path("message").asText();
			assertThat(message).startsWith("Not live yet: kept as proposal ")
				.contains("The Head of Communications has");
			path = message.replaceFirst("(?s).*(/models/proposals/\\d+).*", "$1");
			assertThat(answer(login, path + "/release").statusCode()).isEqualTo(403);
		}
		assertThat(count("select count(*) from act_re_deployment")).isEqualTo(deployments);
		assertThat(deploy("author", changed).statusCode()).isEqualTo(403);
		for (String login : new String[] { "author", "approver", "dem" }) {
			assertThat(answer(login, path + "/release").statusCode()).isEqualTo(403);
			assertThat(program(login).send(program(login).request(path).header("Accept", "application/json").GET())
				.statusCode()).isEqualTo(403);
		}
		HttpResponse<String> released = answer("hoc", path + "/release");
		assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
		JsonNode told = this.json.readTree(released.body());
		String deployment = told.path("answers").path(0).path("deployment").asText();
		try {
			assertThat(count("select count(*) from act_re_deployment")).isEqualTo(deployments + 1);
			assertThat(answer("hoc", path + "/release").statusCode()).isEqualTo(409);
		}
		finally {
			this.repository.deleteDeployment(deployment, true);
		}
	}

}
