package org.imprimatur.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.imprimatur.crash.ByHttp.Answer;
import org.imprimatur.crash.Crew.Open;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real application in a process of its own is killed once while people submit, slots
 * arrive and mails go out, and once more while it starts. Whatever was acknowledged is
 * there, once; whatever was not is there as a whole or not at all. Each of these with a
 * kill of its own: {@code CrashRoundsTest}.
 */
class CrashTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int SCHEDULED = 4;

	@TempDir
	private Path folder;

	@Test
	void keepsWhatWasAcknowledgedOnceWhateverItWasKilledAt() throws Exception {
		MailTaken mails = new MailTaken();
		mails.start();
		String[] options = OwnProcess.small(mails.settings());
		OwnProcess application = OwnProcess.start(this.folder, options);
		try {
			Crew crew = new Crew(application);
			Instant slot = Instant.now().plusSeconds(10);
			List<String> scheduled = scheduled(crew, slot);
			Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(slot.minusSeconds(2)));
			Map<String, String> acknowledged = new ConcurrentHashMap<>();
			Set<String> sent = ConcurrentHashMap.newKeySet();
			ManyHands.killWhen(application, () -> {
				Awaitility.await()
					.atMost(PATIENCE)
					.pollInterval(Duration.ofMillis(10))
					.until(() -> acknowledged.size() > 5 && crew.somethingToPublish());
				return true;
			}, () -> {
				String key = UUID.randomUUID().toString();
				sent.add(key);
				acknowledged.put(key, accepted(crew.propose(key)).location());
				return true;
			});
			killedAtStart(options);
			assertThat(Halves.in(this.folder)).isEmpty();

			application = OwnProcess.start(this.folder, options);
			postsOnce(application, sent, acknowledged);
			askedToPublishOnce(application, scheduled);
			toldOnce(application, mails);
			saysThatTheDatabaseIsInUse();
			application.stop();
			assertThat(Halves.in(this.folder)).isEmpty();
			assertThat(Halves.rows(this.folder, "select name_ from act_re_deployment")).containsExactly("Imprimatur");
		}
		finally {
			application.close();
			mails.stop();
		}
	}

	private static List<String> scheduled(Crew crew, Instant slot) throws Exception {
		List<String> posts = Collections.synchronizedList(new ArrayList<>());
		ManyHands.together(Stream.generate(() -> UUID.randomUUID().toString()).limit(SCHEDULED).toList(),
				(key) -> posts.add(accepted(crew.propose(key)).location().replace("/items/", "")));
		ManyHands.together(posts, (post) -> {
			for (int step = 0; step < 3; step++) {
				accepted(crew.decide(crew.open(post).get(0), slot));
			}
		});
		return List.copyOf(posts);
	}

	private void killedAtStart(String[] options) {
		OwnProcess halfStarted = OwnProcess.begin(this.folder, options);
		try {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(50))
				.until(() -> halfStarted.log().contains("Tomcat initialized"));
		}
		finally {
			halfStarted.kill();
		}
	}

	/** Whoever had no answer sends the same again, and so may the others. */
	private static void postsOnce(OwnProcess application, Set<String> sent, Map<String, String> acknowledged)
			throws Exception {
		Crew crew = new Crew(application);
		Set<String> references = Collections.synchronizedSet(new TreeSet<>());
		ManyHands.together(List.copyOf(sent), (key) -> {
			String reference = accepted(crew.propose(key)).location();
			references.add(reference);
			assertThat(reference).isEqualTo(acknowledged.getOrDefault(key, reference));
			JsonNode item = application.get("author", reference);
			assertThat(item.get("body").asText()).isEqualTo("Post " + key);
			assertThat(item.get("revision").asInt()).isEqualTo(1);
		});
		assertThat(references).hasSameSizeAs(sent);
		assertThat(crew.bodies()).filteredOn((body) -> sent.contains(body.substring(5))).hasSameSizeAs(sent);
	}

	private static void askedToPublishOnce(OwnProcess application, List<String> posts) throws Exception {
		Crew crew = new Crew(application);
		Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(posts) == posts.size());
		Map<String, Open> open = crew.open();
		for (String post : posts) {
			assertThat(application.get("admin",
					"/engine-rest/history/task?maxResults=9&taskDefinitionKey=publish-post&processInstanceId="
							+ open.get(post).caseId()))
				.hasSize(1);
		}
	}

	private static void toldOnce(OwnProcess application, MailTaken mails) throws Exception {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> application.get("admin", "/outbox").get("waiting").asInt() == 0);
		List<String> received = mails.received();
		assertThat(received).isNotEmpty().doesNotHaveDuplicates();
		for (JsonNode mail : application.get("admin", "/outbox").get("mails")) {
			JsonNode tries = mail.get("tries");
			String outcome = tries.get(tries.size() - 1).get("outcome").asText();
			assertThat(outcome).isIn("SENT", "NOT_KNOWN", "NOT_NEEDED");
			if (outcome.equals("SENT")) {
				assertThat(received).contains("<mail-" + mail.get("id").asText() + ".imprimatur@example.org>");
			}
		}
	}

	private void saysThatTheDatabaseIsInUse() {
		try (OwnProcess second = OwnProcess.begin(this.folder, "-Xmx256m", "-XX:TieredStopAtLevel=1")) {
			assertThat(second.awaitEnd()).isEqualTo(1);
			assertThat(second.log()).contains("is in use").doesNotContain("\tat ");
		}
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as(() -> String.valueOf(answer.body())).isEqualTo(303);
		return answer;
	}

}
