package org.imprimatur.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.imprimatur.crash.Crew.Open;

/**
 * How late people are asked to publish in the real application: 20 approved posts with
 * slots 8 seconds apart, the first one 70 seconds after the last request, when the job
 * executor has long gone idle. Prints the median and the greatest time from a slot to the
 * task. No test, since a timing proves nothing on another machine: run {@code main} with
 * the test class path, its paths absolute, since the application runs in a folder of its
 * own. Arguments are options of the JVM and settings of the application.
 */
final class SlotLateness {

	private static final int POSTS = 20;

	private SlotLateness() {
	}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("slot-lateness");
		try (OwnProcess application = OwnProcess.start(folder, args)) {
			Crew crew = new Crew(application);
			List<String> posts = new ArrayList<>();
			for (int post = 0; post < POSTS; post++) {
				posts.add(approved(crew));
			}
			Instant first = Instant.now().plusSeconds(90).truncatedTo(ChronoUnit.SECONDS);
			for (int post = 0; post < POSTS; post++) {
				crew.decide(crew.open(posts.get(post)).get(0), slot(first, post));
			}
			Instant idle = Instant.now();
			Instant end = slot(first, POSTS).plusSeconds(60);
			Awaitility.await()
				.atMost(Duration.ofMinutes(10))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> Instant.now().isAfter(slot(first, POSTS).plusSeconds(5)));
			Awaitility.await()
				.atMost(Duration.between(Instant.now(), end))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> crew.open().values().stream().allMatch((open) -> open.task().equals("publish-post")));
			Map<String, Open> open = crew.open();
			List<Long> late = new ArrayList<>();
			for (int post = 0; post < POSTS; post++) {
				late.add(Duration.between(slot(first, post), open.get(posts.get(post)).created()).toMillis());
			}
			System.out.printf("idle for %d s; lateness in ms, in order: %s%n",
					Duration.between(idle, first).toSeconds(), late);
			late.sort(null);
			System.out.printf("%d slots: p50 %d ms, max %d ms%n", POSTS, late.get(POSTS / 2), late.get(POSTS - 1));
		}
	}

	private static String approved(Crew crew) throws Exception {
		String reference = crew.propose(UUID.randomUUID().toString()).location().replace("/items/", "");
		Open open = crew.open(reference).get(0);
		while (!open.task().equals("schedule-post")) {
			crew.decide(open, null);
			open = crew.open(reference).get(0);
		}
		return reference;
	}

	private static Instant slot(Instant first, int post) {
		return first.plusSeconds(8L * post);
	}

}
