package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Finding;
import org.imprimatur.ledger.RecordCheck;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("A verification finds every step that lacks its person, its decision or its reason")
class CompletenessTests extends CorrectionsAtWork {

	@Autowired
	List<RecordCheck> checks;

	@Autowired
	TransactionTemplate transaction;

	@Test
	@DisplayName("and nothing about a post that went its way, was changed, recalled and corrected")
	void nothing() {
		OnePost post = out();
		this.approver.recalls(post);
		OneCorrection correction = of(post);
		decides(this.approver, correction, CorrectionDecision.KEEP);
		assertThat(found(post.reference())).isEmpty();
		OnePost open = this.author.submits(aPost());
		assertThat(found(open.reference())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "sign-off-post, , APPROVED, was done and nobody knows by whom",
			"sign-off-post, approver, , was done and nothing says what was decided",
			"sign-off-post, approver, APPROVED, was done and its decision is missing",
			"publish-post, , , was done and nobody knows by whom" })
	@DisplayName("a step without person, outcome or decision")
	void steps(String task, String person, String outcome, String words) {
		OnePost post = this.author.submits(aPost());
		assertThat(after(post, () -> step(post, task, UUID.randomUUID().toString(), person, outcome)))
			.anySatisfy((finding) -> assertThat(finding.words().replace(",", "")).contains(words));
	}

	@Test
	@DisplayName("a rejection without a reason, and only then")
	void reason() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.answers(post, SignOff.REJECTED);
		assertThat(found(post.reference())).isEmpty();
		assertThat(after(post, () -> decision(post, "REJECTED"))).anySatisfy(
				(finding) -> assertThat(finding.words()).contains("was decided without the reason that it needs"));
		assertThat(after(post, () -> decision(post, "APPROVED"))).noneSatisfy(
				(finding) -> assertThat(finding.words()).contains("was decided without the reason that it needs"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"update act_hi_taskinst set assignee_ = 'admin' where proc_inst_id_ = ? and end_time_ is not null | was done by somebody else",
			"update act_hi_taskinst set end_time_ = null where proc_inst_id_ = ? and end_time_ is not null | was done by somebody else",
			"delete from act_hi_taskinst where proc_inst_id_ = ? and end_time_ is not null | was taken out of the engine",
			"update act_ru_task set assignee_ = 'admin' where proc_inst_id_ = ? | is open with somebody else",
			"update act_ru_variable set text_ = 'OTHER' where proc_inst_id_ = ? and name_ = 'objectsCheck' | What the case goes by (Objects",
			"delete from act_hi_varinst where proc_inst_id_ = ? and name_ = 'objectsCheck' | What the case goes by (Objects",
			"update act_hi_procinst set end_time_ = start_time_ where proc_inst_id_ = ? | was taken out of the engine" })
	@DisplayName("what somebody changes in the engine’s tables, past the engine")
	void engine(String sql, String words) {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		assertThat(found(post.reference())).isEmpty();
		assertThat(after(post, () -> this.stage.jdbc.sql(sql).param(post.caseId()).update()))
			.anySatisfy((finding) -> assertThat(finding.words()).contains(words));
	}

	/** What is found once this was done, which is taken back. */
	private List<Finding> after(OnePost post, Runnable tampering) {
		return this.transaction.execute((status) -> {
			status.setRollbackOnly();
			tampering.run();
			return found(post.reference());
		});
	}

	private List<Finding> found(String reference) {
		return this.checks.stream()
			.flatMap((check) -> check.find(10_000).stream())
			.filter((finding) -> reference.equals(finding.reference()))
			.toList();
	}

	private void step(OnePost post, String task, String taskId, String person, String outcome) {
		Timestamp now = Timestamp.from(Instant.now());
		this.stage.jdbc.sql("""
				insert into history_step (reference, case_id, definition, task, task_id, person, outcome, way,
				offered_at, ended_at, working_seconds) values (?, ?, 'x', ?, ?, ?, ?, 'DONE', ?, ?, 0)""")
			.params(post.reference(), post.caseId(), task, taskId, person, outcome, now, now)
			.update();
	}

	private void decision(OnePost post, String decision) {
		String taskId = UUID.randomUUID().toString();
		step(post, "sign-off-post", taskId, "approver", decision);
		this.stage.jdbc.sql("""
				insert into post_decision (reference, revision, task, task_id, decision, confirmations, triggers,
				decided_for, asked_because, content_digest, grounds_digest, accounts, decided_by, decided_at, route)
				values (?, 1, 'sign-off-post', ?, ?, '', '', '', '', '', '', '', 'approver', ?, 'FULL')""")
			.params(post.reference(), taskId, decision, Timestamp.from(Instant.now()))
			.update();
	}

}
