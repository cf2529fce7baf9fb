package org.imprimatur;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application without a server: the demo's people, an empty database,
 * no job runs by itself. One context for all of them: add no settings of your own. The
 * build runs these twice, on H2 and on PostgreSQL
 * ({@code -Dimprimatur.test.database=postgresql}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("engine")
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		// tests have no figures unless asked for
		"management.prometheus.metrics.export.enabled=true" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface EngineTest {

}
