package org.imprimatur.crash;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.imprimatur.crash.ByHttp.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database server goes while the application runs, and comes back: people are told in
 * words, health tells the truth, nothing has to be started again, and what was sent again
 * is there once.
 */
@Tag("faults")
class ServerGoneTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private Path folder;

	@Test
	void peopleAreToldWhileItIsGoneAndTheWorkGoesOnWhenItIsBack() throws Exception {
		MailTaken mails = new MailTaken();
		mails.start();
		try (OwnServer server = OwnServer.start(this.folder);
				OwnProcess application = OwnProcess.start(this.folder,
						OwnProcess.small(server.settings(), mails.settings()))) {
			Crew crew = new Crew(application);
			Instant slot = Instant.now().plusSeconds(12);
			String scheduled = scheduled(crew, slot);
			String waiting = reference(crew.propose(UUID.randomUUID().toString()));

			Visitor visitor = Visitor.signedIn(application.address(), "author");
			String form = visitor.read("/start/post-approval").body();

			server.stop();
			Instant gone = Instant.now();
			Awaitility.await()
				.atMost(Duration.ofSeconds(15))
				.until(() -> application.health("/readiness").status() == 503);
			System.out.printf("readiness said so %d ms after%n", Duration.between(gone, Instant.now()).toMillis());
			assertThat(application.health("/readiness").body().get("status").asText()).isIn("DOWN", "OUT_OF_SERVICE");
			assertThat(application.health("/liveness").status()).as("a new start would not help").isEqualTo(200);
			String key = UUID.randomUUID().toString();
			toldInWords(application, key, "/items/" + waiting);
			String typed = UUID.randomUUID().toString();
			Map<String, String> kept = toldOnPage(visitor, form, typed);
			Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(slot.plusSeconds(1)));

			server.startAgain();
			Awaitility.await().atMost(PATIENCE).until(() -> application.health("/readiness").status() == 200);
			String sentAgain = reference(crew.propose(key));
			assertThat(reference(crew.propose(key))).isEqualTo(sentAgain);
			HttpResponse<String> taken = visitor.send("/start/post-approval", kept);
			assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
			String byButton = taken.headers().firstValue("Location").orElseThrow();
			assertThat(visitor.send("/start/post-approval", kept).headers().firstValue("Location")).hasValue(byButton);
			assertThat(crew.bodies()).containsOnlyOnce("Post " + key, "Post " + typed + " <b>&\" 🕊");
			assertThat(crew.open().keySet()).containsExactlyInAnyOrder(scheduled, waiting, sentAgain,
					byButton.replace("/items/", ""));
			assertThat(crew.open(waiting).get(0).task()).isEqualTo("check-charity-objects");
			Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(List.of(scheduled)) == 1);
			toldOnce(application, mails, sentAgain);
			assertThat(Halves.in(server.url(), "postgres")).isEmpty();
		}
		finally {
			mails.stop();
		}
	}

	/** Whatever is asked or sent by a program. */
	private static void toldInWords(OwnProcess application, String key, String item) throws Exception {
		ManyHands.together(
				List.of("/", item, "/engine-rest/task", "/outbox", "/camunda/app/tasklist/default/",
						"/actuator/prometheus", "/start/post-approval"),
				(path) -> assertThat(application.ask("admin", path).status()).as(path).isEqualTo(503));
		Answer refused = new Crew(application).propose(key);
		assertThat(refused.status()).as(application::endOfLog).isEqualTo(503);
		assertThat(refused.body().get("detail").asText()).contains("The database does not answer", "try again");
	}

	/**
	 * Somebody who had signed in before sends a form.
	 * @return what the page that says so sends again
	 */
	private static Map<String, String> toldOnPage(Visitor visitor, String form, String key) throws Exception {
		Map<String, String> fields = Visitor.hidden(form, "/start/post-approval");
		fields.putAll(Map.of("accounts", "main-x", "kind", "ORIGINAL", "body", "Post " + key + " <b>&\" 🕊",
				"grounding", "POLICY", "groundingSource", "Our policy on the right to protest", "decision", "SUBMIT"));
		HttpResponse<String> page = visitor.send("/start/post-approval", fields);
		// it is masked anew on each page
		fields.remove("_csrf");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("<h1", "The database does not answer", "Send it again")
			.doesNotContain("Exception", "jdbc");
		Map<String, String> kept = Visitor.hidden(page.body(), "/start/post-approval");
		assertThat(kept).containsAllEntriesOf(fields);
		HttpResponse<String> home = visitor.read("/");
		assertThat(home.statusCode()).isEqualTo(503);
		assertThat(home.body()).contains("<h1", "The database does not answer");
		return kept;
	}

	private static String scheduled(Crew crew, Instant slot) throws Exception {
		String post = reference(crew.propose(UUID.randomUUID().toString()));
		for (int step = 0; step < 3; step++) {
			assertThat(crew.decide(crew.open(post).get(0), slot).status()).isEqualTo(303);
		}
		return post;
	}

	private static String reference(Answer answer) {
		assertThat(answer.status()).as(() -> String.valueOf(answer.body())).isEqualTo(303);
		return answer.location().replace("/items/", "");
	}

	private static void toldOnce(OwnProcess application, MailTaken mails, String post) throws Exception {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(application.get("admin", "/outbox").get("mails"))
				.anyMatch((mail) -> mail.get("reference").asText().equals(post)
						&& mails.received().contains("<mail-" + mail.get("id").asText() + ".imprimatur@example.org>")));
		assertThat(mails.received()).doesNotHaveDuplicates();
	}

}
