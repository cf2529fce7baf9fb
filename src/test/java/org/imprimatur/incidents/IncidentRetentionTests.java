package org.imprimatur.incidents;

import java.util.List;
import java.util.Set;

import org.imprimatur.history.EndedItems;
import org.imprimatur.history.Forgetting;
import org.imprimatur.history.KnownItems;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.ledger.Erasing;
import org.imprimatur.ledger.Erasing.Kind;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Proof;
import org.imprimatur.retention.LegalHolds;
import org.imprimatur.retention.Retention;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Policy({ "TRUSTEES", "PERSONAL" })
@DisplayName("How long an incident is kept")
class IncidentRetentionTests extends TrusteesAtWork {

	@Autowired
	EndedItems ended;

	@Autowired
	KnownItems known;

	@Autowired
	Retention retention;

	@Autowired
	LegalHolds holds;

	@Autowired
	Forgetting forgetting;

	@Autowired
	Erasing erasing;

	@Autowired
	Ledger ledger;

	@Autowired
	ApplicationContext context;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	@DisplayName("is ten years after its end where the Trustees decided to report it, else seven")
	void reported() {
		String reported = askedForViews("subjects", "ceo");
		wants("trustee1", reported, TrusteeView.REPORT);
		wants("trustee2", reported, TrusteeView.REPORT);
		completes("chair", reported, SeriousIncidentDecision.Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT",
				"reason", "Names were seen.", "reporter", "trust-secretary");
		assertThat(this.ended.find(reported)).as("as long as it is open it does not fall due").isEmpty();
		cancel(reported);
		EndedItems.Ended item = this.ended.find(reported).orElseThrow();
		assertThat(item.sort().matter()).isEqualTo("REPORTED");
		assertThat(this.retention.of(item.sort()).words()).isEqualTo("10 years");
		String other = askedForViews("subjects", "ceo");
		cancel(other);
		assertThat(this.retention.of(this.ended.find(other).orElseThrow().sort()).words()).isEqualTo("7 years");
	}

	@Test
	@DisplayName("and nobody whom it is about can hold it, or learns that it exists")
	void subject() {
		String reference = askedForViews("subjects", "hoc");
		assertThat(this.known.exists(reference, person("hoc"))).isFalse();
		assertThatExceptionOfType(InvalidFields.class)
			.isThrownBy(() -> this.holds.place(hold(reference), person("hoc")))
			.satisfies((ex) -> assertThat(ex.messages().get("reference")).contains("There is no such item"));
		long hold = this.holds.place(hold(reference), person("trust-secretary"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.holds.mayLift(hold, person("hoc")))
			.withMessageContaining("no such legal hold");
		assertThat(this.holds.isHeld(reference)).isTrue();
	}

	@Test
	@DisplayName("and then everything goes but the meetings of the Boards and the entries of the ledger")
	void deleted() {
		String reference = askedForViews("subjects", "ceo");
		wants("trustee1", reference, TrusteeView.REPORT);
		cancel(reference);
		String caseId = caseId(reference);
		Set<String> before = findings();
		assertThat(rowsOf(reference, caseId)).isNotEmpty();
		this.transaction.executeWithoutResult(
				(status) -> this.forgetting.forget(reference, this.erasing.begin(Kind.RETENTION, null, "Over.")));
		assertThat(rowsOf(reference, caseId)).isEmpty();
		assertThat(before).as("nothing is found that was not before").containsAll(findings());
		assertThat(this.ledger.of(reference)).isNotEmpty();
	}

	/** What a verification finds. */
	private Set<String> findings() {
		return Set.copyOf(Proof.findings(this.context).stream().map(Finding::toString).toList());
	}

	/** Which tables name the incident or a case of it. */
	private List<String> rowsOf(String... these) {
		return this.jdbc.sql("""
				select lower(table_name) as of, lower(column_name) as name from information_schema.columns
				where lower(column_name) in ('reference', 'business_key_', 'proc_inst_id_', 'root_proc_inst_id_',
				'case_id') and lower(table_schema) = 'public'
				and lower(table_name) not in ('ledger_entry', 'erasure_row')""")
			.query((row, number) -> List.of(row.getString("of"), row.getString("name")))
			.list()
			.stream()
			.filter((column) -> this.jdbc
				.sql("select count(*) from " + column.get(0) + " where " + column.get(1) + " in (:these)")
				.param("these", List.of(these))
				.query(Long.class)
				.single() > 0)
			.map((column) -> column.get(0))
			.toList();
	}

	private static Fields hold(String reference) {
		return Fields.none().with("reference", reference).with("reason", "The police asked for it.");
	}

	/** An administrator ends whatever is open about it. */
	private void cancel(String reference) {
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.rootProcessInstances()
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "by the test"));
	}

}
