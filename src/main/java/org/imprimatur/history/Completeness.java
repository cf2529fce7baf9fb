package org.imprimatur.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.RecordCheck;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether nothing is missing: every step that a person has done has the person, what was
 * decided and the reason where one is asked for; and the engine's own tables say the same
 * of it, as long as the engine keeps them.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class Completeness implements RecordCheck {

	/** Every sort of finding: what it selects is the item and the step. */
	private static final Map<String, String> ENGINE = Map.ofEntries(
			Map.entry("was done in the engine, and the record has nothing of it.", """
					select p.business_key_, t.task_def_key_ from act_hi_taskinst t
					join act_hi_procinst p on p.id_ = t.proc_inst_id_
					where t.end_time_ is not null and t.delete_reason_ = 'completed'
					and not exists (select 1 from history_step s where s.task_id = t.id_)"""),
			Map.entry("was done by somebody else, or at another time, than the engine’s own tables say now.", """
					select s.reference, s.task from history_step s join act_hi_taskinst t on t.id_ = s.task_id
					where s.way = 'DONE' and (t.end_time_ is null or t.delete_reason_ is null
					or t.delete_reason_ <> 'completed' or t.task_def_key_ <> s.task or t.proc_inst_id_ <> s.case_id
					or coalesce(t.assignee_, '') <> coalesce(s.person, '')
					or t.end_time_ < s.ended_at - interval '10' second
					or t.end_time_ > s.ended_at + interval '10' second)"""),
			Map.entry("was taken out of the engine’s own tables, which still have its case.", """
					select s.reference, s.task from history_step s join act_hi_procinst p on p.id_ = s.case_id
					where not exists (select 1 from act_hi_taskinst t where t.id_ = s.task_id)"""),
			Map.entry("is open with somebody else, or at another step, than the engine has noted.", """
					select p.business_key_, r.task_def_key_ from act_ru_task r
					join act_hi_procinst p on p.id_ = r.proc_inst_id_ left join act_hi_taskinst t on t.id_ = r.id_
					where t.id_ is null or t.end_time_ is not null or t.task_def_key_ <> r.task_def_key_
					or coalesce(t.assignee_, '') <> coalesce(r.assignee_, '')"""));

	/** What selects the item and the name of what was changed. */
	private static final Map<String, String> CASES = Map.of(
			"What the case goes by (%s) was changed in the engine’s tables past the engine.", """
					select p.business_key_, r.name_ from act_ru_variable r
					join act_hi_procinst p on p.id_ = r.proc_inst_id_ left join act_hi_varinst v on v.id_ = r.id_
					where v.id_ is null or v.name_ <> r.name_ or coalesce(v.text_, '') <> coalesce(r.text_, '')
					or coalesce(v.long_, 0) <> coalesce(r.long_, 0)""",
			"Its case (%s) was taken out of the engine’s tables, or put back, past the engine.", """
					select p.business_key_, p.proc_def_key_ from act_hi_procinst p
					where p.end_time_ is null and not exists (select 1 from act_ru_execution e where e.id_ = p.id_)
					or p.end_time_ is not null and exists (select 1 from act_ru_execution e where e.id_ = p.id_)""");

	private final List<DecidedSteps> decisions;

	private final List<ProcessFace> faces;

	private final JdbcClient jdbc;

	Completeness(List<DecidedSteps> decisions, List<ProcessFace> faces, JdbcClient jdbc) {
		this.decisions = decisions;
		this.faces = faces;
		this.jdbc = jdbc;
	}

	@Override
	public List<Finding> find(int most) {
		List<Finding> found = new ArrayList<>();
		step(found, most, "was done, and nobody knows by whom.",
				"select reference, task from history_step where way = 'DONE' and person is null", Set.of());
		step(found, most, "was done, and nothing says what was decided.",
				"select reference, task from history_step where way = 'DONE' and outcome is null and task in (:some)",
				withOutcome());
		this.decisions.stream().flatMap((feature) -> feature.decided().stream()).forEach((decided) -> {
			step(found, most, "was done, and its decision is missing.",
					"select s.reference, s.task from history_step s where s.way = 'DONE' and s.task in (:some)"
							+ " and not exists (select 1 from " + decided.table() + " d where d.task_id = s.task_id)",
					decided.tasks());
			step(found, most, "was decided without the reason that it needs.", "select s.reference, s.task from "
					+ decided.table()
					+ " d join history_step s on s.task_id = d.task_id where coalesce(trim(d.reason), '') = '' and d."
					+ decided.outcome() + " in (:some)", decided.withReason());
		});
		ENGINE.forEach((words, sql) -> engine(found, most, "The step “%s” " + words, sql));
		CASES.forEach((words, sql) -> engine(found, most, words, sql));
		return found;
	}

	/** Every step at which something is decided. */
	private Set<String> withOutcome() {
		Set<String> tasks = new TreeSet<>();
		this.faces.forEach((face) -> face.tasks()
			.stream()
			.filter((task) -> face.variables().stream().anyMatch((one) -> one.name().equals(task.camel())))
			.map(ModelName::id)
			.forEach(tasks::add));
		return tasks;
	}

	private void step(List<Finding> found, int most, String words, String sql, Set<String> some) {
		if (some.isEmpty() && sql.contains(":some")) {
			return;
		}
		found.addAll(this.jdbc.sql(sql + " limit " + most)
			.param("some", some)
			.query((row, number) -> Finding.of(Finding.Kind.INCOMPLETE, row.getString(1),
					"The step “" + Found.words(row.getString(2)) + "” " + words))
			.list());
	}

	private void engine(List<Finding> found, int most, String words, String sql) {
		found.addAll(this.jdbc.sql(sql + " limit " + most)
			.query((row, number) -> Finding.of(Finding.Kind.ENGINE_CHANGED, row.getString(1),
					words.formatted(Found.words(row.getString(2)))))
			.list());
	}

}
