package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.Mail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
@DisplayName("Nobody changes a procedure alone")
class ProposalsTests extends ProposalsAtWork {

	@Test
	@DisplayName("a changed row waits for the Head of Communications, who reads it in words; then new cases follow it")
	void rowOfATable() throws Exception {
		int live = versions("post-approval-deadlines").path(0).path("version").asInt();
		long id = proposes("modeller", slower());
		assertThat(deployments()).isEqualTo(this.before);
		assertThat(versions("post-approval-deadlines").path(0).path("version").asInt()).isEqualTo(live);
		JsonNode told = ask("hoc", "/models/proposals/" + id);
		assertThat(told.path("state").asText()).isEqualTo("Waits for the Head of Communications");
		assertThat(told.path("proposedBy").asText()).isEqualTo("Piers Sandford");
		assertThat(told.path("changes")).hasSize(1);
		JsonNode change = told.path("changes").path(0).path("changes").path(0);
		assertThat(change.path("label").asText()).startsWith("Row ");
		assertThat(change.path("details").path(0).path("before").asText()).contains("30 minutes");
		assertThat(change.path("details").path(0).path("after").asText()).contains("45 minutes");
		assertThat(page("hoc", "/models/proposals/" + id)).contains("Release: let it go live", "45 minutes");
		MockHttpServletResponse released = answers("hoc", id, "release");
		assertThat(released.getStatus()).as(released.getContentAsString()).isEqualTo(200);
		JsonNode latest = versions("post-approval-deadlines").path(0);
		assertThat(latest.path("version").asInt()).isEqualTo(live + 1);
		assertThat(latest.path("deployedBy").asText()).isEqualTo(this.people.nameOf("hoc"));
		assertThat(latest.path("from").asText())
			.isEqualTo("proposal " + id + " of Piers Sandford (Camunda Modeler), deployment “a change”");
		assertThat(versions("post-approval").path(0).path("deployment")).as("with the process that asks it")
			.isEqualTo(latest.path("deployment"));
		assertThat(page("modeller", "/models/proposals/" + id)).contains("Released by " + this.people.nameOf("hoc"),
				"what it changed");
	}

	@Test
	@DisplayName("words and the drawing go live at once")
	void words() throws Exception {
		sends("modeller", relabelled("Write the post"));
		assertThat(open()).isEmpty();
		assertThat(versions("post-approval").path(0).path("from").asText()).startsWith("Camunda Modeler");
	}

	@Test
	@DisplayName("incidents are the Trust’s Board secretary’s; a change of both waits for both")
	void both() throws Exception {
		Map<String, String> files = Map.of(DEADLINES, slower().get(DEADLINES), INCIDENTS,
				text("incidents/" + INCIDENTS).replace("\"P3653D\"", "\"P3654D\""));
		long id = proposes("modeller", files);
		assertThat(ask("modeller", "/models/proposals/" + id).path("waitsFor")).extracting(JsonNode::asText)
			.containsExactly("head-of-communications", "trust-board-secretary");
		assertThat(answers("hoc", id, "release").getStatus()).isEqualTo(200);
		assertThat(ask("hoc", "/models/proposals/" + id).path("waitsFor")).extracting(JsonNode::asText)
			.containsExactly("trust-board-secretary");
		assertThat(deployments()).isEqualTo(this.before);
		assertThat(answers("hoc", id, "release").getStatus()).as("has nothing more to release").isEqualTo(403);
		assertThat(answers("trust-secretary", id, "release").getStatus()).isEqualTo(200);
		assertThat(deployments()).hasSize(this.before.size() + 1);
	}

	@Test
	@DisplayName("nobody else releases it, and nobody their own")
	void others() throws Exception {
		long id = proposes("modeller", slower());
		for (String login : new String[] { "modeller", "manager", "admin", "trust-secretary", "author", "approver",
				"chair" }) {
			for (String act : new String[] { "release", "decline" }) {
				MockHttpServletResponse answer = act.equals("release") ? answers(login, id, act)
						: answers(login, id, act, "reason", "No.");
				assertThat(answer.getStatus()).as(login + " " + answer.getContentAsString()).isEqualTo(403);
			}
		}
		assertThat(answers("hoc", id, "take-back").getStatus()).isEqualTo(403);
		assertThat(answers("hoc", 999_999, "release").getStatus()).isEqualTo(404);
		assertThat(deployments()).isEqualTo(this.before);
		this.identity.createMembership("modeller", "head-of-communications");
		try {
			assertThat(answers("modeller", id, "release").getContentAsString()).contains("You proposed this yourself");
		}
		finally {
			this.identity.deleteMembership("modeller", "head-of-communications");
		}
	}

