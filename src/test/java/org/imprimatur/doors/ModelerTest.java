package org.imprimatur.doors;

import java.io.IOException;
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

}
