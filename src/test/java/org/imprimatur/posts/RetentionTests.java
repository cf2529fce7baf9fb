package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
@DisplayName("Managers see what falls due when, and what must be kept longer")
class RetentionTests extends HistoryAtWork {

	private static final String HOLDS = "/retention/holds";

	@Test
	@DisplayName("a refused post two years after its end, in the order in which items fall due")
	void fallsDue() throws Exception {
		// before anything else in this database ends
		this.stage.itIs("1990-03-31T10:00");
		OnePost first = refused();
		this.stage.itIs("1990-03-31T23:30");
		OnePost second = refused();
		this.stage.itIs("1992-03-30T12:00");
		JsonNode before = ask("manager", "/retention");
		assertThat(line(before, first).path("due").asText()).isEqualTo("1992-03-31");
		assertThat(line(before, first).path("isDue").asBoolean()).isFalse();
		assertThat(line(before, first).path("kept").asText()).isEqualTo("2 years");
		assertThat(references(before).subList(0, 2)).containsExactly(first.reference(), second.reference());
		assertThat(month(before, "March 1992")).isEqualTo(2);
		assertThat(before.path("counts").path("already").asInt()).isZero();
		this.stage.itIs("1992-03-31T00:30");
		JsonNode after = ask("manager", "/retention");
		assertThat(line(after, first).path("isDue").asBoolean()).isTrue();
		assertThat(month(after, "March 1992")).isZero();
		assertThat(after.path("counts").path("already").asInt()).isEqualTo(2);
		assertThat(after.path("deletes").asBoolean()).isFalse();
		assertThat(page("manager", "/retention").getContentAsString()).contains("Deletion is off", "due since");
	}

	@Test
	@DisplayName("page by page, each item once, and all of it as a file, which is recorded")
	void pages() throws Exception {
		this.stage.itIs("2011-05-31T10:00");
		List<String> ended = new ArrayList<>();
		for (int i = 0; i < 22; i++) {
			ended.add(refused().reference());
		}
		// another sort, which falls due on the same day
		OnePost like = this.author.submits(Draft.aLike());
		this.stage.runtime.deleteProcessInstance(like.caseId(), "by the test");
		ended.add(like.reference());
		List<String> read = new ArrayList<>();
		for (String next = "/retention"; next != null;) {
			JsonNode page = ask("manager", next);
			read.addAll(references(page));
			next = page.path("next").isNull() ? null : page.path("next").asText();
		}
		assertThat(read).doesNotHaveDuplicates().containsSubsequence(ended.subList(0, 22)).containsAll(ended);
		int before = exports();
		this.stage.itIs("2013-05-31T10:00");
		MockHttpServletResponse csv = json("manager", "/retention.csv");
		assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains("Falls due,Reference",
				"2013-05-31," + ended.get(0), ",2 years,");
		assertThat(exports()).isEqualTo(before + 1);
	}

