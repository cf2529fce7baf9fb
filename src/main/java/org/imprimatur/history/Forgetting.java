package org.imprimatur.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Erasing;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes out everything there is of one item: rows of the record, what the engine keeps of
 * its cases, comments, drafts, mails, its files and its place in the index. What outlives
 * it are the entries of the ledger, and that it was taken out.
 */
@Component
@Policy("APPROVED")
public class Forgetting {

	/** Of the engine's tables, those that its own deletion of a case leaves behind. */
	private static final List<String> LEFT_BY_ENGINE = List.of(
			"delete from act_hi_dec_in where dec_inst_id_ in (select id_ from act_hi_decinst where proc_inst_id_ = ?)",
			"delete from act_hi_dec_out where dec_inst_id_ in (select id_ from act_hi_decinst where proc_inst_id_ = ?)",
			"delete from act_hi_decinst where proc_inst_id_ = ?", "delete from act_hi_op_log where proc_inst_id_ = ?",
			"delete from act_ru_authorization where root_proc_inst_id_ = ?");

	/** Recorded of every item, whichever feature's, in the order in which it goes. */
	private static final List<String> RECORDED = List.of("item_comment", "task_takeover", "intervention",
			"history_decision", "history_step", "history_case");

	private final List<ItemRows> features;

	private final Erasing erasing;

	private final ItemIndex index;

	private final HistoryService engine;

	private final JdbcClient jdbc;

	Forgetting(List<ItemRows> features, Erasing erasing, ItemIndex index, @Lazy HistoryService engine,
			JdbcClient jdbc) {
		this.features = features;
		this.erasing = erasing;
		this.index = index;
		this.engine = engine;
		this.jdbc = jdbc;
	}

	/** Whether the item has to stay as long as another is kept. */
	public boolean isNeeded(String reference) {
		return this.features.stream().anyMatch((feature) -> feature.isNeeded(reference));
	}

	/**
	 * Takes the item out, in the caller's transaction.
	 * @param erasure that this transaction has announced
	 * @throws IllegalStateException if a case of it is still open
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(String reference, long erasure) {
		Set<String> files = new LinkedHashSet<>();
		this.features.forEach((feature) -> files.addAll(feature.files(reference)));
		besides(reference);
		engine(reference);
		RECORDED.forEach((table) -> this.erasing.rows(erasure, table, "r.reference = ?", reference));
		this.features.stream().flatMap((feature) -> feature.rows().stream()).forEach((rows) -> {
			if (rows.recorded()) {
				this.erasing.rows(erasure, rows.table(), rows.where(), reference);
			}
			else {
				this.jdbc.sql("delete from " + rows.table() + " r where " + rows.where()).param(reference).update();
			}
		});
		files.stream()
			.filter((file) -> this.features.stream().noneMatch((feature) -> feature.uses(file)) && !isDrafted(file))
			.forEach((file) -> {
				this.jdbc.sql("delete from media_upload where file = ?").param(file).update();
				this.erasing.rows(erasure, "media_file", "r.id = ?", file);
			});
		this.index.remove(reference);
	}

	/** Somebody has put it into a form that is not sent yet. */
	private boolean isDrafted(String file) {
		return !this.jdbc.sql("select person from typed_draft where fields like ? limit 1")
			.param("%\"" + file + "\"%")
			.query(String.class)
			.list()
			.isEmpty();
	}

	/** Drafts, mails, reminders and the path: not in the ledger. */
	private void besides(String reference) {
		// while the steps still name their tasks
		this.jdbc.sql("select task_id from history_step where reference = ?")
			.param(reference)
			.query(String.class)
			.list()
			.forEach((task) -> {
				this.jdbc.sql("delete from typed_draft where place = ?").param("task:" + task).update();
				this.jdbc.sql("delete from mail_cause where task_id = ?").param(task).update();
			});
		for (String table : List.of("mail_waiting", "mail_try")) {
			this.jdbc.sql("delete from " + table + " where mail_id in (select id from mail where reference = ?)")
				.param(reference)
				.update();
		}
		for (String table : List.of("mail", "reminder", "trail")) {
			this.jdbc.sql("delete from " + table + " where reference = ?").param(reference).update();
		}
	}

	private void engine(String reference) {
		List<HistoricProcessInstance> cases = Door.through(
				() -> this.engine.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list());
		if (cases.stream().anyMatch((one) -> one.getEndTime() == null)) {
			throw new IllegalStateException("A case of " + reference + " is still open.");
		}
		List<String> ids = cases.stream().map(HistoricProcessInstance::getId).toList();
		if (!ids.isEmpty()) {
			Door.through(() -> {
				this.engine.deleteHistoricProcessInstancesIfExists(ids);
				return null;
			});
		}
		ids.forEach((id) -> LEFT_BY_ENGINE.forEach((sql) -> this.jdbc.sql(sql).param(id).update()));
	}

}
