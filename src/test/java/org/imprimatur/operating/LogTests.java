package org.imprimatur.operating;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.logback.StructuredLogEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("PERSONAL")
@DisplayName("The log of real use")
class LogTests extends ProgramAtWork {

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	@BeforeEach
	void write() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat("ecs");
		encoder.setCharset(StandardCharsets.UTF_8);
		encoder.start();
		this.appender.setContext(context);
		this.appender.setEncoder(encoder);
		this.appender.setOutputStream(this.written);
		this.appender.start();
		root().addAppender(this.appender);
	}

	@AfterEach
	void close() {
		root().detachAppender(this.appender);
		this.appender.stop();
	}

	@Test
	@DisplayName("names the item that was worked on, not what was typed, and nobody")
	void submission() throws Exception {
		String post = proposes("A sentence for no log");
		does("objects", post, Map.of("decision", "ALIGNED", "object", "human-rights-research"));

		assertThat(lines()).filteredOn((line) -> line.path("log").path("logger").asText().contains("imprimatur.tasks"))
			.hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((line) -> assertThat(line.path("reference").asText()).isEqualTo(post));
		assertThat(text()).doesNotContain("A sentence for no log", "\"objects\"", "\"author\"");
		assertThat(org.slf4j.MDC.get("reference")).as("the next request is another's").isNull();
	}

	@Test
	@DisplayName("names the item of a step that failed, and not what the error repeats")
	void failure() throws Exception {
		String post = waitsForItsSlot();
		String job = slot(post).getId();
		this.jdbc.sql("update act_ru_execution set business_key_ = 'POST-2026-999999' where business_key_ = ?")
			.param(post)
			.update();
		after(Duration.ofHours(3));
		runDueJobs(List.of(job));

		LoggerFactory.getLogger(LogTests.class)
			.error("ENGINE-16004 Exception: Typed by somebody",
					new IllegalStateException("Typed by somebody", new RuntimeException("And more")));
		assertThat(lines()).filteredOn((line) -> line.path("log").path("logger").asText().startsWith("org.camunda"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line.path("reference").asText()).isEqualTo("POST-2026-999999"));
		assertThat(text()).doesNotContain("Typed by somebody", "And more")
			.contains("java.lang.IllegalStateException", "LogTests.failure");
		this.jdbc.sql("update act_ru_execution set business_key_ = ? where business_key_ = 'POST-2026-999999'")
			.param(post)
			.update();
	}

	@Test
	@DisplayName("names each item of a page that does several, on its own line")
	void several() throws Exception {
		List<String> posts = List.of(proposes("One"), proposes("Two"));
		for (String post : posts) {
			does("objects", post, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
			does("approver", post, Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
		}
		this.written.reset();
		Map<String, String> typed = new HashMap<>();
		for (String post : posts) {
			String task = this.tasks.createTaskQuery().processInstanceBusinessKey(post).singleResult().getId();
			typed.put(task + ".decision", "SCHEDULE");
			typed.put(task + ".publishAt", LondonTime.iso(this.clock.instant().plus(Duration.ofHours(3))));
		}
		assertThat(sends("author2", "/release", typed).andReturn().getResponse().getStatus()).isEqualTo(200);

		assertThat(done()).containsExactlyInAnyOrderElementsOf(posts);
	}

	@Test
	@DisplayName("keeps the path of a fault at the engine's REST, and not what the fault says")
	void faultAtRest() {
		LoggerFactory.getLogger("org.camunda.bpm.engine.rest.exception")
			.warn("ENGINE-REST-HTTP500 java.lang.IllegalStateException: Typed by somebody\n\tat a.B.c(B.java:1)\n");
		assertThat(text()).contains("ENGINE-REST-HTTP500 java.lang.IllegalStateException", "at a.B.c(B.java:1)")
			.doesNotContain("Typed by somebody");
	}

	/** The items of the tasks that were done, by the log. */
	private List<String> done() throws Exception {
		return lines().stream()
			.filter((line) -> line.path("message").asText().endsWith(" is done"))
			.map((line) -> line.path("reference").asText())
			.toList();
	}

	private String text() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

	private List<JsonNode> lines() throws Exception {
		List<JsonNode> lines = new ArrayList<>();
		for (String line : text().lines().toList()) {
			lines.add(this.json.readTree(line));
		}
		return lines;
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
