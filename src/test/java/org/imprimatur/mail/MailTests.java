package org.imprimatur.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.kernel.Policy;
import org.imprimatur.operating.Figure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DisplayName("People are told by mail of what waits for them, once for each cause")
@Policy("APPROVED")
class MailTests extends MailsAtWork {

	@RegisterExtension
	final GreenMailExtension server = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

	@Autowired
	private MailFigures figures;

	private final Received received = new Received();

	@Test
	void aNewTaskIsToldToThoseWhoMayDoItAndToNobodyElse() throws Exception {
		String post = proposes();
		Postman postman = postman(SmtpDeliveryTest.delivery(this.server.getSmtp().getPort()));

		postman.round();
		postman.round();

		MimeMessage[] arrived = this.server.getReceivedMessages();
		assertThat(arrived).extracting((mail) -> mail.getAllRecipients()[0].toString())
			.containsExactlyInAnyOrder("objects@imprimatur.example", "objects2@imprimatur.example",
					"approver2@imprimatur.example");
		MimeMessage mail = arrived[0];
		assertThat(mail.getSubject()).startsWith(post + ": ");
		String words = GreenMailUtil.getWholeMessage(mail);
		assertThat(words).contains("http://localhost:8080/tasks/" + task(post, "check-charity-objects"))
			.doesNotContain("Secret");
	}

	@Test
	void whoHasChosenSoIsToldOnceADayOrNotAtAll() throws Exception {
		choose("objects", MailChoice.DIGEST);
		choose("objects2", MailChoice.OFF);
		String first = proposes();
		String second = proposes();
		Postman postman = postman(this.received);

		postman.round();
		assertThat(this.received.to()).containsExactly("approver2", "approver2");

		this.received.forget();
		itIs("2026-11-25T08:59");
		postman.round();
		assertThat(this.received.to()).isEmpty();

		sends("approver2", "/tasks/" + task(first, "check-charity-objects"),
				Map.of("decision", "ALIGNED", "object", "human-rights-research"))
			.andExpect(status().is3xxRedirection());
		itIs("2026-11-25T09:00");
		postman.round();
		postman.round();
		List<Letter> digest = this.received.letters()
			.stream()
			.filter((letter) -> letter.subject().equals("Tasks that wait for you"))
			.toList();
		assertThat(digest).hasSize(1);
		assertThat(digest.get(0).text()).contains(second).doesNotContain(first);
		assertThat(digest.get(0).html()).contains("/tasks/" + task(second, "check-charity-objects"));
	}

	@Test
	void whatWasDoneBeforeTheMailWentOutIsNotMailed() throws Exception {
		String post = proposes();
		this.taskMails.spread();
		sends("objects", "/tasks/" + task(post, "check-charity-objects"),
				Map.of("decision", "ALIGNED", "object", "human-rights-research"))
			.andExpect(status().is3xxRedirection());
		this.jdbc.sql("delete from mail_cause").update();

		postman(this.received).round();

		assertThat(this.received.to()).isEmpty();
		assertThat(this.outbox.of(post))
			.allSatisfy((mail) -> assertThat(this.outbox.tries(mail.id())).extracting(MailTry::outcome)
				.containsExactly(MailOutcome.NOT_NEEDED));
	}

	@Test
	void aTaskThatIsLateIsRemindedOfOnce() throws Exception {
		String post = proposes();
		Postman postman = postman(this.received);
		postman.round();
		this.received.forget();

		after(Duration.ofDays(4));
		for (Job job : this.management.createJobQuery().timers().executable().list()) {
			if (post.equals(this.businessKey(job))) {
				this.management.executeJob(job.getId());
			}
		}
		postman.round();
		postman.round();

		assertThat(this.received.letters()).extracting(Letter::subject)
			.filteredOn((subject) -> subject.startsWith("Reminder: " + post))
			.hasSize(3);
	}

	@Test
	void aMailServerThatIsGoneDelaysMailAndIsTriedWithPauses() throws Exception {
		String post = proposes();
		this.received.answers(MailOutcome.PUT_OFF, false);
		Postman postman = postman(this.received);

		postman.round();
		assertThat(this.received.to()).as("the others are not tried at a server that does not answer").hasSize(1);
		assertThat(item("author", post).get("unreached")).as("a mail may take a while").isEmpty();

		after(Duration.ofMinutes(16));
		postman.round();
		assertThat(item("author", post).get("unreached")).hasSize(3);

		after(Duration.ofMinutes(6));
		this.received.answers(MailOutcome.SENT, true);
		this.received.forget();
		postman.round();
		assertThat(this.received.to()).containsExactlyInAnyOrder("objects", "objects2", "approver2");
		assertThat(item("author", post).get("unreached")).isEmpty();
	}

	@Test
	void whoCannotBeReachedIsNamedOnTheItem() throws Exception {
		hasAddress("objects2", null);
		try {
			String post = proposes();

			postman(this.received).round();

			assertThat(item("author", post).get("unreached")).singleElement()
				.asString()
				.contains("has no mail address")
				.contains("ring them");
		}
		finally {
			hasAddress("objects2", "objects2@imprimatur.example");
		}
	}

