package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.imprimatur.kernel.Policy;
import org.imprimatur.retention.Night;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy("APPROVED")
@DisplayName("What is due is deleted each night between two and five in London")
class NightlyDeletionTests extends PostsAtWork {

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		logger().addAppender(this.log);
	}

	@AfterEach
	void listenNoMore() {
		logger().detachAppender(this.log);
	}

	@Test
	@DisplayName("once a night, by London's clock, not the world's")
	void byTheClock() {
		Night night = new Night(this.stage.context);
		String first = ended("2000-07-03T10:00");
		String second = ended("2000-07-04T10:00");
		// half past midnight and two in London; an hour less by the world's clock
		for (String early : List.of("2002-07-03T00:30", "2002-07-03T01:59")) {
			this.stage.itIs(early);
			night.looksIn();
			assertThat(isThere(first)).as(early).isTrue();
		}
		this.stage.itIs("2002-07-03T02:00");
		night.looksIn();
		assertThat(isThere(first)).isFalse();
		assertThat(isThere(second)).as("due tomorrow").isTrue();
		String third = ended("2000-07-02T10:00");
		this.stage.itIs("2002-07-03T04:50");
		night.looksIn();
		assertThat(isThere(third)).as("the same night").isTrue();
		this.stage.itIs("2002-07-04T05:00");
		night.looksIn();
		assertThat(isThere(third)).as("too late in the morning").isTrue();
		this.stage.itIs("2002-07-05T04:59");
		night.looksIn();
		assertThat(List.of(isThere(second), isThere(third))).as("the next night").containsOnly(false);
		assertThat(errors()).isEmpty();
	}

	@Test
	@DisplayName("by two nodes at once: each item goes once, and neither complains")
	void twoNodes() throws Exception {
		List<String> ended = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ended.add(ended("2000-08-03T10:00"));
		}
		Night one = new Night(this.stage.context);
		Night other = new Night(this.stage.context);
		this.stage.itIs("2002-08-03T02:10");
		CyclicBarrier both = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> rounds = new ArrayList<>();
			for (Night night : List.of(one, other)) {
				rounds.add(threads.submit(() -> {
					both.await();
					night.looksIn();
					return null;
				}));
			}
			for (Future<?> round : rounds) {
				round.get();
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(errors()).isEmpty();
		for (String reference : ended) {
			assertThat(isThere(reference)).isFalse();
			assertThat(
					this.stage.jdbc.sql("select count(*) from erasure_row where reference = ? and table_name = 'post'")
						.param(reference)
						.query(Long.class)
						.single())
				.as("deleted once")
				.isEqualTo(1);
		}
		one.looksIn();
		new Night(this.stage.context).looksIn();
		assertThat(errors()).as("a node that comes later finds nothing").isEmpty();
	}

	private String ended(String londonTime) {
		this.stage.itIs(londonTime);
		OnePost post = this.author.submits(aPost());
		this.stage.runtime.deleteProcessInstance(post.caseId(), "by the test");
		return post.reference();
	}

	private boolean isThere(String reference) {
		return this.stage.jdbc.sql("select count(*) from post where reference = ?")
			.param(reference)
			.query(Long.class)
			.single() > 0;
	}

	private List<String> errors() {
		return this.log.list.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("org.imprimatur.retention");
	}

}
