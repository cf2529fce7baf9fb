package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.replay.DecisionReplay;
import org.imprimatur.models.replay.DecisionReplays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Before a changed table goes live, it is asked what cases asked before")
class DecisionReplayTests extends HistoryAtWork {

	private static final String TABLE = "post-checks.dmn";

	private static final String EXAMPLES = "objects-check.examples.csv";

	@Autowired
	DecisionReplays replays;

	private static String text(String file) throws Exception {
		return new ClassPathResource("processes/posts/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

	/** From now on posts of the Section would be checked as well. */
	private static String[] sectionChecked() throws Exception {
		String table = text(TABLE);
		int answer = table.indexOf("\"NOT_REQUIRED\"", table.indexOf("section-account-objects-check-output"));
		assertThat(answer).isPositive();
		return new String[] { TABLE, table.substring(0, answer) + "\"REQUIRED\"" + table.substring(answer + 14),
				EXAMPLES, text(EXAMPLES).replace("SECTION,ACTIVE,CURRENT,NONE,NOT_REQUIRED",
						"SECTION,ACTIVE,CURRENT,NONE,REQUIRED") };
	}

	private MockHttpServletResponse sent(String login, MediaType type, String last, String... files) throws Exception {
		var request = MockMvcRequestBuilders.multipart("/models/replay");
		for (int i = 0; i < files.length; i += 2) {
			request.file(
					new MockMultipartFile("file", files[i], "text/xml", files[i + 1].getBytes(StandardCharsets.UTF_8)));
		}
		MockHttpServletResponse answer = this.pages
			.perform(request.param("last", last).header("Authorization", basic(login)).accept(type))
			.andReturn()
			.getResponse();
		answer.setCharacterEncoding("UTF-8");
		return answer;
	}

	private JsonNode replay(String login, String decision, String... files) throws Exception {
		MockHttpServletResponse answer = sent(login, MediaType.APPLICATION_JSON, "2000", files);
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
		JsonNode told = this.json.readTree(answer.getContentAsString());
		assertThat(told.path("findings")).isEmpty();
		for (JsonNode one : told.path("decisions")) {
			if (one.path("key").asText().equals(decision)) {
				return one;
			}
		}
		throw new AssertionError(decision + " was not replayed: " + told);
	}

	private static List<String> references(JsonNode replay, String now) {
		List<String> references = new ArrayList<>();
		replay.path("changed").forEach((one) -> {
			if (one.path("now").asText().equals(now)) {
				references.add(one.path("reference").asText());
			}
		});
		return references;
	}

	@Test
	@DisplayName("each case that would have gone another way is listed, with both answers and the rows that gave them")
	void anotherWay() throws Exception {
		OnePost section = this.author.submits(aPost().on(Draft.SECTION_ACCOUNT));
		OnePost joint = this.author.submits(aPost());
		JsonNode told = replay("manager", "objects-check", sectionChecked());
		assertThat(references(told, "REQUIRED")).contains(section.reference()).doesNotContain(joint.reference());
		JsonNode first = told.path("changed").path(0);
		assertThat(first.path("then").asText()).isEqualTo("NOT_REQUIRED");
		assertThat(first.path("thenBy").asText()).isEqualTo("row 8");
		assertThat(first.path("nowBy").asText()).isEqualTo("row 8");
		int untold = 0;
		for (JsonNode times : told.path("untold")) {
			untold += times.asInt();
		}
		assertThat(told.path("asked").asInt())
			.isEqualTo(told.path("same").asInt() + told.path("changed").size() + untold);
		assertThat(told.path("sums").path(0).path("times").asInt()).isEqualTo(told.path("changed").size());
		JsonNode other = replay("manager", "approval-route", sectionChecked());
		assertThat(other.path("changed")).as("not touched, though in the same file").isEmpty();
		assertThat(other.path("same").asInt()).isGreaterThanOrEqualTo(2);
		String page = sent("manager", MediaType.TEXT_HTML, "100", sectionChecked()).getContentAsString();
		assertThat(page).contains("/history/" + section.reference(), "would have been another");
	}

	@Test
	@DisplayName("what a table looks at newly is told by the case’s own history; what nobody knew is said")
	void newFacts() throws Exception {
		DecisionReplay nobody = lookingAt("weather");
		DecisionReplay known = lookingAt("standingSignOff");
		this.author.submits(aPost());
		DecisionReplay nobodyNow = lookingAt("weather");
		int more = nobodyNow.asked() - nobody.asked();
		assertThat(more).isPositive();
		String notOnRecord = "The table looks at “Earlier objects decision”, which is not on record.";
		assertThat(nobodyNow.untold().get(notOnRecord)).isEqualTo(nobody.untold().getOrDefault(notOnRecord, 0) + more);
		DecisionReplay knownNow = lookingAt("standingSignOff");
		assertThat(knownNow.untold()).as("of all that the new case knew").isEqualTo(known.untold());
		assertThat(knownNow.same()).isEqualTo(known.same() + more);
	}

	private DecisionReplay lookingAt(String fact) throws Exception {
		byte[] file = text(TABLE).replace("standingObjects", fact).getBytes(StandardCharsets.UTF_8);
		return this.replays.over(List.of(ModelFile.of(TABLE, file)), 100_000, this.stage.person("manager"))
			.stream()
			.filter((one) -> one.key().equals("objects-check"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	@DisplayName("whoever may not see an item is told at most that there are some")
	void hidden() throws Exception {
		OnePost section = this.author.submits(aPost().on(Draft.SECTION_ACCOUNT));
		JsonNode told = replay("modeller", "objects-check", sectionChecked());
		assertThat(told.path("changed")).isEmpty();
		assertThat(told.path("sums")).isEmpty();
		assertThat(told.path("hidden").asText()).contains("to items that you may not see");
		assertThat(told.toString()).doesNotContain(section.reference());
	}

	@Test
	@DisplayName("others may not ask; what breaks a rule is not replayed; a wrong number is said")
	void refused() throws Exception {
		for (String login : new String[] { "author", "approver", "dem", "trustee1" }) {
			assertThat(sent(login, MediaType.APPLICATION_JSON, "500", sectionChecked()).getStatus()).isEqualTo(403);
		}
		assertThat(sent("manager", MediaType.APPLICATION_JSON, "5000000", sectionChecked()).getStatus()).isEqualTo(422);
		assertThat(sent("manager", MediaType.APPLICATION_JSON, "500").getStatus()).isEqualTo(422);
		String broken = sent("manager", MediaType.APPLICATION_JSON, "500", TABLE, "<!DOCTYPE x [<!ENTITY y 'z'>]><x/>")
			.getContentAsString();
		assertThat(this.json.readTree(broken).path("mayGoLive").asBoolean()).isFalse();
		assertThat(this.json.readTree(broken).path("decisions")).isEmpty();
	}

}
