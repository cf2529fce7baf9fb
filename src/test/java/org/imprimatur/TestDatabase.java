package org.imprimatur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An empty database for each context: H2 in memory, or PostgreSQL, one server per JVM.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String name = "test_" + UUID.randomUUID().toString().replace("-", "");
		TestPropertyValues
			.of("imprimatur.ledger.key=a key for tests, not for anything else",
					"imprimatur.ledger.heads=target/heads/" + name)
			.applyTo(context);
		if ("postgresql".equals(System.getProperty("imprimatur.test.database"))) {
			TestPropertyValues
				.of("spring.datasource.url=" + Server.database(name), "spring.datasource.username=postgres",
						// the server is stopped before the engine's last word: do not
						// wait for it
						"spring.datasource.hikari.connection-timeout=1000")
				.applyTo(context);
		}
		else {
			// a bench needs more room than memory has
			TestPropertyValues
				.of("spring.datasource.url="
						+ System.getProperty("imprimatur.test.h2", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1"))
				.applyTo(context);
		}
	}

	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		static String database(String name) {
			try (var connection = POSTGRES.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("create database " + name);
			}
			catch (java.sql.SQLException ex) {
				throw new IllegalStateException(ex);
			}
			return POSTGRES.getJdbcUrl("postgres", name);
		}

	}

}
