package org.imprimatur.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.imprimatur.crash.Crew.Open;

/**
 * What one full post costs in the real application, from proposal to recorded release,
 * and how long pages take with 200 posts waiting. Prints the time to start, the memory of
 * the process (on Linux) and times. No test, since a timing proves nothing on another
 * machine: run {@code main} with the test class path. Arguments are options of the JVM
 * and settings of the application.
 */
final class FullPosts {

	private static final int POSTS = 50;

	private static final int OPEN = 200;

	private FullPosts() {
	}

	/** A request whose time is taken. */
	private interface Request {

		void send() throws Exception;

	}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createTempDirectory("full-posts");
		try (OwnProcess application = OwnProcess.start(folder, args)) {
			System.out.printf("first start, to health: %d ms%n", application.untilUp().toMillis());
		}
		try (OwnProcess application = OwnProcess.start(folder, args)) {
			System.out.printf("second start, to health: %d ms, %s%n", application.untilUp().toMillis(),
					memory(application));
			Crew crew = new Crew(application);
			long cold = time(() -> full(crew));
			System.out.printf("the first full post: %d ms, %s%n", cold, memory(application));
			List<Long> times = new ArrayList<>();
			for (int post = 0; post < POSTS; post++) {
				times.add(time(() -> full(crew)));
			}
			times.sort(null);
			System.out.printf("%d full posts: p50 %d ms, max %d ms, %s%n", POSTS, times.get(POSTS / 2),
					times.get(POSTS - 1), memory(application));
			String reference = "";
			for (int post = 0; post < OPEN; post++) {
				reference = crew.propose(UUID.randomUUID().toString()).location();
			}
			Open open = crew.open(reference.replace("/items/", "")).get(0);
			pages(application, "approver", "/");
			pages(application, "objects", "/");
			pages(application, "objects", "/tasks/" + open.id());
			pages(application, "objects", reference);
			System.out.println(memory(application));
		}
	}

	private static void pages(OwnProcess application, String person, String path) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int round = 0; round < 9; round++) {
			times.add(time(() -> application.page(person, path)));
		}
		System.out.printf("%s as %s, %d waiting: %d ms, then p50 %d ms%n", path, person, OPEN, times.get(0),
				times.stream().sorted().toList().get(4));
	}

	private static void full(Crew crew) throws Exception {
		String reference = crew.propose(UUID.randomUUID().toString()).location().replace("/items/", "");
		List<Open> open = crew.open(reference);
		while (!open.isEmpty()) {
			crew.decide(open.get(0), Instant.now());
			open = crew.open(reference);
		}
	}

	private static long time(Request request) throws Exception {
		long begun = System.nanoTime();
		request.send();
		return (System.nanoTime() - begun) / 1_000_000;
	}

	private static String memory(OwnProcess application) throws Exception {
		Path status = Path.of("/proc", String.valueOf(application.pid()), "status");
		if (!Files.exists(status)) {
			return "memory not known";
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS"))
			.map((line) -> "resident " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
			.findFirst()
			.orElse("memory not known");
	}

}
