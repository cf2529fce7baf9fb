package org.imprimatur.posts;

import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.Proof;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy("ONE-LOGIN")
@DisplayName("A person is erased")
class ErasureTests extends HistoryAtWork {

	private static final String ERASURES = "/erasures";

	/** As the person is called, and as others are who must stay. */
	private static final String NAME = "Zélie Quarterm\u00e1in";

	private static final byte[] PICTURE = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	@Autowired
	ApplicationContext context;

	@Autowired
	MediaFiles media;

	private OnePost post;

	@BeforeEach
	void namesHer() {
		this.post = this.author.submits(aPost().with("title", "Free " + NAME + " now")
			.saying("We stand by zélie  quartermáin (@zquarter). Vanquartermáin is somebody else."));
		this.objectsReviewer.claims(this.post, Task.CHECK_CHARITY_OBJECTS);
		String task = this.objectsReviewer.open(this.post, Task.CHECK_CHARITY_OBJECTS);
		this.stage.as(this.stage.person("objects"), () -> {
			this.stage.door.comment(task, "I met Zélie\nQuartermáin in 2025.", this.stage.person("objects"));
			return null;
		});
	}

	@AfterEach
	void forgetsHer() throws Exception {
		for (JsonNode one : ask("dpo", ERASURES).path("waiting")) {
			post("dpo", ERASURES + "/" + one.path("id").asLong() + "/take-back");
		}
		if (!inTheDatabase("zquarter").isEmpty()) {
			if (this.stage.jdbc.sql("select count(*) from post_ending where reference = ?")
				.param(this.post.reference())
				.query(Long.class)
				.single() == 0) {
				this.author.withdraws(this.post);
			}
			assertThat(releases("trust-secretary", asks(NAME, "@zquarter")).getStatus()).isEqualTo(303);
		}
	}

