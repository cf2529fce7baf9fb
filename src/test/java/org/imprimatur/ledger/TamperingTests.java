package org.imprimatur.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.assertj.core.groups.Tuple;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Finding.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("ONE-LOGIN")
@DisplayName("Whoever has the database and tampers with the record is found")
class TamperingTests extends LedgerAtWork {

	@Test
	@DisplayName("when a row is changed: every column of every table")
	void changedRows() throws Exception {
		Map<LedgerTable, String> rows = oneRowEach(LedgerTables.all());
		assertThat(found()).isEmpty();
		this.attacker.doesToAll(LedgerTables.all(), () -> changeEachColumn(rows));
		assertThat(found()).isEmpty();
	}

	private void changeEachColumn(Map<LedgerTable, String> rows) throws Exception {
		for (int at = 0; rows.keySet().stream().anyMatch(has(at)); at++) {
			Map<LedgerTable, Object> before = new LinkedHashMap<>();
			List<LedgerTable> tables = rows.keySet().stream().filter(has(at)).toList();
			for (LedgerTable table : tables) {
				before.put(table, this.attacker.change(table, rows.get(table), this.attacker.covered(table).get(at)));
			}
			assertThat(found()).extracting(Finding::kind, Finding::table, Finding::rowKey)
				.containsExactlyInAnyOrderElementsOf(tables.stream()
					.map((table) -> Tuple.tuple(Kind.CHANGED_ROW, table.name(), rows.get(table)))
					.toList());
			for (LedgerTable table : tables) {
				this.attacker.set(table, rows.get(table), this.attacker.covered(table).get(at), before.get(table));
			}
		}
	}

	private Predicate<LedgerTable> has(int column) {
		return (table) -> this.attacker.covered(table).size() > column;
	}

	@Test
	@DisplayName("when a row is deleted, from any table")
	void deletedRows() throws Exception {
		Map<LedgerTable, String> rows = oneRowEach(LedgerTables.all());
		this.attacker.doesToAll(LedgerTables.all(), () -> rows.forEach(this::delete));

		assertThat(found()).hasSameSizeAs(rows.keySet())
			.allMatch((finding) -> finding.kind() == Kind.MISSING_ROW
					&& rows.get(LedgerTables.find(finding.table())).equals(finding.rowKey())
					&& finding.words().contains("was deleted"));
	}

	@Test
	@DisplayName("when a row is added past the program, to any table")
	void addedRows() throws Exception {
		Map<LedgerTable, String> rows = new LinkedHashMap<>();
		this.attacker.doesToAll(LedgerTables.all(), () -> {
			LedgerTables.all().forEach((table) -> rows.put(table, this.attacker.anyRow(table)));
			List<Finding> found = found();
			rows.forEach(this::delete);
			assertThat(found).hasSameSizeAs(rows.keySet())
				.allMatch((finding) -> finding.kind() == Kind.ROW_WITHOUT_ENTRY
						&& rows.get(LedgerTables.find(finding.table())).equals(finding.rowKey()));
		});
	}

	private void delete(LedgerTable table, String key) {
		this.jdbc.sql("delete from " + table.name() + " r where " + Attacker.where(table)).param(key).update();
	}

