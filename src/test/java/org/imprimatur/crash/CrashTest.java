package org.imprimatur.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.imprimatur.crash.Crew.Open;
import org.imprimatur.crash.OwnProcess.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
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
class CrashTest {

	/** How many requests are under way at a time. */
	private static final int AT_ONCE = 8;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	static Path folder;

	private static final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private static OwnProcess application;

	private static Crew crew;

	@BeforeAll
	static void startMailServer() {
		mailServer.start();
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
		return new String[] { "-Xmx384m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"--camunda.bpm.job-execution.lock-time-in-millis=10000", "--camunda.bpm.job-execution.max-wait=2000",
				"--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mailServer.getSmtp().getPort(),
				"--imprimatur.mail.from=imprimatur@example.org", "--imprimatur.mail.longest-try=5s" };
	}

	@AfterAll
	static void end() {
		mailServer.stop();
		if (application != null) {
			application.close();
		}
	}

	@Test
	@Order(1)
	void keepsEveryPostThatWasAcknowledgedOnceAndNoHalfOfAnother() throws Exception {
		Set<String> sent = ConcurrentHashMap.newKeySet();
		Map<String, String> acknowledged = new ConcurrentHashMap<>();
		killDuring(ThreadLocalRandom.current().nextInt(15, 30), () -> {
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
		List<String> posts = proposed(14);
		Map<String, Open> before = crew.open();
		Queue<Open> work = new ConcurrentLinkedQueue<>(posts.stream().map(before::get).toList());
		Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
		posts.forEach((post) -> acknowledged.put(post, ConcurrentHashMap.newKeySet()));
		killDuring(ThreadLocalRandom.current().nextInt(8, 20), () -> {
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
		together(posts, CrashTest::approve);
		Map<String, Open> unscheduled = crew.open();
		Instant slot = Instant.now().plusSeconds(8);
		together(posts, (post) -> accepted(crew.decide(unscheduled.get(post), slot)));
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
		int before = mailsReceived().size();
		List<String> posts = proposed(12);
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> mailsReceived().size() > before + 3);
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

		List<String> received = mailsReceived();
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

	@Test
	@Order(5)
	void saysPlainlyThatTheDatabaseIsInUse() {
		try (OwnProcess second = OwnProcess.begin(folder, "-Xmx256m", "-XX:TieredStopAtLevel=1")) {
			assertThat(second.awaitEnd()).isEqualTo(1);
			assertThat(second.log()).contains("is in use").doesNotContain("\tat ");
		}
	}

	@Test
	@Order(6)
	void leavesAWholeRecordWhenItIsStopped() throws Exception {
		List<String> posts = proposed(1);
		application.stop();
		assertThat(Halves.in(folder)).isEmpty();
		assertThat(Halves.rows(folder, "select reference from post")).containsAll(posts);
		assertThat(Halves.rows(folder, "select name_ from act_re_deployment")).containsExactly("Imprimatur");
	}

	/** An act of somebody; false if there is nothing left to do. */
	private interface Work {

		boolean act() throws Exception;

	}

	/** What is done to one post. */
	private interface Step {

		void act(String post) throws Exception;

	}

	/**
	 * Keeps several people at work, and kills the application when so many acts have been
	 * acknowledged, with others under way.
	 */
	private static void killDuring(int acknowledgements, Work work) throws Exception {
		CountDownLatch left = new CountDownLatch(acknowledgements);
		Callable<Void> person = () -> {
			while (work.act()) {
				left.countDown();
			}
			return null;
		};
		ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Future<Void>> all = Stream.generate(() -> people.submit(person)).limit(AT_ONCE).toList();
			boolean enough = left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			application.kill();
			for (Future<Void> one : all) {
				try {
					one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
				}
				catch (ExecutionException ex) {
					// no answer: the application was killed
					assertThat(ex.getCause()).isInstanceOf(IOException.class);
				}
			}
			assertThat(enough).as("so many acts in time").isTrue();
		}
		finally {
			people.shutdownNow();
		}
	}

	private static void together(List<String> posts, Step step) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Callable<Void>> steps = new ArrayList<>();
			posts.forEach((post) -> steps.add(() -> {
				step.act(post);
				return null;
			}));
			for (Future<Void> one : people.invokeAll(steps)) {
				one.get();
			}
		}
		finally {
			people.shutdownNow();
		}
	}

	private static List<String> mailsReceived() {
		return Arrays.stream(mailServer.getReceivedMessages()).map(CrashTest::messageId).toList();
	}

	private static String messageId(MimeMessage mail) {
		try {
			return mail.getMessageID();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as(() -> answer.body() + "\n" + application.endOfLog()).isEqualTo(303);
		return answer;
	}

	/** References of posts that are newly submitted. */
	private static List<String> proposed(int number) throws Exception {
		List<String> references = Collections.synchronizedList(new ArrayList<>());
		together(Stream.generate(() -> UUID.randomUUID().toString()).limit(number).toList(),
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
