package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.WorkingTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the history at the first start after it came to be, from what the engine still
 * remembers; and makes it anew when asked to by {@code --imprimatur.rebuild-history},
 * proves it equal to the record and ends: with 0 if it is, else with 1.
 */
@Component
class HistoryAtStart implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(HistoryAtStart.class);

	private static final int TOLD = 100;

	private final HistoryRebuild rebuild;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ApplicationContext context;

	private final boolean asked;

	HistoryAtStart(HistoryRebuild rebuild, JdbcClient jdbc, TransactionTemplate transaction, ApplicationContext context,
			@Value("${imprimatur.rebuild-history:false}") String asked) {
		this.rebuild = rebuild;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.context = context;
		// named without a value it is meant
		this.asked = asked.isEmpty() || Boolean.parseBoolean(asked);
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.asked || isEmpty() || hasOlderRows() || this.rebuild.isNeeded()) {
			this.transaction.executeWithoutResult((status) -> takeUpSteps());
			long items = this.rebuild.rebuild();
			if (items > 0) {
				log.info("The history holds {} items.", items);
			}
		}
		if (this.asked) {
			List<String> differences = this.rebuild.differences(TOLD);
			differences.forEach(log::error);
			log.info(differences.isEmpty() ? "History and record are equal." : "History and record are not equal.");
			ExitCodeGenerator code = () -> differences.isEmpty() ? 0 : 1;
			System.exit(SpringApplication.exit(this.context, code));
		}
	}

	private boolean isEmpty() {
		return this.jdbc.sql("select number from history_item limit 1").query(Long.class).list().isEmpty();
	}

	/** Rows from before it was noted how an item is kept. */
	private boolean hasOlderRows() {
		return !this.jdbc.sql("select number from history_item where kept_as is null and ended_at is not null limit 1")
			.query(Long.class)
			.list()
			.isEmpty();
	}

	/** Steps that ended before their rows were written, as the engine remembers them. */
	private void takeUpSteps() {
		WorkingTime hours = WorkingTime.ofEnglandAndWales();
		this.jdbc.sql("""
				select t.*, p.business_key_ from act_hi_taskinst t
				join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_
				where t.end_time_ is not null and not exists (select 1 from history_step s where s.task_id = t.id_)
				order by t.end_time_""").query((row, number) -> {
			Instant offered = row.getTimestamp("start_time_").toInstant();
			Timestamp ended = row.getTimestamp("end_time_");
			boolean done = "completed".equals(row.getString("delete_reason_"));
			String task = row.getString("task_def_key_");
			this.jdbc.sql("""
					insert into history_step (reference, case_id, definition, task, task_id, person, outcome, way,
					offered_at, due_at, ended_at, working_seconds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(row.getString("business_key_"), row.getString("proc_inst_id_"), row.getString("proc_def_id_"),
						task, row.getString("id_"), row.getString("assignee_"),
						done ? outcome(row.getString("proc_inst_id_"), task, ended) : null,
						(done ? Steps.Way.DONE : Steps.Way.TAKEN_AWAY).name(), Timestamp.from(offered),
						row.getTimestamp("due_date_"), ended,
						offered.isBefore(ended.toInstant()) ? hours.between(offered, ended.toInstant()).toSeconds() : 0)
				.update();
			return task;
		}).list();
	}

	/** What was decided there, as far as the engine still knows. */
	private String outcome(String caseId, String task, Timestamp ended) {
		ModelName name = () -> task;
		return this.jdbc.sql("""
				select text_ from act_hi_detail where proc_inst_id_ = ? and name_ = ? and time_ <= ?
				and text_ is not null order by time_ desc, sequence_counter_ desc limit 1""")
			.params(caseId, name.camel(), ended)
			.query(String.class)
			.optional()
			.orElse(null);
	}

}