	@Test
	void aMailThatMayHaveArrivedIsNotSentTwice() throws Exception {
		String post = proposes();
		this.taskMails.spread();
		Mail first = this.outbox.of(post).get(0);
		assertThat(this.outbox.take(first)).as("the program ends while it hands over this one").isTrue();

		after(Duration.ofMinutes(11));
		postman(this.received).round();

		assertThat(this.received.to()).hasSize(2).doesNotContain(first.login());
		assertThat(this.outbox.tries(first.id())).extracting(MailTry::outcome).containsExactly(MailOutcome.NOT_KNOWN);
		assertThat(item("author", post).get("unreached")).singleElement().asString().contains("may have arrived");

		sends("author", "/outbox/" + first.id() + "/again", Map.of()).andExpect(status().isForbidden());
		sends("admin", "/outbox/" + first.id() + "/again", Map.of()).andExpect(status().is3xxRedirection());
		sends("admin", "/outbox/" + first.id() + "/again", Map.of()).andExpect(status().isConflict());
		postman(this.received).round();

		assertThat(this.received.to()).hasSize(3).contains(first.login());
		assertThat(this.outbox.tries(first.id())).extracting(MailTry::outcome)
			.containsExactly(MailOutcome.NOT_KNOWN, MailOutcome.AGAIN, MailOutcome.SENT);
		assertThat(item("author", post).get("unreached")).isEmpty();
	}

	@Test
	void ofTwoWhoSendItAgainAtOnceTheSecondIsTold() throws Exception {
		proposes();
		this.taskMails.spread();
		Mail mail = this.outbox.due(1).get(0);
		this.outbox.take(mail);
		this.outbox.finish(mail, MailOutcome.NOT_KNOWN, "");
		String address = "/outbox/" + mail.id() + "/again";

		CompletableFuture<ResultActions> second = new CompletableFuture<>();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.outbox.again(mail, "admin")).isTrue();
			second.completeAsync(() -> {
				try {
					return sends("admin", address, Map.of());
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
			assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).as("the second waits for the first")
				.isInstanceOf(TimeoutException.class);
		});

		second.get(20, TimeUnit.SECONDS)
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("nothing has changed")));
		assertThat(this.outbox.tries(mail.id())).extracting(MailTry::outcome)
			.containsExactly(MailOutcome.NOT_KNOWN, MailOutcome.AGAIN);
		this.outbox.finish(mail, MailOutcome.NOT_NEEDED, "");
	}

	@Test
	void twoPostmenAtOnceSendEachMailOnce() throws Exception {
		proposes();
		this.taskMails.spread();

		CompletableFuture
			.allOf(CompletableFuture.runAsync(postman(this.received)::round),
					CompletableFuture.runAsync(postman(this.received)::round))
			.join();

		assertThat(this.received.to()).containsExactlyInAnyOrder("objects", "objects2", "approver2");
	}

	@Test
	@Policy("CEO")
	void theChiefExecutiveIsToldAtOnceWhateverTheyChose() throws Exception {
		choose("ceo", MailChoice.OFF);
		String incident = starts("author", "incident-escalation", Map.of("what", "A passer-by was threatened."));
		sends("sct", "/tasks/" + task(incident, "triage-incident"),
				Map.of("risk", "SIGNIFICANT", "riskReason", "It may go on.", "severity", "S2", "entities",
						List.of("TRUST", "SECTION"), "personalDataBreach", "NO", "response", "NO_RESPONSE",
						"responseReason", "An answer would spread it."))
			.andExpect(status().is3xxRedirection());
		sends("author", "/mail", Map.of("choice", "SOMETIMES")).andExpect(status().isUnprocessableEntity());

		postman(this.received).round();

		assertThat(this.received.to()).contains("ceo").doesNotContain("sct");
		assertThat(this.received.letters())
			.allSatisfy((letter) -> assertThat(letter.text() + letter.subject()).doesNotContain("passer-by"));
	}

	@Test
	void theOutboxIsForAdministrators() throws Exception {
		asks("author", "/outbox").andExpect(status().isForbidden());
		asks("hoc", "/outbox/1").andExpect(status().isForbidden());
		asks("admin", "/outbox").andExpect(status().isOk());
	}

	@Test
	void aMonitorSeesHowTheMailGetsOn() throws Exception {
		proposes();
		this.taskMails.spread();

		assertThat(figures()).containsEntry("mails_waiting", 3.0).containsEntry("mail_oldest_seconds", 0.0);
		double missed = figures().get("mails_missed");
		after(Duration.ofSeconds(90));
		assertThat(figures()).containsEntry("mail_oldest_seconds", 90.0);
		this.received.answers(MailOutcome.REFUSED, true);
		postman(this.received).round();

		assertThat(figures()).containsEntry("mails_waiting", 0.0)
			.containsEntry("mail_oldest_seconds", 0.0)
			.containsEntry("mails_missed", missed + 3);
	}

	private Map<String, Double> figures() {
		return this.figures.at(this.clock.instant()).stream().collect(Collectors.toMap(Figure::name, Figure::value));
	}

	private String businessKey(Job job) {
		return this.jdbc.sql("select business_key_ from act_hi_procinst where proc_inst_id_ = ?")
			.param(job.getProcessInstanceId())
			.query(String.class)
			.single();
	}

}
