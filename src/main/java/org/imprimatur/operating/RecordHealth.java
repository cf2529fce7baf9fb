package org.imprimatur.operating;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the record can be read. The check that comes with the framework asks only
 * whether the connection is open, and a database of H2 whose disk was full closes its
 * file and leaves its connections open.
 */
@Component("recordHealthIndicator")
class RecordHealth implements HealthIndicator {

	private final JdbcClient jdbc;

	RecordHealth(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Health health() {
		try {
			this.jdbc.sql("select count(*) from intervention where id = 0").query(Integer.class).single();
			return Health.up().build();
		}
		catch (RuntimeException ex) {
			return Health.down(ex).build();
		}
	}

}
