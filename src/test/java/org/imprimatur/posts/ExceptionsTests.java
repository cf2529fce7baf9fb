package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Exceptions.Count;
import org.imprimatur.posts.Exceptions.Exceptional;
import org.imprimatur.posts.Exceptions.Sort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("What did not go the usual way is listed and counted")
class ExceptionsTests extends CorrectionsAtWork {

	/** A month that no other test plays in. */
	private static final YearMonth MARCH = YearMonth.of(2027, 3);

	@Autowired
	Exceptions exceptions;

	@Autowired
	MockMvc pages;

	@Test
	@DisplayName("by account and month, with decisions and the time they took, the newest first")
	void counted() {
		this.stage.itIs("2027-03-11T10:00");
		OneCorrection kept = reports(this.outsider, seen("section-instagram"));
		this.stage.itIs("2027-03-11T12:30");
		decides(this.approver, kept, CorrectionDecision.KEEP);
		OneCorrection removed = reports(this.outsider, seen("section-instagram"));
		this.stage.itIs("2027-03-11T13:00");
		decides(this.approver, removed, CorrectionDecision.REMOVE);
		this.stage.itIs("2027-03-11T14:30");
		records(this.author, removed);
		this.author.drafts(aPost().breaking());
		this.stage.itIs("2027-04-01T00:30");
		reports(this.outsider, seen("section-instagram"));
		List<Exceptional> found = this.exceptions.in(MARCH);
		assertThat(found).extracting(Exceptional::sort)
			.containsExactly(Sort.BREAKING, Sort.UNAPPROVED, Sort.UNAPPROVED);
		assertThat(found.get(0).why()).isEqualTo("The hearing begins in two hours.");
		assertThat(found.get(1).toFinish()).isEqualTo(Duration.ofHours(2));
		List<Count> counts = this.exceptions.counted(found);
		assertThat(counts).extracting(Count::account).containsExactly("main-x", "section-instagram");
		Count section = counts.get(1);
		assertThat(section.sorts()).containsEntry(Sort.UNAPPROVED, 2).containsEntry(Sort.BREAKING, 0);
		assertThat(section.decisions()).containsEntry(CorrectionDecision.KEEP, 1)
			.containsEntry(CorrectionDecision.REMOVE, 1)
			.containsEntry(CorrectionDecision.CORRECT, 0);
		assertThat(section.toDecide()).isEqualTo(Duration.ofMinutes(90));
		assertThat(section.toFinish()).isEqualTo(Duration.ofMinutes(135));
	}

	@Test
	@DisplayName("a difference once, and still if it was recorded while a correction was open")
	void differences() {
		this.stage.itIs("2026-12-10T10:00");
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		this.author.schedules(post, "2026-12-10T15:00");
		post.timer("slot-arrived").fires();
		reports(this.supporterCommunications, seen("main-x", "post", post.reference()));
		this.author2.publishesWithDifference(post);
		assertThat(this.stage.corrections.of(post.reference())).hasSize(1);
		assertThat(this.exceptions.in(YearMonth.of(2026, 12))).extracting(Exceptional::sort)
			.containsExactlyInAnyOrder(Sort.DIFFERENCE, Sort.UNAPPROVED);
	}

	@Test
	@DisplayName("on a page for managers and those who answer for posts, as a table and for machines")
	void page() throws Exception {
		OneCorrection reported = reports(this.outsider, seen("main-x", "why", "<b>{{7*7}}</b>"));
		for (String login : List.of("manager", "hoc", "dem", "approver", "activist-lead")) {
			assertThat(get("/exceptions", login, MediaType.APPLICATION_JSON).getResponse().getContentAsString())
				.as(login)
				.contains("\"reference\":\"" + reported.reference() + "\"", "\"counts\"");
		}
		for (String login : List.of("author", "objects", "sct", "dpo", "ceo", "admin")) {
			MvcResult refused = get("/exceptions", login, MediaType.APPLICATION_JSON);
			assertThat(refused.getResponse().getStatus()).as(login).isEqualTo(403);
			assertThat(refused.getResponse().getContentAsString()).doesNotContain(reported.reference());
		}
		String page = get("/exceptions?month=2026-11", "manager", MediaType.TEXT_HTML).getResponse()
			.getContentAsString();
		assertThat(page).contains(reported.reference(), "Without approval", "&lt;b&gt;", "November 2026",
				"aria-current=\"page\"");
		assertThat(get("/exceptions?month=soon", "manager", MediaType.APPLICATION_JSON).getResponse().getStatus())
			.isEqualTo(422);
	}

	@Test
	@DisplayName("and the item's page says what happened, what was decided and how fast")
	void item() throws Exception {
		OneCorrection reported = reports(this.outsider, seen("section-instagram"));
		this.stage.itIs("2026-11-24T10:45");
		decides(this.approver, reported, CorrectionDecision.REMOVE);
		for (String login : List.of("dpo", "author", "manager")) {
			String page = get("/items/" + reported.reference(), login, MediaType.TEXT_HTML).getResponse()
				.getContentAsString();
			assertThat(page).as(login)
				.contains("What went wrong after release", "Nobody remembers approving this.", "45 minutes",
						"We are selling badges.", "Record the correction: waits for Digital Team");
		}
		assertThat(get("/items/" + reported.reference(), "news", MediaType.TEXT_HTML).getResponse().getStatus())
			.isEqualTo(404);
		String json = get("/items/" + reported.reference(), "dpo", MediaType.APPLICATION_JSON).getResponse()
			.getContentAsString();
		assertThat(json).contains("\"decision\":\"REMOVE\"", "\"minutesToDecide\":45", "\"origin\":\"UNAPPROVED\"");
		OneCorrection recalled = recalled();
		assertThat(
				get("/items/" + recalled.reference(), "author", MediaType.TEXT_HTML).getResponse().getContentAsString())
			.contains("What went wrong after release", "Recalled after release");
		for (String path : List.of("/start/post-correction", "/")) {
			assertThat(get(path, "trustee1", MediaType.TEXT_HTML).getResponse().getContentAsString())
				.contains("This went out without approval");
		}
		String task = reported.open(PostCorrection.Task.RECORD_CORRECTION);
		assertThat(get("/tasks/" + task, "author", MediaType.TEXT_HTML).getResponse().getContentAsString())
			.contains("It was decided to remove it", "Why you are asked", "We are selling badges.");
	}

	private MvcResult get(String path, String login, MediaType type) throws Exception {
		String basic = Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
		return this.pages
			.perform(MockMvcRequestBuilders.get(path).header("Authorization", "Basic " + basic).accept(type))
			.andReturn();
	}

}
