package org.imprimatur;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one thread at a time at a database in a file. H2 saves its tables and indexes one
 * after another while other threads go on changing them (h2database issue 2080): a
 * program killed just after that leaves a file in which they disagree. While nobody else
 * is at work, each commit is saved as a whole. Does nothing to other databases, nor to
 * one in memory, which ends with the program anyway.
 */
@Component
class OneAtATime implements BeanPostProcessor {

	private static final Pattern FILE = Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:).*");

	/** How long somebody waits for the others, as for a connection of the pool. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null
				&& FILE.matcher(pool.getJdbcUrl()).matches() ? new Turns(pool) : bean;
	}

	/**
	 * A thread has its turn from its first connection until it has closed its last one. A
	 * transaction within another one is part of the same turn.
	 */
	static final class Turns extends DelegatingDataSource {

		private final ReentrantLock turn = new ReentrantLock(true);

		Turns(DataSource all) {
			super(all);
		}

		/**
		 * A connection for this thread, which closes it itself.
		 * @throws SQLTransientConnectionException if the others take too long
		 */
		@Override
		public Connection getConnection() throws SQLException {
			await();
			try {
				return closing(super.getConnection());
			}
			catch (SQLException | RuntimeException | Error ex) {
				this.turn.unlock();
				throw ex;
			}
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			await();
			try {
				return closing(super.getConnection(user, password));
			}
			catch (SQLException | RuntimeException | Error ex) {
				this.turn.unlock();
				throw ex;
			}
		}

		private void await() throws SQLException {
			try {
				if (this.turn.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
					return;
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			throw new SQLTransientConnectionException("Others have been at the database file for too long");
		}

		private Connection closing(Connection connection) {
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, new Closing(connection, this.turn));
		}

	}

	/** Ends the turn when the connection is closed for the first time. */
	private static final class Closing implements InvocationHandler {

		private final Connection connection;

		private final ReentrantLock turn;

		private boolean closed;

		Closing(Connection connection, ReentrantLock turn) {
			this.connection = connection;
			this.turn = turn;
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			try {
				return switch (method.getName()) {
					case "equals" -> proxy == arguments[0];
					case "hashCode" -> System.identityHashCode(proxy);
					default -> method.invoke(this.connection, arguments);
				};
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
			finally {
				if (method.getName().equals("close") && !this.closed) {
					this.closed = true;
					this.turn.unlock();
				}
			}
		}

	}

}
