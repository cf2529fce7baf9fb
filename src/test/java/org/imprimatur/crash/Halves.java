package org.imprimatur.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for things that are there without their other half, in a copy of the database
 * file: what the record says and where the case is must have been written together or not
 * at all. Every post is taken to have been submitted as it was proposed.
 */
final class Halves {

	private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();
	static {
		QUESTIONS.put("a post without a case", """
				select p.reference from post p where not exists (select 1 from act_hi_procinst h
				where h.proc_inst_id_ = p.case_id and h.business_key_ = p.reference)""");
		QUESTIONS.put("a case without a post", """
				select h.business_key_ from act_hi_procinst h where h.proc_def_key_ = 'post-approval'
				and not exists (select 1 from post p where p.case_id = h.proc_inst_id_)""");
		QUESTIONS.put("a post without a revision, or with several", """
				select p.reference from post p
				where (select count(*) from post_revision r where r.reference = p.reference) <> 1""");
		QUESTIONS.put("an open post whose case is gone", """
				select p.reference from post p
				where not exists (select 1 from post_ending e where e.reference = p.reference)
				and not exists (select 1 from act_ru_execution x where x.id_ = p.case_id)""");
		QUESTIONS.put("an ended post whose case goes on", """
				select e.reference from post_ending e join post p on p.reference = e.reference
				join act_ru_execution x on x.proc_inst_id_ = p.case_id""");
		QUESTIONS.put("a post that waits for nothing or for two things", """
				select p.reference from post p join act_ru_execution x on x.id_ = p.case_id
				where (select count(*) from act_ru_task t where t.proc_inst_id_ = p.case_id)
				+ (select count(*) from act_ru_execution w where w.proc_inst_id_ = p.case_id
				and w.act_id_ = 'slot-awaited') <> 1""");
		QUESTIONS.put("a decision at a task that is not done", """
				select d.reference || ' ' || d.task from post_decision d where not exists (select 1
				from act_hi_taskinst t where t.id_ = d.task_id and t.delete_reason_ = 'completed')""");
		QUESTIONS.put("a task done without a decision", """
				select t.task_def_key_ || ' ' || t.id_ from act_hi_taskinst t where t.delete_reason_ = 'completed'
				and t.task_def_key_ in ('check-charity-objects', 'sign-off-post', 'schedule-post')
				and not exists (select 1 from post_decision d where d.task_id = t.id_)""");
		QUESTIONS.put("a task published without a release", """
				select t.id_ from act_hi_taskinst t where t.delete_reason_ = 'completed'
				and t.task_def_key_ = 'publish-post'
				and not exists (select 1 from post_release r where r.task_id = t.id_)""");
		QUESTIONS.put("a decision made twice", """
				select reference || ' ' || task from post_decision group by reference, task having count(*) > 1""");
		QUESTIONS.put("people asked to publish twice", """
				select proc_inst_id_ from act_hi_taskinst where task_def_key_ = 'publish-post'
				group by proc_inst_id_ having count(*) > 1""");
		QUESTIONS.put("a release without its ending", """
				select r.reference from post_release r
				where not exists (select 1 from post_ending e where e.reference = r.reference)""");
		QUESTIONS.put("a task of which nobody is told", """
				select t.task_def_key_ || ' ' || t.id_ from act_ru_task t
				where not exists (select 1 from mail m where m.task_id = t.id_)
				and not exists (select 1 from mail_cause c where c.task_id = t.id_)""");
		QUESTIONS.put("a mail that is forgotten, or sent and still in the queue", """
				select m.cause || ' ' || m.login from mail m
				where (select count(*) from mail_waiting w where w.mail_id = m.id)
				+ (select count(*) from mail_try t where t.mail_id = m.id and t.outcome <> 'PUT_OFF') <> 1""");
		QUESTIONS.put("models deployed anew", """
				select name_ || ' ' || id_ from act_re_deployment
				where (select count(*) from act_re_deployment) <> 1""");
		QUESTIONS.put("a job that has failed", """
				select handler_type_ || ' ' || exception_msg_ from act_ru_job where exception_msg_ is not null""");
	}

	private Halves() {
	}

	/** What was found, in words; empty if everything is whole. */
	static List<String> in(Path folder) {
		Path copy = folder.resolve("copy.mv.db");
		try {
			Files.copy(folder.resolve("imprimatur.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return in(OwnProcess.url(folder.resolve("copy")), "sa");
	}

	/** What was found in this very database. */
	static List<String> in(String url, String user) {
		List<String> found = new ArrayList<>();
		QUESTIONS.forEach((what, question) -> rows(url, user, question).forEach((row) -> found.add(what + ": " + row)));
		return found;
	}

	/** The first column of every row in the copy of the database. */
	static List<String> rows(Path folder, String question) {
		return rows(OwnProcess.url(folder.resolve("copy")), "sa", question);
	}

	/** The first column of every row. */
	static List<String> rows(String url, String user, String question) {
		try (var connection = DriverManager.getConnection(url, user, "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery(question)) {
			List<String> all = new ArrayList<>();
			while (rows.next()) {
				all.add(rows.getString(1));
			}
			return all;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(question, ex);
		}
	}

}
