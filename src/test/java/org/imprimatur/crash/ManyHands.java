package org.imprimatur.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Several people at work at the same time. */
final class ManyHands {

	/** How many requests are under way at a time. */
	private static final int AT_ONCE = 8;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private ManyHands() {
	}

	/** An act of somebody; false if there is nothing left to do. */
	interface Work {

		boolean act() throws Exception;

	}

	/** What is done to one post. */
	interface Step {

		void act(String post) throws Exception;

	}

	/**
	 * Keeps several people at work, and kills the application when so many acts have been
	 * acknowledged, with others under way.
	 */
	static void killDuring(OwnProcess application, int acknowledgements, Work work) throws Exception {
		CountDownLatch left = new CountDownLatch(acknowledgements);
		killWhen(application, () -> left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), () -> {
			boolean more = work.act();
			if (more) {
				left.countDown();
			}
			return more;
		});
	}

	/**
	 * Keeps several people at work, and kills the application when something has come.
	 * @param come waits for it; false if it does not come
	 */
	static void killWhen(OwnProcess application, Callable<Boolean> come, Work work) throws Exception {
		Callable<Void> person = () -> {
			boolean more = true;
			while (more) {
				more = work.act();
			}
			return null;
		};
		ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Future<Void>> all = Stream.generate(() -> people.submit(person)).limit(AT_ONCE).toList();
			boolean enough;
			try {
				enough = come.call();
			}
			finally {
				application.kill();
			}
			for (Future<Void> one : all) {
				try {
					one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
				}
				catch (ExecutionException ex) {
					// no answer: the application was killed
					assertThat(ex.getCause()).isInstanceOf(IOException.class);
				}
			}
			assertThat(enough).as("what was waited for has come").isTrue();
		}
		finally {
			people.shutdownNow();
		}
	}

	static void together(List<String> posts, Step step) throws Exception {
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

}
