package org.imprimatur.ledger;

import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Erasing.Kind;
import org.imprimatur.ledger.Erasing.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Policy("ONE-LOGIN")
@DisplayName("What is erased by the rules leaves the chain whole")
class ErasingTests extends LedgerAtWork {

	private static final LedgerTable COMMENTS = LedgerTables.find("item_comment");

	private static final Order ORDER = new Order(Kind.PERSON, "The person asked for it.", "R-7", "dpo", "secretary");

	@Autowired
	Erasing erasing;

	private String comment;

	@BeforeEach
	void rows() {
		this.comment = oneRowEach(List.of(COMMENTS)).get(COMMENTS);
	}

	@Test
	@DisplayName("when a row goes: its salt goes too, and who ordered it is in the record")
	void wholeRow() throws Exception {
		String digest = entry("digest");
		long erasure = erased(Map.of());
		assertThat(found()).isEmpty();
		assertThat(entry("salt")).isNull();
		assertThat(entry("digest")).isEqualTo(digest);
		assertThat(
				this.jdbc.sql("select count(*) from item_comment where id = ?").param(key()).query(Long.class).single())
			.isZero();
		assertThat(this.jdbc.sql("select asked_by, released_by, ground, case_number from erasure where id = ?")
			.param(erasure)
			.query()
			.singleRow()).containsValues("dpo", "secretary", "The person asked for it.", "R-7");
		assertThat(entriesOf("erasure_row")).isEqualTo(1);
	}

	@Test
	@DisplayName("when words go: the rest of the row is proved as before")
	void words() throws Exception {
		String salt = entry("salt");
		erased(Map.of("text", "[removed] wrote to us."));
		assertThat(found()).isEmpty();
		assertThat(entry("salt")).isNotNull().isNotEqualTo(salt);
		this.attacker.sql("item_comment", "update item_comment set text = 'Somebody else.' where id = ?", key());
		assertThat(found()).extracting(Finding::kind).containsExactly(Finding.Kind.CHANGED_ROW);
	}

	@Test
	@DisplayName("when words go twice, and then the row")
	void again() throws Exception {
		erased(Map.of("text", "[removed] wrote to us about B."));
		erased(Map.of("text", "[removed] wrote to us about [removed]."));
		assertThat(found()).isEmpty();
		erased(Map.of());
		assertThat(found()).isEmpty();
		assertThat(entry("salt")).isNull();
	}

	@Test
	@DisplayName("and a row that goes in another way is found, whatever stands beside it")
	void otherWays() throws Exception {
		assertThatExceptionOfType(DataAccessException.class).as("unannounced").isThrownBy(this::deletes);
		assertThatExceptionOfType(DataAccessException.class).as("unannounced")
			.isThrownBy(() -> this.jdbc.sql("update ledger_entry set salt = null where number = ?")
				.param(this.ledger.head().number())
				.update());
		this.attacker.sql("item_comment", "delete from item_comment where id = ?", key());
		assertThat(found()).extracting(Finding::kind).containsExactly(Finding.Kind.MISSING_ROW);
		this.attacker.sql("erasure", "insert into erasure (kind, ground, erased_at) values ('PERSON', 'x', now())");
		this.attacker.sql("erasure_row",
				"insert into erasure_row (erasure, table_name, row_key) select max(id), 'item_comment', ? from erasure",
				this.comment);
		this.attacker.sql("ledger_entry", "update ledger_entry set salt = null where table_name = 'item_comment'");
		assertThat(found()).extracting(Finding::kind)
			.containsExactlyInAnyOrder(Finding.Kind.ROW_WITHOUT_ENTRY, Finding.Kind.ROW_WITHOUT_ENTRY);
		this.attacker.sql("erasure_row", "delete from erasure_row where table_name = 'item_comment'");
		this.attacker.sql("erasure", "delete from erasure where ground = 'x'");
	}

	@Test
	@DisplayName("and the leave to do so ends with its transaction, and never covers the ledger itself")
	void onlyThere() {
		erased(Map.of("text", "[removed]"));
		assertThat(Erasing.isUnderWay()).isFalse();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this::deletes);
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.erasing.begin(ORDER));
		for (String sql : List.of("delete from erasure_row", "update erasure set ground = 'x'",
				"delete from ledger_entry", "update ledger_entry set digest = mac",
				"delete from ledger_verification")) {
			assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
					this.erasing.begin(ORDER);
					this.ledger.head();
					this.jdbc
						.sql("insert into ledger_verification (begun_at, ended_at, entries, head_mac, findings, found)"
								+ " values (now(), now(), 0, '', 0, '')")
						.update();
					this.jdbc.sql(sql).update();
				}));
		}
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.erasing.rows(this.erasing.begin(ORDER), "erasure_row", "true")));
	}

	private void deletes() {
		this.jdbc.sql("delete from item_comment where id = ?").param(key()).update();
	}

	/** Erases the comment, or puts these texts in. */
	private long erased(Map<String, Object> texts) {
		return this.transaction.execute((status) -> {
			long erasure = this.erasing.begin(ORDER);
			if (texts.isEmpty()) {
				assertThat(this.erasing.rows(erasure, COMMENTS.name(), "r.id = ?", key())).isEqualTo(1);
			}
			else {
				this.erasing.words(erasure, COMMENTS.name(), this.comment, texts);
			}
			return erasure;
		});
	}

	private long key() {
		return Long.parseLong(this.comment);
	}

	private String entry(String column) {
		return this.jdbc
			.sql("select " + column + " from ledger_entry where table_name = 'item_comment' and row_key = ?")
			.param(this.comment)
			.query((row, number) -> row.getString(1))
			.list()
			.get(0);
	}

	private long entriesOf(String table) {
		return this.jdbc.sql("""
				select count(*) from ledger_entry where table_name = ?
				and row_key in (select cast(id as varchar) from erasure_row where row_key = ?)""")
			.params(table, this.comment)
			.query(Long.class)
			.single();
	}

}
