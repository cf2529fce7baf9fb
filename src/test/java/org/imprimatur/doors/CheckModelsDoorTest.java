package org.imprimatur.doors;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("A changed model is checked before it is deployed")
class CheckModelsDoorTest extends AtTheDoor {

	private static final String FILE = "posts/post-approval.bpmn";

	private static final String ALIGNED = "name=\"Aligned\" sourceRef=\"post-aligned\" targetRef=\"route-needed\"";

	private HttpResponse<String> check(String login, String name, String content) {
		String edge = "----edge7";
		String part = (name == null) ? ""
				: "--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
						+ "\"\r\nContent-Type: text/xml\r\n\r\n" + content + "\r\n";
		return program(login).send(program(login).request("/models/check")
			.header("Content-Type", "multipart/form-data; boundary=" + edge)
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(part + "--" + edge + "--\r\n")));
	}

	@Test
	@DisplayName("a way round the sign-off is found, named and shown; nothing is deployed")
	void found() throws Exception {
		long deployments = count("select count(*) from act_re_deployment");
		HttpResponse<String> answer = check("modeller", "post-approval.bpmn",
				ChangedModelTest.text(FILE).replace(ALIGNED, ALIGNED.replace("route-needed", "release-on-accounts")));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		JsonNode told = this.json.readTree(answer.body());
		assertThat(told.path("mayGoLive").asBoolean()).isFalse();
		assertThat(told.path("findings")).anySatisfy((finding) -> {
			assertThat(finding.path("element").asText()).isEqualTo("release-on-accounts");
			assertThat(finding.path("problem").asText()).startsWith("is reached without")
				.endsWith("against [APPROVED]");
			assertThat(finding.path("mend").asText()).contains("→");
			assertThat(finding.path("path")).extracting(JsonNode::asText)
				.startsWith("post-proposed")
				.containsSubsequence("check-charity-objects", "post-aligned", "release-on-accounts");
		});
		assertThat(count("select count(*) from act_re_deployment")).isEqualTo(deployments);
	}

	@Test
	@DisplayName("what is only called otherwise may go live, also under its bare name and with its table")
	void fine() throws Exception {
		for (String login : new String[] { "modeller", "manager", "admin" }) {
			HttpResponse<String> answer = check(login, "post-approval.bpmn",
					ChangedModelTest.text(FILE).replace("name=\"Draft the post\"", "name=\"Write the post\""));
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			JsonNode told = this.json.readTree(answer.body());
			assertThat(told.path("findings")).isEmpty();
			assertThat(told.path("mayGoLive").asBoolean()).isTrue();
		}
	}

	@Test
	@DisplayName("a table by itself is held against the processes that ask it")
	void table() throws Exception {
		HttpResponse<String> answer = check("modeller", "post-approval-deadlines.dmn",
				ChangedModelTest.text("posts/post-approval-deadlines.dmn").replace("\"slot-missed\"", "\"slot-mist\""));
		JsonNode told = this.json.readTree(answer.body());
		assertThat(told.path("findings").findValuesAsText("problem"))
			.anyMatch((problem) -> problem.contains("asks when slot-missed is due"));
	}

	@Test
	@DisplayName("no file is an error, and who has nothing to do with models is told so")
	void refused() {
		HttpResponse<String> answer = check("modeller", null, null);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(answer.body()).contains("Choose the files to check");
		for (String login : new String[] { "author", "approver", "ceo", "dpo" }) {
			assertThat(check(login, "x.bpmn", "<x/>").statusCode()).isEqualTo(403);
		}
		assertThat(check(null, "x.bpmn", "<x/>").statusCode()).isIn(401, 403);
	}

}
