package org.imprimatur.security.guards;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The log says in one line what was refused, and all of what went wrong")
class PlainRefusalsTest {

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final PlainRefusals plain = new PlainRefusals();

	private final ListAppender<ILoggingEvent> written = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.written.start();
		root().addAppender(this.written);
		this.plain.afterPropertiesSet();
	}

	@AfterEach
	void silence() {
		this.plain.destroy();
		root().detachAppender(this.written);
	}

	@Test
	void aRefusalIsOneLine() {
		closing(Refusal.forbidden("This task is for other people."));
		closing(new IllegalStateException("outside", new InvalidFields("reason", "Enter a reason.\nERROR forged")));
		assertThat(this.written.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("Refused, and nothing was changed: This task is for other people.",
					"Refused, and nothing was changed: Enter a reason. ERROR forged");
		assertThat(this.written.list).allSatisfy((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.INFO);
			assertThat(line.getThrowableProxy()).isNull();
		});
	}

	@Test
	void aRealErrorIsLoggedWithItsStack() {
		closing(new IllegalStateException("The table is gone."));
		this.context.getLogger("org.camunda.bpm.engine.jobexecutor").error("A job failed", Refusal.conflict("Late"));
		assertThat(this.written.list).extracting(ILoggingEvent::getLevel).isEqualTo(List.of(Level.ERROR, Level.ERROR));
		assertThat(this.written.list).allSatisfy((line) -> assertThat(line.getThrowableProxy()).isNotNull());
	}

	/** As the engine logs it. */
	private void closing(Throwable thrown) {
		this.context.getLogger("org.camunda.bpm.engine.context")
			.error("ENGINE-16004 Exception while closing command context: {}", thrown.getMessage(), thrown);
	}

	private Logger root() {
		return this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

}