	@Test
	@DisplayName("the story leads whoever may hold the item to the form of a hold, and nobody else")
	void fromTheStory() throws Exception {
		OnePost post = this.author.submits(aPost());
		String link = "href=\"/retention?hold=" + post.reference() + "#hold-heading\">Place a legal hold</a>";
		assertThat(page("hoc", "/history/" + post.reference()).getContentAsString()).contains(link);
		assertThat(page("hoc", "/retention?hold=" + post.reference()).getContentAsString())
			.contains("value=\"" + post.reference() + "\"", "id=\"hold-heading\"");
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString())
			.doesNotContain("/retention?hold=");
	}

	@Test
	@DisplayName("a legal hold, with its reason, on the item, in its story and in the list, until it is lifted")
	void hold() throws Exception {
		this.stage.itIs("2012-01-10T10:00");
		OnePost post = refused();
		assertThat(place("trust-secretary", post, "A letter before action =1+1 <b>").getStatus()).isEqualTo(303);
		assertThat(line(ask("manager", "/retention?after=2014-01-10.0.0"), post).path("legalHold").asBoolean())
			.isTrue();
		JsonNode hold = holdOf(ask("hoc", "/retention"), post);
		assertThat(hold.path("mayLift").asBoolean()).isTrue();
		assertThat(holdOf(ask("manager", "/retention"), post).path("mayLift").asBoolean()).isFalse();
		for (String page : List.of("/items/", "/history/")) {
			assertThat(page("manager", page + post.reference()).getContentAsString()).as(page)
				.contains("Legal hold since", "A letter before action =1+1 &lt;b&gt;", "Placed a legal hold");
		}
		assertThat(lift("hoc", hold, "").getStatus()).isEqualTo(422);
		assertThat(lift("hoc", hold, "Settled.").getStatus()).isEqualTo(303);
		assertThat(lift("trust-secretary", hold, "Settled, I think.").getStatus()).isEqualTo(409);
		assertThat(line(ask("manager", "/retention?after=2014-01-10.0.0"), post).path("legalHold").asBoolean())
			.isFalse();
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString())
			.contains("Lifted the legal hold of", "Settled.")
			.doesNotContain("Legal hold since");
	}

	@Test
	@DisplayName("Who may not, may not: neither place nor lift, nor read the page")
	void mayNot() throws Exception {
		OnePost post = refused();
		for (String login : List.of("author", "approver", "manager", "dem", "section-board1", "admin")) {
			assertThat(place(login, post, "Because.").getStatus()).as(login).isEqualTo(403);
		}
		OnePost ofTheTrust = refused("trust-linkedin");
		assertThat(place("section-secretary", ofTheTrust, "Because.").getStatus()).as("not the Section’s")
			.isEqualTo(403);
		assertThat(place("section-secretary", post, "Because.").getStatus()).as("held jointly").isEqualTo(303);
		JsonNode hold = holdOf(ask("hoc", "/retention"), post);
		for (String login : List.of("author", "manager", "admin")) {
			assertThat(lift(login, hold, "Because.").getStatus()).as(login).isEqualTo(403);
		}
		assertThat(json("hoc", HOLDS + "/999999/lift").getStatus()).isEqualTo(404);
		for (String path : List.of("/retention", "/retention.csv")) {
			assertThat(json("author", path).getStatus()).as(path).isEqualTo(403);
		}
		assertThat(lift("hoc", hold, "Over.").getStatus()).isEqualTo(303);
	}

	@Test
	@DisplayName("Of two people who lift a hold at once one does, and the other is told")
	void twoAtOnce() throws Exception {
		OnePost post = refused();
		place("hoc", post, "A question of the regulator.");
		JsonNode hold = holdOf(ask("hoc", "/retention"), post);
		CyclicBarrier barrier = new CyclicBarrier(2);
		ExecutorService two = Executors.newFixedThreadPool(2);
		List<Future<Integer>> answers = new ArrayList<>();
		for (String login : List.of("hoc", "trust-secretary")) {
			Callable<Integer> lifting = () -> {
				barrier.await();
				return lift(login, hold, "Answered.").getStatus();
			};
			answers.add(two.submit(lifting));
		}
		List<Integer> statuses = new ArrayList<>();
		for (Future<Integer> answer : answers) {
			statuses.add(answer.get());
		}
		two.shutdown();
		assertThat(statuses).containsExactlyInAnyOrder(303, 409);
		assertThat(this.stage.jdbc.sql("select count(*) from legal_hold_end where hold = ?")
			.param(hold.path("id").asLong())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "'', Because., reference", "POST-2026-999999, Because., reference", "nothing, Because., reference",
			"'%', Because., reference", "HERE, '', reason", "HERE, '   ', reason" })
	@DisplayName("A hold without an item or a reason is refused in words, and what was typed stays")
	void badInput(String reference, String reason, String field) throws Exception {
		OnePost post = refused();
		String typed = reference.replace("HERE", post.reference());
		assertThat(post("hoc", HOLDS, "reference", typed, "reason", reason).getStatus()).isEqualTo(422);
		MockHttpServletResponse page = form("hoc", HOLDS, "reference", typed, "reason", reason);
		assertThat(page.getStatus()).isEqualTo(422);
		assertThat(page.getContentAsString()).contains("There is a problem", "href=\"#" + field + "\"",
				"value=\"" + typed + "\"");
		assertThat(this.stage.jdbc.sql("select count(*) from legal_hold where reference = ?")
			.param(post.reference())
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "soon", "2026-11-23", "2026-13-01.1.1", "2026-11-23.x.1", "2026-11-23.1.99999999999999999999",
			"9999-01-01.1.1", "..", "2026-11-23.9223372036854775807.1" })
	@DisplayName("a page that cannot be is said in words")
	void badPage(String after) throws Exception {
		assertThat(json("manager", "/retention?after=" + after).getStatus()).isEqualTo(422);
		MockHttpServletResponse page = page("manager", "/retention?after=" + after);
		assertThat(page.getStatus()).isEqualTo(422);
		assertThat(page.getContentAsString()).contains("Begin at the first page again");
	}

	private OnePost refused() {
		return refused(Draft.JOINT_ACCOUNT);
	}

	private OnePost refused(String account) {
		OnePost post = this.author.submits(aPost().on(account));
		this.stage.runtime.deleteProcessInstance(post.caseId(), "by the test");
		return post;
	}

	private MockHttpServletResponse place(String login, OnePost post, String reason) throws Exception {
		return post(login, HOLDS, "reference", post.reference(), "reason", reason);
	}

	private MockHttpServletResponse lift(String login, JsonNode hold, String reason) throws Exception {
		return post(login, HOLDS + "/" + hold.path("id").asLong() + "/lift", "reason", reason);
	}

	private int exports() {
		return this.stage.jdbc.sql("select count(*) from history_export where query = 'retention'")
			.query(Integer.class)
			.single();
	}

	private static JsonNode line(JsonNode page, OnePost post) {
		for (JsonNode item : page.path("items")) {
			if (item.path("reference").asText().equals(post.reference())) {
				return item;
			}
		}
		throw new AssertionError(post.reference() + " is not in " + page.path("items"));
	}

	private static JsonNode holdOf(JsonNode page, OnePost post) {
		for (JsonNode hold : page.path("holds")) {
			if (hold.path("reference").asText().equals(post.reference())) {
				return hold;
			}
		}
		throw new AssertionError(post.reference() + " is not in " + page.path("holds"));
	}

	private static long month(JsonNode page, String label) {
		for (JsonNode month : page.path("counts").path("months")) {
			if (month.path("label").asText().equals(label)) {
				return month.path("number").asLong();
			}
		}
		throw new AssertionError("There is no " + label);
	}

}
