package org.imprimatur.ledger;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.imprimatur.EngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of the whole application, and somebody who has the database. What a test
 * adds is taken out again, and the chain ends where it did.
 */
@EngineTest
// a database of its own: what an attacker leaves behind is no post that anybody can work
// with
@TestPropertySource(properties = "imprimatur.test.own-database=true")
abstract class LedgerAtWork {

	@Autowired
	DataSource database;

	@Autowired
	LedgerKeys keys;

	@Autowired
	Ledger ledger;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	Attacker attacker;

	private LedgerHead begun;

	private List<Finding> foundBefore;

	@BeforeEach
	void begin() throws SQLException {
		this.attacker = new Attacker(this.database);
		this.begun = this.ledger.head();
		this.foundBefore = verified().findings();
	}

	@AfterEach
	void takeBack() throws Exception {
		List<Map<String, Object>> added = this.jdbc.sql("select table_name, row_key from ledger_entry where number > ?")
			.param(this.begun.number())
			.query()
			.listOfRows();
		Map<LedgerTable, List<String>> rows = added.stream()
			.collect(Collectors.groupingBy((row) -> LedgerTables.find((String) row.get("table_name")),
					Collectors.mapping((row) -> (String) row.get("row_key"), Collectors.toList())));
		this.attacker.doesToAll(List.copyOf(rows.keySet()),
				() -> rows.forEach((table,
						keys) -> keys.forEach((key) -> this.jdbc
							.sql("delete from " + table.name() + " r where " + Attacker.where(table))
							.param(key)
							.update())));
		this.attacker.sql("ledger_entry", "delete from ledger_entry where number > ?", this.begun.number());
		this.jdbc.sql("update ledger_head set number = ?, mac = ?")
			.params(this.begun.number(), this.begun.mac())
			.update();
	}

	Verified verified(NotedHead... noted) throws SQLException {
		return new Verification(this.database, this.keys, List.of(noted), (number) -> {
		}).run();
	}

	/** What is wrong by now that was not before the test. */
	List<Finding> found(NotedHead... noted) throws SQLException {
		return verified(noted).findings().stream().filter((finding) -> !this.foundBefore.contains(finding)).toList();
	}

	/** One row with its entry in each of the tables; keys by table. */
	Map<LedgerTable, String> oneRowEach(List<LedgerTable> tables) {
		Map<LedgerTable, String> rows = new LinkedHashMap<>();
		this.attacker.withoutForeignKeys(tables, () -> this.transaction
			.executeWithoutResult((status) -> tables.forEach((table) -> rows.put(table, this.attacker.anyRow(table)))));
		return rows;
	}

}
