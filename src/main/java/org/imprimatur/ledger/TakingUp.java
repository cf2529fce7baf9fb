package org.imprimatur.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At the first start with a ledger, before anybody works, takes up the rows that are
 * there, as entries of a kind of their own: the ledger cannot say what they were before.
 * Goes on where it was stopped.
 */
@Component
class TakingUp implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(TakingUp.class);

	private static final int AT_ONCE = 500;

	private final DataSource database;

	private final Chain chain;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	TakingUp(DataSource database, Chain chain, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.database = database;
		this.chain = chain;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.jdbc.sql("select count(*) from ledger_taken_up").query(Long.class).single() > 0) {
			return;
		}
		for (LedgerTable table : LedgerTables.all()) {
			while (Boolean.TRUE.equals(this.transaction.execute((status) -> takeUp(table) == AT_ONCE))) {
				log.info("Taking up what is there into the ledger: {}", table.name());
			}
		}
		this.transaction.executeWithoutResult((status) -> {
			long rows = this.jdbc.sql("select count(*) from ledger_entry where kind = 'TAKEN_UP'")
				.query(Long.class)
				.single();
			this.jdbc.sql("insert into ledger_taken_up (taken_up, taken_at) values (?, ?)")
				.params(rows, Timestamp.from(this.clock.instant()))
				.update();
			log.info("The ledger begins; it has taken up {} rows that were there before", rows);
		});
	}

	private int takeUp(LedgerTable table) {
		Connection connection = DataSourceUtils.getConnection(this.database);
		try (Statement statement = connection.createStatement()) {
			List<DueRow> due = new ArrayList<>();
			try (ResultSet rows = statement
				.executeQuery(Verification.withoutEntrySql(table) + " order by 1 limit " + AT_ONCE)) {
				while (rows.next()) {
					due.add(new DueRow(table, rows.getString("the_key")));
				}
			}
			return this.chain.add(connection, due, LedgerEntry.Kind.TAKEN_UP);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The record could not be taken up into the ledger", ex);
		}
	}

}
