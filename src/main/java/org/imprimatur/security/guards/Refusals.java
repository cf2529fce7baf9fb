package org.imprimatur.security.guards;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

import org.imprimatur.security.RefusalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Logs every refusal and keeps it in a table, in a transaction of its own, since the
 * refused one is rolled back. At most sixty rows a person and ten minutes, so that nobody
 * can fill the disk by trying; the log says when that was reached.
 */
@Component
public class Refusals implements RefusalRecord {

	private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

	private static final int ROWS = 60;

	private static final Duration WINDOW = Duration.ofMinutes(10);

	private final ObjectProvider<JdbcClient> jdbc;

	private final ObjectProvider<PlatformTransactionManager> transactions;

	/**
	 * A refusal inside a caller's transaction needs a second connection: few at a time.
	 */
	private final Semaphore writers = new Semaphore(2);

	private final ThreadLocal<Throwable> last = new ThreadLocal<>();

	private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
			return size() > 1000;
		}
	};

	Refusals(ObjectProvider<JdbcClient> jdbc, ObjectProvider<PlatformTransactionManager> transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Override
	public void record(String login, String act, String target, Throwable refusal) {
		if (this.last.get() == refusal) {
			return;
		}
		this.last.set(refusal);
		LOG.warn("Refused: {} by {}", act, login);
		if (!withinLimit(login)) {
			LOG.warn("More than {} refusals of {} in {} minutes: further ones are not kept in the table", ROWS, login,
					WINDOW.toMinutes());
			return;
		}
		if (!this.writers.tryAcquire()) {
			LOG.warn("A refusal of {} was not kept in the table: too many at once", login);
			return;
		}
		try {
			TransactionTemplate own = new TransactionTemplate(this.transactions.getObject());
			own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			own.executeWithoutResult((status) -> write(login, act, target, refusal.getMessage()));
		}
		catch (RuntimeException ex) {
			LOG.warn("A refusal of {} could not be kept in the table", login, ex);
		}
		finally {
			this.writers.release();
		}
	}

	private void write(String login, String act, String target, String sentence) {
		this.jdbc.getObject()
			.sql("insert into refusal (at, person, act, target, sentence) values (:at, :person, :act, :target, :sentence)")
			.param("at", Timestamp.from(Instant.now()))
			.param("person", cut(login, 64))
			.param("act", cut(act, 100))
			.param("target", cut(target, 255), java.sql.Types.VARCHAR)
			.param("sentence", cut(String.valueOf(sentence), 500))
			.update();
	}

	private synchronized boolean withinLimit(String login) {
		Instant now = Instant.now();
		Window window = this.windows.get(login);
		if (window == null || window.since().plus(WINDOW).isBefore(now)) {
			window = new Window(now, 0);
		}
		this.windows.put(login, new Window(window.since(), window.rows() + 1));
		return window.rows() < ROWS;
	}

	private static String cut(String text, int length) {
		return (text == null || text.length() <= length) ? text : text.substring(0, length);
	}

	private record Window(Instant since, int rows) {
	}

}
