package org.imprimatur;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Lets one copy of the application at a time start on a database of PostgreSQL: the
 * others wait until it is ready, or has ended. A start makes tables, deploys models and
 * makes groups, each only if it is not there yet; two at once would both find nothing. A
 * file of H2 can be opened by one copy anyway.
 */
@Component
class OneStartAtATime
		implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent>, DisposableBean, Ordered {

	private static final Logger log = LoggerFactory.getLogger(OneStartAtATime.class);

	/** Any number, the same in every version: a lock of the database by that name. */
	private static final long LOCK = 0x496d7072696d61L;

	private static final String LONGEST_WAIT = "5min";

	private Connection holding;

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null
				&& pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
			await(pool);
		}
		return bean;
	}

	private synchronized void await(HikariDataSource pool) {
		try {
			release();
			// not one of the pool's: its session holds the lock until the start is over
			this.holding = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
			try (var statement = this.holding.createStatement()) {
				statement.execute("set lock_timeout = '" + LONGEST_WAIT + "'");
				statement.execute("select pg_advisory_lock(" + LOCK + ")");
			}
		}
		catch (SQLException ex) {
			// whoever needs the database next says what is wrong with it
			log.warn("Starting without waiting for other copies of Imprimatur: {}", ex.getMessage());
			release();
		}
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		release();
	}

	@Override
	public void destroy() {
		release();
	}

	private synchronized void release() {
		if (this.holding != null) {
			try {
				this.holding.close();
			}
			catch (SQLException ex) {
				log.debug("The lock ended with its connection", ex);
			}
			this.holding = null;
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
