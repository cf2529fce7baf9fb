package org.imprimatur.doors;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Whatever is sent, the answer is clear and nothing breaks")
class BadInputTest extends AtTheDoor {

	static String[][] bodies() {
		return new String[][] { { "422", "{" }, { "422", "[]" }, { "422", "" }, { "422", "null" }, { "422", "\"x\"" },
				{ "422", "{\"decision\":{\"a\":1}}" }, { "422", "{\"decision\":[[\"ALIGNED\"]]}" },
				{ "422", "{\"decision\":\"ALIGNED\",\"reason\":\"a\\u0000b\",\"object\":\"public-education\"}" },
				{ "422", "{\"decision\":\"ALIGNED\",\"reason\":\"a\\ud800b\",\"object\":\"public-education\"}" },
				{ "422", "{\"decision\":\"ALIGNED\",\"object\":\"no-such-object\"}" },
				{ "422", "{\"decision\":\"aligned\",\"object\":\"public-education\"}" },
				{ "422", "{\"decision\":[\"ALIGNED\",\"NOT_ALIGNED\"],\"object\":\"public-education\"}" },
				{ "422", "[".repeat(20_000) }, { "422", "{\"decision\":\"NOT_ALIGNED\",\"reason\":\"   \"}" },
				{ "422", "{\"decision\":\"NOT_ALIGNED\",\"reason\":\"" + "x".repeat(10_001) + "\"}" },
				{ "413", "{\"reason\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}" } };
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void aBodyThatCannotBeTaken(String status, String body) throws Exception {
		String post = postAt("check-charity-objects");
		String before = everything(post);
		HttpResponse<String> answer = program("objects").json("POST", "/tasks/" + task(post), body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(status));
		problem(answer);
		assertThat(everything(post)).isEqualTo(before);
	}

	private void problem(HttpResponse<String> answer) throws Exception {
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		JsonNode problem = this.json.readTree(answer.body());
		assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
		assertThat(problem.path("type").asText()).isNotEmpty();
		assertThat(problem.path("title").asText()).isNotEmpty();
		assertThat(problem.path("detail").asText()).hasSizeGreaterThan(15);
		assertThat(answer.body()).doesNotContain("Exception", "org.", "\\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "x", "application/json;charset=nothing", "application/xml",
			"multipart/form-data", "application/octet-stream", "multipart/form-data; boundary=a" })
	void aContentTypeNobodyExpects(String type) {
		String post = postAt("check-charity-objects");
		String before = everything(post);
		for (String path : new String[] { "/tasks/" + task(post), "/start/post-approval",
				"/items/" + post + "/withdraw", "/tasks/" + task(post) + "/draft" }) {
			for (String accept : new String[] { "application/json", "text/html" }) {
				HttpResponse<String> answer = program("objects").send(program("objects").request(path)
					.header("Content-Type", type)
					.header("Accept", accept)
					.POST(HttpRequest.BodyPublishers.ofString("{\"decision\":")));
				assertThat(answer.statusCode()).as(path + " " + type + " " + answer.body())
					.isBetween(path.endsWith("/draft") ? 200 : 400, 499);
				assertThat(answer.body()).doesNotContain("Exception", "Whitelabel");
			}
		}
		assertThat(everything(post)).isEqualTo(before);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "GET,/tasks/..;/x,400", "GET,/tasks/%2e%2e/x,400", "GET,/tasks/a%2Fb,400", "GET,/tasks/a%00b,400",
			"GET,/tasks/x,404", "GET,/tasks/x/done,404", "POST,/tasks/x,404", "POST,/tasks/x/claim,404",
			"POST,/tasks/x/hand-back,404", "POST,/tasks/x/draft,404", "GET,/items/POST-2026-999999,404",
			"GET,/items/INC-2026-999999,404", "GET,/items/x,404", "GET,/items/POST-2026-999999/change,404",
			"POST,/items/POST-2026-999999/withdraw,404", "GET,/media/x,404", "GET,/start/nothing,404",
			"POST,/start/nothing,404", "PUT,/tasks/x,405", "DELETE,/tasks/x,405", "PATCH,/items/POST-2026-999999,405",
			"PROPFIND,/tasks/x,400", "GET,/forms/posts/../../application.yaml,400", "GET,/tasks/%F0%9F%98%A1,404",
			"GET,//tasks/x,400" })
	void anAddressNobodyHas(String method, String path, int status) {
		for (String accept : new String[] { "application/json", "text/html" }) {
			HttpResponse<String> answer = program("admin").send(program("author").as("admin")
				.request(path)
				.header("Accept", accept)
				.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : "")));
			boolean noAccount = path.equals("/start/nothing");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(noAccount ? 404 : status);
			assertThat(answer.body()).doesNotContain("Exception", "Whitelabel", "Apache Tomcat/");
			if (status != 400 && accept.equals("text/html") && !path.startsWith("/engine-rest")) {
				assertThat(answer.body()).contains("<h1", "Go to my work");
			}
		}
	}

	@Test
	void aHugeHeaderIsRefusedWithoutAWordAboutTheServer() {
		HttpResponse<String> answer = program("author")
			.send(program("author").request("/").header("X-Large", "x".repeat(100_000)).GET());
		assertThat(answer.statusCode()).isIn(400, 431);
		assertThat(answer.body()).doesNotContain("Exception", "Tomcat/");
	}

	@Test
	void aPersonGetsAPageWithWhatWasTyped() {
		String post = postAt("check-charity-objects");
		HttpResponse<String> page = form("objects", "/tasks/" + task(post),
				"decision=NOT_ALIGNED&object=public-education");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("There is a problem", "Enter why the post does not serve", "<title>Error: ");
	}

}
