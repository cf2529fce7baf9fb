package org.imprimatur.doors;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("Who brought a version to life is on record")
class ModelsDoorTest extends AtTheDoor {

	@Autowired
	RepositoryService repository;

	private String deployed;

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		if (this.deployed != null) {
			this.repository.deleteDeployment(this.deployed, true);
		}
	}

	@Test
	@DisplayName("with the person, the program and the name of the deployment; a case that began before keeps its version")
	void deployed() throws Exception {
		submitted("author", "main-x", null);
		JsonNode before = this.json.readTree(told("modeller")).path("versions").path(0);
		String model = ChangedModelTest.text("posts/post-approval.bpmn")
			.replace("name=\"Draft the post\"", "name=\"Write the post\"");
		String edge = "----edge7";
		HttpResponse<String> answer = program("modeller").send(program("modeller")
			.request("/engine-rest/deployment/create")
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(part(edge, "deployment-name", "a clearer word")
					+ part(edge, "deployment-source", "Camunda Modeler") + "--" + edge
					+ "\r\nContent-Disposition: form-data; name=\"posts/post-approval.bpmn\"; filename=\"posts/post-approval.bpmn\"\r\n"
					+ "Content-Type: text/xml\r\n\r\n" + model + "\r\n--" + edge + "--\r\n")));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		this.deployed = this.json.readTree(answer.body()).path("id").asText();
		JsonNode versions = this.json.readTree(told("manager")).path("versions");
		assertThat(versions.path(0).path("deployedBy").asText()).isEqualTo("Piers Sandford");
		assertThat(versions.path(0).path("from").asText()).isEqualTo("Camunda Modeler, deployment “a clearer word”");
		assertThat(versions.path(0).path("running").asLong()).isZero();
		assertThat(versions.path(1).path("version").asInt()).isEqualTo(before.path("version").asInt());
		assertThat(versions.path(1).path("running").asLong()).isEqualTo(before.path("running").asLong()).isPositive();
	}

	private String told(String login) {
		return program(login)
			.send(program(login).request("/models/post-approval").header("Accept", "application/json").GET())
			.body();
	}

	private static String part(String edge, String name, String value) {
		return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
	}

}
