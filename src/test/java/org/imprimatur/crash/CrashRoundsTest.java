package org.imprimatur.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.imprimatur.crash.ByHttp.Answer;
import org.imprimatur.crash.Crew.Open;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real application in a process of its own is killed in the middle of its work, and
 * started again on the same database file. Whatever was acknowledged is there, once;
 * whatever was not is there as a whole or not at all. Each test kills once more; only the
 * order saves starts, no test needs what another one made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("faults")
class CrashRoundsTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	static Path folder;

	private static final MailTaken mails = new MailTaken();

	private static OwnProcess application;

	private static Crew crew;

	@BeforeAll
	static void startMailServer() {
		mails.start();
	}

	@BeforeEach
	void startIfNeeded() throws Exception {
		if (application == null || !application.isAlive()) {
			start();
		}
	}

	private static void start() throws Exception {
		// a job in hand waits for its lock to end: two minutes in real use
		application = OwnProcess.start(folder, options());
		crew = new Crew(application);
		// what is asked first takes long, and holds the others up
		approve(proposed(1).get(0));
	}

	private static String[] options() {
		return OwnProcess.small(mails.settings());
	}

	@AfterAll
	static void end() {
		mails.stop();
		if (application != null) {
			application.close();
		}
	}

	@Test
	@Order(1)
	void keepsEveryPostThatWasAcknowledgedOnceAndNoHalfOfAnother() throws Exception {
		Set<String> sent = ConcurrentHashMap.newKeySet();
		Map<String, String> acknowledged = new ConcurrentHashMap<>();
		ManyHands.killDuring(application, ThreadLocalRandom.current().nextInt(10, 20), () -> {
			String key = UUID.randomUUID().toString();
			sent.add(key);
			acknowledged.put(key, accepted(crew.propose(key)).location());
			return true;
		});

		assertThat(Halves.in(folder)).isEmpty();
		start();

		Map<String, Open> open = crew.open();
		assertThat(acknowledged.values()).doesNotHaveDuplicates();
		for (Map.Entry<String, String> one : acknowledged.entrySet()) {
			JsonNode item = application.get("author", one.getValue());
			assertThat(item.get("body").asText()).isEqualTo("Post " + one.getKey());
			assertThat(item.get("revision").asInt()).isEqualTo(1);
			assertThat(open.get(item.get("reference").asText()).task()).isEqualTo("check-charity-objects");
		}
		// whoever had no answer sends the same again, and so may the others
		Set<String> references = new TreeSet<>();
		for (String key : sent) {
			String reference = accepted(crew.propose(key)).location();
			references.add(reference);
			assertThat(reference).isEqualTo(acknowledged.getOrDefault(key, reference));
			assertThat(application.get("author", reference).get("body").asText()).isEqualTo("Post " + key);
		}
		assertThat(references).hasSameSizeAs(sent);
		assertThat(crew.bodies()).filteredOn((body) -> sent.contains(body.substring(5))).hasSameSizeAs(sent);
	}

	@Test
	@Order(2)
	void hasADecisionAndItsStepTogetherOrNeither() throws Exception {
		List<String> posts = proposed(10);
		Map<String, Open> before = crew.open();
		Queue<Open> work = new ConcurrentLinkedQueue<>(posts.stream().map(before::get).toList());
		Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
		posts.forEach((post) -> acknowledged.put(post, ConcurrentHashMap.newKeySet()));
		ManyHands.killDuring(application, ThreadLocalRandom.current().nextInt(6, 14), () -> {
			Open open = work.poll();
			if (open == null) {
				return false;
			}
			accepted(crew.decide(open, null));
			acknowledged.get(open.reference()).add(open.task());
			crew.open(open.reference())
				.stream()
				.filter((next) -> next.task().equals("sign-off-post"))
				.forEach(work::add);
			return true;
		});

		assertThat(Halves.in(folder)).isEmpty();
		start();

		Map<String, Open> open = crew.open();
		for (String post : posts) {
			Set<String> decided = crew.decided(post);
			assertThat(decided).as(post).containsAll(acknowledged.get(post));
			assertThat(open.get(post).task()).as(post)
				.isEqualTo(decided.contains("sign-off-post") ? "schedule-post"
						: decided.contains("check-charity-objects") ? "sign-off-post" : "check-charity-objects");
			approve(post);
			assertThat(crew.decided(post)).as(post).containsExactlyInAnyOrder("check-charity-objects", "sign-off-post");
		}
	}

	@Test
	@Order(3)
	void asksToPublishOnceWhenKilledWhileSlotsArrive() throws Exception {
		List<String> posts = proposed(10);
		ManyHands.together(posts, CrashRoundsTest::approve);
		Map<String, Open> unscheduled = crew.open();
		Instant slot = Instant.now().plusSeconds(8);
		ManyHands.together(posts, (post) -> accepted(crew.decide(unscheduled.get(post), slot)));
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> crew.toPublish(posts) > 0);
		application.kill();

		assertThat(Halves.in(folder)).isEmpty();
		start();

		Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(posts) == posts.size());
		Map<String, Open> open = crew.open();
		for (String post : posts) {
			assertThat(open.get(post).task()).isEqualTo("publish-post");
			String ofCase = "processInstanceId=" + open.get(post).caseId();
			assertThat(application.get("admin",
					"/engine-rest/history/task?maxResults=9&taskDefinitionKey=publish-post&" + ofCase))
				.hasSize(1);
			assertThat(application
				.get("admin", "/engine-rest/process-instance/" + open.get(post).caseId() + "/variables/whatNext")
				.get("value")
				.asText()).isEqualTo("PUBLISH");
			assertThat(application.get("admin",
					"/engine-rest/history/job-log?maxResults=9&successLog=true&activityIdIn=slot-arrived&" + ofCase))
				.hasSize(1);
			accepted(crew.decide(open.get(post), null));
			assertThat(application.get("author", "/items/" + post).get("state").asText()).startsWith("Published on ");
		}
	}

	@Test
	@Order(4)
	void tellsEverybodyAndNobodyTwiceWhenKilledWhileMailsGoOut() throws Exception {
		int before = mails.received().size();
		List<String> posts = proposed(8);
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> mails.received().size() > before + 3);
		application.kill();
		OwnProcess halfStarted = OwnProcess.begin(folder, options());
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> halfStarted.log().contains("Tomcat initialized"));
		halfStarted.kill();

		assertThat(Halves.in(folder)).isEmpty();
		start();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> application.get("admin", "/outbox").get("waiting").asInt() == 0);

		List<String> received = mails.received();
		assertThat(received).doesNotHaveDuplicates();
		Map<String, Integer> told = new HashMap<>();
		for (JsonNode mail : application.get("admin", "/outbox").get("mails")) {
			JsonNode tries = mail.get("tries");
			String outcome = tries.get(tries.size() - 1).get("outcome").asText();
			assertThat(outcome).isIn("SENT", "NOT_KNOWN", "NOT_NEEDED");
			if (outcome.equals("SENT")) {
				assertThat(received).contains("<mail-" + mail.get("id").asText() + ".imprimatur@example.org>");
			}
			told.merge(mail.get("reference").asText(), 1, Integer::sum);
		}
		assertThat(told.keySet()).containsAll(posts);
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as(() -> answer.body() + "\n" + application.endOfLog()).isEqualTo(303);
		return answer;
	}

	/** References of posts that are newly submitted. */
	private static List<String> proposed(int number) throws Exception {
		List<String> references = Collections.synchronizedList(new ArrayList<>());
		ManyHands.together(Stream.generate(() -> UUID.randomUUID().toString()).limit(number).toList(),
				(key) -> references.add(accepted(crew.propose(key)).location().replace("/items/", "")));
		return List.copyOf(references);
	}

	/** Has the post checked and signed as far as it is not. */
	private static void approve(String post) throws Exception {
		Open open = crew.open(post).get(0);
		while (!open.task().equals("schedule-post")) {
			accepted(crew.decide(open, null));
			open = crew.open(post).get(0);
		}
	}

}