	@Test
	@DisplayName("a declined one says why, and neither it nor one taken back goes live any more")
	void declined() throws Exception {
		long id = proposes("modeller", slower());
		assertThat(answers("hoc", id, "decline", "reason", " ").getStatus()).isEqualTo(422);
		assertThat(answers("hoc", id, "decline", "reason", "x".repeat(2001)).getStatus()).isEqualTo(422);
		assertThat(answers("hoc", id, "decline", "reason", "<b>Too slow</b> 🙂").getStatus()).isEqualTo(200);
		assertThat(page("modeller", "/models/proposals/" + id)).contains("&lt;b&gt;Too slow&lt;/b&gt; 🙂");
		assertThat(answers("hoc", id, "release").getStatus()).isEqualTo(409);
		long again = proposes("modeller", slower());
		assertThat(again).isNotEqualTo(id);
		assertThat(answers("modeller", again, "take-back").getStatus()).isEqualTo(200);
		assertThat(answers("hoc", again, "release").getStatus()).isEqualTo(409);
		assertThat(deployments()).isEqualTo(this.before);
	}

	@Test
	@DisplayName("a changed group waits; what is sent twice waits once; what another version has overtaken is not released over it")
	void overtaken() throws Exception {
		Map<String, String> groups = Map.of(POSTS, text("posts/" + POSTS).replace(
				"camunda:candidateGroups=\"${approvalGroup}\"", "camunda:candidateGroups=\"head-of-communications\""));
		long id = proposes("modeller", groups);
		assertThat(proposes("modeller", groups)).isEqualTo(id);
		assertThat(page("hoc", "/models/proposals/" + id)).contains("Groups it is offered to",
				"head-of-communications");
		sends("modeller", relabelled("Write the post"));
		MockHttpServletResponse answer = answers("hoc", id, "release");
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(answer.getContentAsString()).contains("would undo it");
		assertThat(page("hoc", "/models/proposals/" + id)).contains("would undo it").doesNotContain("let it go live");
	}

	@Test
	@DisplayName("two who release it at once bring one version to life")
	void atOnce() throws Exception {
		long id = proposes("modeller", slower());
		int live = versions("post-approval-deadlines").path(0).path("version").asInt();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<Integer>> answers = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				answers.add(two.submit(() -> {
					start.await();
					return answers("hoc", id, "release").getStatus();
				}));
			}
			start.countDown();
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
		}
		finally {
			two.shutdown();
		}
		assertThat(versions("post-approval-deadlines").path(0).path("version").asInt()).isEqualTo(live + 1);
	}

	@Test
	@DisplayName("those who release it see it on their first page and get a mail; who proposed it is told the end")
	void told() throws Exception {
		long id = proposes("modeller", slower());
		String path = "/models/proposals/" + id;
		assertThat(page("hoc", "/")).contains(path);
		assertThat(page("trust-secretary", "/")).doesNotContain(path);
		assertThat(mails(path)).extracting(Mail::login).containsExactly("hoc");
		answers("hoc", id, "decline", "reason", "No.");
		assertThat(page("hoc", "/")).doesNotContain(path);
		assertThat(mails(path)).singleElement()
			.satisfies((mail) -> assertThat(mail.login() + ": " + mail.subject())
				.isEqualTo("modeller: Your changed model was declined"));
	}

	@Test
	@DisplayName("the demo releases by itself, says so, and keeps it on record")
	void demo() throws Exception {
		System.clearProperty("imprimatur.models.second-person");
		String deployed = sends("modeller", slower()).getId();
		JsonNode told = ask("modeller", "/models/proposals");
		assertThat(told.path("secondPerson").asBoolean()).isFalse();
		JsonNode last = told.path("ended").path(0);
		assertThat(last.path("state").asText()).isEqualTo("Released by itself: this is the demo");
		assertThat(last.path("answers").path(0).path("deployment").asText()).isEqualTo(deployed);
		assertThat(page("modeller", "/models/proposals")).contains("a changed model is released by itself");
	}

	@Test
	@DisplayName("what breaks a rule is refused and not kept for anybody")
	void broken() throws Exception {
		List<Long> open = open();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> sends("modeller",
					Map.of(POSTS,
							text("posts/" + POSTS).replace("sourceRef=\"post-aligned\" targetRef=\"route-needed\"",
									"sourceRef=\"post-aligned\" targetRef=\"release-on-accounts\""))))
			.withMessageContaining("Nothing was deployed");
		assertThat(open()).isEqualTo(open);
	}

}