	@Test
	@DisplayName("when an entry is changed, whatever of it")
	void changedEntries() throws Exception {
		oneRowEach(List.of(LedgerTables.find("post_decision"), LedgerTables.find("post_slot"),
				LedgerTables.find("post_act")));
		long number = this.ledger.head().number() - 1;
		for (String change : List.of("kind = 'TAKEN_UP'", "at = at + interval '1' second", "reference = 'POST-1'",
				"digest = mac", "mac = digest")) {
			Map<String, Object> before = this.jdbc.sql("select * from ledger_entry where number = ?")
				.param(number)
				.query()
				.singleRow();
			this.attacker.sql("ledger_entry", "update ledger_entry set " + change + " where number = ?", number);
			assertThat(found()).as(change)
				.anyMatch((finding) -> finding.kind() == Kind.CHANGED_ENTRY && finding.number() == number);
			this.attacker.sql("ledger_entry",
					"update ledger_entry set kind = ?, at = ?, reference = ?, digest = ?, mac = ? where number = ?",
					before.get("kind"), before.get("at"), before.get("reference"), before.get("digest"),
					before.get("mac"), number);
			assertThat(found()).isEmpty();
		}
		String salt = this.jdbc.sql("select salt from ledger_entry where number = ?")
			.param(number)
			.query(String.class)
			.single();
		for (String other : Arrays.asList(null, "no salt", "0".repeat(32))) {
			this.attacker.sql("ledger_entry", "update ledger_entry set salt = ? where number = ?", other, number);
			assertThat(found()).extracting(Finding::kind, Finding::number)
				.containsExactly(Tuple.tuple(Kind.CHANGED_ROW, number));
		}
		this.attacker.sql("ledger_entry", "update ledger_entry set salt = ? where number = ?", salt, number);
		this.attacker.sql("ledger_entry", "update ledger_entry set key_id = 'ffffffff' where number = ?", number);
		assertThat(found()).extracting(Finding::kind).containsExactly(Kind.UNKNOWN_KEY);
	}

	@Test
	@DisplayName("when entries are taken out, in the middle or from the end")
	void missingEntries() throws Exception {
		oneRowEach(List.of(LedgerTables.find("post_decision"), LedgerTables.find("post_slot"),
				LedgerTables.find("post_act"), LedgerTables.find("post_release")));
		LedgerHead whole = this.ledger.head();
		long last = whole.number();

		this.attacker.sql("ledger_entry", "delete from ledger_entry where number = ?", last - 2);
		assertThat(found())
			.anyMatch((finding) -> finding.kind() == Kind.MISSING_ENTRY
					&& finding.words().equals("Entry " + (last - 2) + " was taken out of the ledger."))
			.anyMatch((finding) -> finding.kind() == Kind.ROW_WITHOUT_ENTRY && finding.table().equals("post_slot"));

		this.attacker.sql("ledger_entry", "delete from ledger_entry where number >= ?", last - 1);
		assertThat(found()).anyMatch((finding) -> finding.kind() == Kind.MISSING_ENTRY
				&& finding.words().equals("Entries " + (last - 2) + " to " + last + " were taken out of the ledger."));
	}

	@Test
	@DisplayName("when the end is cut off with its rows, against a head that was noted elsewhere")
	void cutTail() throws Exception {
		LedgerHead shorter = this.ledger.head();
		Map<LedgerTable, String> rows = oneRowEach(List.of(LedgerTables.find("post_decision")));
		NotedHead noted = new NotedHead(this.ledger.head(), "on 24 November 2026");
		assertThat(found(noted)).isEmpty();

		this.attacker.sql("ledger_entry", "delete from ledger_entry where number > ?", shorter.number());
		this.jdbc.sql("update ledger_head set number = ?, mac = ?").params(shorter.number(), shorter.mac()).update();
		this.attacker.sql("post_decision", "delete from post_decision where cast(id as varchar) = ?",
				rows.get(LedgerTables.find("post_decision")));

		assertThat(found()).isEmpty();
		assertThat(found(noted)).extracting(Finding::kind).containsExactly(Kind.OTHER_HEAD);
		oneRowEach(List.of(LedgerTables.find("post_decision")));
		assertThat(found(noted)).extracting(Finding::kind).containsExactly(Kind.OTHER_HEAD);
	}

	@Test
	@DisplayName("when two entries change places")
	void swapped() throws Exception {
		oneRowEach(List.of(LedgerTables.find("post_decision"), LedgerTables.find("post_slot")));
		long last = this.ledger.head().number();
		this.attacker.sql("ledger_entry", "update ledger_entry set number = -1 where number = ?", last);
		this.attacker.sql("ledger_entry", "update ledger_entry set number = ? where number = ?", last, last - 1);
		this.attacker.sql("ledger_entry", "update ledger_entry set number = ? where number = -1", last - 1);

		assertThat(found()).filteredOn((finding) -> finding.kind() == Kind.CHANGED_ENTRY)
			.extracting(Finding::number)
			.contains(last - 1, last);
	}

}