	@Test
	@DisplayName("by two people: her words go from every text, who did what stays, and everything still verifies")
	void erased() throws Exception {
		this.author.withdraws(this.post);
		long request = asks(NAME, "@zquarter");
		JsonNode found = ask("dpo", ERASURES + "/" + request).path("found");
		assertThat(found.path("items")).hasSize(1);
		JsonNode item = found.path("items").get(0);
		assertThat(item.path("reference").asText()).isEqualTo(this.post.reference());
		assertThat(item.path("lines").findValuesAsText("what")).contains("a post as it was begun",
				"a version of a post", "a comment");
		assertThat(item.path("lines").findValuesAsText("words")).contains(NAME, "Zélie\nQuartermáin");
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(303);
		assertThat(inTheDatabase("uartermáin")).containsExactly("post_revision.body");
		assertThat(inTheDatabase("zquarter")).isEmpty();
		String story = page("manager", "/history/" + this.post.reference()).getContentAsString();
		assertThat(story).contains("Free [removed] now", "I met [removed] in 2025.",
				this.stage.people.nameOf("author"));
		assertThat(body()).isEqualTo("We stand by [removed] ([removed]). Vanquartermáin is somebody else.");
		assertThat(found("manager", "q", "Quartermáin")).isEmpty();
		assertThat(found("manager", "q", "Vanquartermáin")).contains(this.post.reference());
		assertThat(wrong()).isEmpty();
		JsonNode past = ask("manager", ERASURES).path("past").get(0);
		assertThat(past.path("ground").asText()).isEqualTo("Consent withdrawn: The consent form was taken back.");
		assertThat(past.path("caseNumber").asText()).isEqualTo("R-12");
		assertThat(past.path("askedBy").asText()).isEqualTo("dpo");
		assertThat(past.path("answeredBy").asText()).isEqualTo("trust-secretary");
		assertThat(past.path("rows").asInt()).isGreaterThan(2);
		assertThat(past.path("items").asInt()).isEqualTo(1);
		assertThat(json("dpo", ERASURES + "/" + request).getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("not while an item is open, unless it is left out because another person is meant there")
	void open() throws Exception {
		OnePost ended = this.author.submits(aPost().saying("Thanks to " + NAME.toUpperCase() + "!"));
		this.author.withdraws(ended);
		long request = asks(NAME);
		MockHttpServletResponse refused = releases("trust-secretary", request);
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("still open", this.post.reference())
			.doesNotContain(ended.reference());
		assertThat(inTheDatabase("zquarter")).isNotEmpty();
		assertThat(post("dpo", ERASURES + "/" + request + "/choose", "leaveOut", this.post.reference()).getStatus())
			.isEqualTo(303);
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(303);
		assertThat(inTheDatabase("zquarter")).isNotEmpty();
		assertThat(found("manager", "q", "Quartermáin")).contains(this.post.reference())
			.doesNotContain(ended.reference());
		assertThat(wrong()).isEmpty();
	}

	@Test
	@DisplayName("not while an item is under a legal hold")
	void held() throws Exception {
		this.author.withdraws(this.post);
		assertThat(post("trust-secretary", "/retention/holds", "reference", this.post.reference(), "reason",
				"A court asks.")
			.getStatus()).isEqualTo(303);
		long request = asks(NAME);
		MockHttpServletResponse refused = releases("trust-secretary", request);
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("legal hold", this.post.reference());
		long hold = this.stage.jdbc.sql("select max(id) from legal_hold").query(Long.class).single();
		post("trust-secretary", "/retention/holds/" + hold + "/lift", "reason", "The case is over.");
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(303);
	}

	@Test
	@DisplayName("and nothing goes that the second person did not see")
	void changedMeanwhile() throws Exception {
		this.author.withdraws(this.post);
		long request = asks(NAME);
		String state = ask("trust-secretary", ERASURES + "/" + request).path("found").path("state").asText();
		OnePost later = this.author.submits(aPost().saying(NAME + " again."));
		this.author.withdraws(later);
		MockHttpServletResponse refused = post("trust-secretary", ERASURES + "/" + request + "/release", "state",
				state);
		assertThat(refused.getStatus()).isEqualTo(409);
		assertThat(refused.getContentAsString()).contains("has changed since you saw it");
		assertThat(inTheDatabase("Quartermáin again")).isNotEmpty();
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(303);
		assertThat(inTheDatabase("Quartermáin again")).isEmpty();
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("with the files that show her, which are emptied and say so")
	void files() throws Exception {
		this.author.withdraws(this.post);
		MediaFile file = this.media.keep("media", NAME + ".png", PICTURE, this.stage.person("author"));
		OnePost shown = this.author.submits(aPost().with("media", file.id()).with("altText", NAME + " with a candle"));
		this.author.withdraws(shown);
		long request = asks(NAME, "@zquarter");
		assertThat(post("dpo", ERASURES + "/" + request + "/choose", "file", file.id()).getStatus()).isEqualTo(303);
		assertThat(get("author", "/media/" + file.id(), MediaType.ALL).getContentAsByteArray()).isEqualTo(PICTURE);
		assertThat(releases("trust-secretary", request).getStatus()).isEqualTo(303);
		assertThat(json("author", "/media/" + file.id()).getContentAsString()).contains("This file was erased");
		assertThat(this.media.content(file.id())).isEmpty();
		assertThat(inTheDatabase("uartermáin")).containsExactly("post_revision.body");
		assertThat(wrong()).isEmpty();
	}

	@Test
	@DisplayName("beside the items too, row by row")
	void elsewhere() throws Exception {
		this.author.withdraws(this.post);
		post("manager", "/history/saved", "name", NAME, "query", "q=Z%C3%A9lie");
		long request = asks(NAME, "@zquarter");
		JsonNode items = ask("dpo", ERASURES + "/" + request).path("found").path("items");
		String saved = items.get(items.size() - 1).path("id").asText();
		assertThat(saved).startsWith("saved_search/manager/");
		post("dpo", ERASURES + "/" + request + "/choose", "leaveOut", saved);
		releases("trust-secretary", request);
		assertThat(inTheDatabase("uartermáin")).containsExactlyInAnyOrder("post_revision.body", "saved_search.name");
		releases("trust-secretary", asks(NAME));
		assertThat(inTheDatabase("uartermáin")).containsExactly("post_revision.body");
		assertThat(wrong()).isEmpty();
	}

	@Test
	@DisplayName("or the request is declined: that stays on record, her name does not")
	void declined() throws Exception {
		this.author.withdraws(this.post);
		long request = asks(NAME);
		String decline = ERASURES + "/" + request + "/decline";
		assertThat(post("trust-secretary", decline, "reason", "").getStatus()).isEqualTo(422);
		assertThat(post("trust-secretary", decline, "reason", NAME + " is in court.").getContentAsString())
			.contains("Take the name out");
		assertThat(post("trust-secretary", decline, "reason", "Needed for a court case.").getStatus()).isEqualTo(303);
		assertThat(ask("manager", ERASURES).path("past").findValuesAsText("reason"))
			.contains("Needed for a court case.");
		assertThat(inTheDatabase("zquarter")).isNotEmpty();
		assertThat(this.stage.jdbc.sql("select count(*) from erasure_request").query(Long.class).single()).isZero();
	}

	@Test
	@DisplayName("by nobody else: each act is refused to whoever it is not for, and nothing of it is told")
	void wrongPeople() throws Exception {
		long request = asks(NAME);
		String one = ERASURES + "/" + request;
		for (String login : List.of("author", "manager", "hoc", "section-secretary", "admin")) {
			assertThat(json(login, one).getStatus()).as(login).isEqualTo(403);
			assertThat(releases(login, request).getStatus()).as(login).isEqualTo(403);
			assertThat(post(login, one + "/decline", "reason", "No.").getStatus()).as(login).isEqualTo(403);
			assertThat(post(login, one + "/take-back").getStatus()).as(login).isEqualTo(403);
			assertThat(post(login, one + "/choose").getStatus()).as(login).isEqualTo(403);
			assertThat(post(login, ERASURES, "words", NAME, "ground", "CHILD", "explanation", "x").getStatus())
				.as(login)
				.isEqualTo(403);
		}
		assertThat(json("author", ERASURES).getStatus()).isEqualTo(403);
		assertThat(ask("manager", ERASURES).path("waiting")).isEmpty();
		this.stage.identity.createMembership("dpo", "trust-board-secretary");
		try {
			assertThat(releases("dpo", request).getContentAsString()).contains("a second person answers it");
			assertThat(post("dpo", one + "/decline", "reason", "No.").getStatus()).isEqualTo(403);
		}
		finally {
			this.stage.identity.deleteMembership("dpo", "trust-board-secretary");
		}
		assertThat(post("trust-secretary", one + "/take-back").getStatus()).isEqualTo(403);
		assertThat(post("dpo", one + "/choose", "leaveOut", "POST-1999-000001").getStatus()).isEqualTo(422);
		assertThat(page("dpo", one).getContentAsString()).contains(NAME, this.post.reference());
	}

	@Test
	@DisplayName("and what stays in the record of it may not name her")
	void namesNobody() throws Exception {
		MockHttpServletResponse answer = post("dpo", ERASURES, "words", NAME, "ground", "OBJECTION", "explanation",
				"zélie quartermáin asked.", "caseNumber", "R " + NAME);
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("explanation", "caseNumber", "Take the name out");
		assertThat(post("dpo", ERASURES, "words", "ab\n" + "x".repeat(201), "ground", "?").getContentAsString())
			.contains("Enter between 3 and 200 characters on each line.", "Choose the ground.",
					"Enter why this ground applies.");
		assertThat(post("dpo", ERASURES, "words", "%%%", "ground", "CHILD", "explanation", "x").getContentAsString())
			.contains("Enter letters or digits on each line.");
		assertThat(post("dpo", ERASURES).getStatus()).isEqualTo(422);
	}

	private long asks(String... spellings) throws Exception {
		MockHttpServletResponse answer = post("dpo", ERASURES, "words", String.join("\n", spellings), "ground",
				"CONSENT_WITHDRAWN", "explanation", "The consent form was taken back.", "caseNumber", "R-12");
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(303);
		return Long.parseLong(answer.getHeader("Location").replace(ERASURES + "/", ""));
	}

	/** Releases what the person sees now. */
	private MockHttpServletResponse releases(String login, long request) throws Exception {
		String state = this.json.readTree(json("dpo", ERASURES + "/" + request).getContentAsString())
			.path("found")
			.path("state")
			.asText();
		return post(login, ERASURES + "/" + request + "/release", "state", state);
	}

	private String body() {
		return this.stage.jdbc.sql("select body from post_revision where reference = ?")
			.param(this.post.reference())
			.query(String.class)
			.single();
	}

	/** What a verification finds wrong with her post. */
	private List<Finding> wrong() {
		return Proof.findings(this.context)
			.stream()
			.filter((finding) -> this.post.reference().equals(finding.reference()))
			.toList();
	}

	private List<String> inTheDatabase(String letters) {
		return EveryText.with(letters, this.stage.jdbc);
	}

}
