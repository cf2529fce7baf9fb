package org.imprimatur;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the running server, for what only a real request meets: the engine's REST,
 * its web applications, the browser. On H2, on a free port of this machine; no job runs
 * by itself. One context for all of them, in a JVM of its own: the engine's REST serves
 * whichever engine of its JVM was made last.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "imprimatur.mail.folder=target/outbox" })
@ContextConfiguration(initializers = TestDatabase.class)
@Tag("web")
public @interface WebTest {

}
