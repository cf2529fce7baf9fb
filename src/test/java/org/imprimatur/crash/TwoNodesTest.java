package org.imprimatur.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.imprimatur.crash.ByHttp.Answer;
import org.imprimatur.crash.Crew.Open;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two copies of the application on one empty database, begun at the same moment: of two
 * people one wins and the other is told, slots arrive once, mails go out once, and when
 * one copy is killed the other goes on.
 */
@Tag("faults")
class TwoNodesTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int POSTS = 6;

	@TempDir
	private Path folder;

	@Test
	void workTogetherOnOneDatabase() throws Exception {
		MailTaken mails = new MailTaken();
		mails.start();
		try (OwnServer server = OwnServer.start(this.folder)) {
			String[] options = OwnProcess.small(server.settings(), mails.settings());
			try (OwnProcess one = OwnProcess.begin(this.folder, options);
					OwnProcess other = OwnProcess.begin(this.folder, options)) {
				one.awaitUp();
				other.awaitUp();
				List<Crew> both = List.of(new Crew(one), new Crew(other));
				List<String> posts = submittedOnce(both);
				decidedOnce(both, posts, "sign-off-post", null);
				decidedOnce(both, posts, "schedule-post", null);
				Instant slot = Instant.now().plusSeconds(12);
				decidedOnce(both, posts, null, slot);
				Awaitility.await().atMost(PATIENCE).until(() -> both.get(1).toPublish(posts) > 0);
				one.kill();
				askedToPublishOnce(other, posts);
				toldOnce(other, mails);
			}
			assertThat(Halves.in(server.url(), "postgres")).isEmpty();
		}
		finally {
			mails.stop();
		}
	}

	/** The same proposal reaches both copies at once. */
	private static List<String> submittedOnce(List<Crew> both) throws Exception {
		Map<String, Set<String>> references = new ConcurrentHashMap<>();
		List<String> keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(POSTS).toList();
		ManyHands.together(keys.stream().flatMap((key) -> Stream.of("0" + key, "1" + key)).toList(), (sent) -> {
			String key = sent.substring(1);
			Answer answer = both.get(Integer.parseInt(sent.substring(0, 1))).propose(key);
			if (answer.status() == 409) {
				// the other one was at it at this very moment
				answer = both.get(0).propose(key);
			}
			assertThat(answer.status()).as(() -> String.valueOf(sent)).isEqualTo(303);
			references.computeIfAbsent(key, (any) -> ConcurrentHashMap.newKeySet())
				.add(answer.location().replace("/items/", ""));
		});
		assertThat(references.values()).allSatisfy((of) -> assertThat(of).hasSize(1));
		List<String> posts = references.values().stream().flatMap(Set::stream).toList();
		assertThat(posts).hasSize(POSTS).doesNotHaveDuplicates();
		assertThat(both.get(0).bodies()).hasSize(POSTS).doesNotHaveDuplicates();
		return posts;
	}

	/** Somebody decides at each copy at the same moment. */
	private static void decidedOnce(List<Crew> both, List<String> posts, String next, Instant slot) throws Exception {
		for (String post : posts) {
			Open open = both.get(0).open(post).get(0);
			List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
			ManyHands.together(List.of("0", "1"),
					(at) -> statuses.add(both.get(Integer.parseInt(at)).decide(open, slot).status()));
			assertThat(statuses).as(post + " at " + open.task()).containsExactlyInAnyOrder(303, 409);
			if (next != null) {
				assertThat(both.get(1).open(post)).singleElement()
					.satisfies((now) -> assertThat(now.task()).isEqualTo(next));
			}
		}
	}

	private static void askedToPublishOnce(OwnProcess application, List<String> posts) throws Exception {
		Crew crew = new Crew(application);
		Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(posts) == posts.size());
		Map<String, Open> open = crew.open();
		for (String post : posts) {
			String ofCase = "processInstanceId=" + open.get(post).caseId();
			assertThat(application.get("admin",
					"/engine-rest/history/task?maxResults=9&taskDefinitionKey=publish-post&" + ofCase))
				.hasSize(1);
			assertThat(application.get("admin",
					"/engine-rest/history/job-log?maxResults=9&successLog=true&activityIdIn=slot-arrived&" + ofCase))
				.hasSize(1);
			assertThat(crew.decided(post)).containsExactlyInAnyOrder("check-charity-objects", "sign-off-post");
		}
	}

	private static void toldOnce(OwnProcess application, MailTaken mails) throws Exception {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> application.get("admin", "/outbox").get("waiting").asInt() == 0);
		List<String> received = mails.received();
		assertThat(received).isNotEmpty().doesNotHaveDuplicates();
		int sent = 0;
		for (JsonNode mail : application.get("admin", "/outbox").get("mails")) {
			JsonNode tries = mail.get("tries");
			assertThat(tries).hasSize(1);
			String outcome = tries.get(0).get("outcome").asText();
			assertThat(outcome).isIn("SENT", "NOT_KNOWN", "NOT_NEEDED");
			if (outcome.equals("SENT")) {
				sent++;
				assertThat(received).contains("<mail-" + mail.get("id").asText() + ".imprimatur@example.org>");
			}
		}
		assertThat(sent).isGreaterThan(POSTS);
	}

}
