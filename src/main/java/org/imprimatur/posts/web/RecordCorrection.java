package org.imprimatur.posts.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.ApprovedTexts;
import org.imprimatur.posts.Correction;
import org.imprimatur.posts.CorrectionDecision;
import org.imprimatur.posts.CorrectionOutcome;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostCorrection;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.posts.PostCorrections;
import org.imprimatur.posts.PostRevision;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * The account's team carries the decision out and records what was done, or why it could
 * not be done.
 */
@Component("recordCorrectionForm")
@Policy({ "APPROVED", "ONE-LOGIN", "AUTHORISED" })
class RecordCorrection extends CorrectionForm {

	private final ApprovedTexts approved;

	private final PostAccess access;

	private final PostCorrections corrections;

	private final Clock clock;

	RecordCorrection(Shared shared, ApprovedTexts approved, PostAccess access, PostCorrections corrections,
			Clock clock) {
		super(Task.RECORD_CORRECTION, shared);
		this.approved = approved;
		this.access = access;
		this.corrections = corrections;
		this.clock = clock;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason", "what", "doneAt", "address", "evidence", "approvedPost");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(CorrectionOutcome.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		Correction correction = writing().at(task);
		Fields fields = Fields.none().with("doneAt", LondonTime.input(this.clock.instant()));
		return (correction.post() != null && isCorrected(task)) ? fields.with("approvedPost", correction.post())
				: fields;
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Correction correction = writing().at(task);
		Map<String, Object> page = super.page(task, fields, person);
		page.put("decided", writing().decision(task));
		page.put("choices", this.corrections.canBeDecidedAgain(task)
				? List.of(writing().asDecided(task), CorrectionOutcome.NOT_DONE) : List.of(writing().asDecided(task)));
		page.put("approvedText",
				this.approved.of(chosen(fields, correction), correction.account())
					.filter((revision) -> this.access.maySee(revision.reference(), person))
					.map(PostRevision::body)
					.orElse(null));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Correction correction = writing().at(task);
		FieldCheck check = new FieldCheck(fields);
		CorrectionOutcome outcome = check.choice("decision", CorrectionOutcome.class,
				"Choose whether it was done or could not be done.");
		if (outcome == CorrectionOutcome.NOT_DONE) {
			String reason = check.required("reason", PostWriting.LONGEST_REASON, "the reason",
					"Enter why it could not be done, such as that the platform refuses it.");
			check.done();
			if (!this.corrections.canBeDecidedAgain(task)) {
				throw Refusal.conflict("This correction began before one could be decided about again, so nothing was "
						+ "recorded. Ask an administrator to move it to the present version of the process, and then "
						+ "say again that it could not be done.");
			}
			writing().judge(task, outcome, reason, null, person);
			return PostCorrection.RECORD_CORRECTION.is(outcome);
		}
		if (outcome != null && outcome != writing().asDecided(task)) {
			check.problem("decision",
					"Choose “" + writing().asDecided(task).label() + "”, as it was decided, or “Could not be done”.");
		}
		if (!fields.value("reason").isEmpty()) {
			check.problem("reason", "Leave this empty, or choose “Could not be done”.");
		}
		String what = check.required("what", PostWriting.LONGEST_REASON, "what was done",
				"Enter what was done on the account.");
		Instant doneAt = doneAt(correction, fields, check);
		String address = check.address("address", "the address");
		String evidence = check.text("evidence", PostWriting.LONGEST_REASON, "the evidence");
		if (address == null && evidence == null && !check.hasProblem("address")) {
			check.problem("address", "Enter the address, or below what shows that it was done.");
		}
		PostRevision approved = isCorrected(task) ? approved(correction, fields, person, check) : null;
		if (!isCorrected(task) && !fields.value("approvedPost").isEmpty()) {
			check.problem("approvedPost", "It was decided to remove it: leave this empty.");
		}
		check.done();
		writing().done(task, outcome, what, doneAt, address, evidence, approved, person);
		return PostCorrection.RECORD_CORRECTION.is(outcome);
	}

	private boolean isCorrected(TaskAtHand task) {
		return writing().decision(task) == CorrectionDecision.CORRECT;
	}

	private PostRevision approved(Correction correction, Fields fields, Person person, FieldCheck check) {
		String reference = chosen(fields, correction);
		Optional<PostRevision> approved = this.approved.of(reference, correction.account())
			.filter((revision) -> this.access.maySee(revision.reference(), person));
		if (approved.isEmpty()) {
			check.problem("approvedPost", (reference.isEmpty() ? "Enter the post whose approved words stand there now."
					: reference + " has no words that were approved for this account.")
					+ " Words that nobody has approved go through an approval of their own first: propose them as a post.");
		}
		return approved.orElse(null);
	}

	private static String chosen(Fields fields, Correction correction) {
		String typed = fields.value("approvedPost");
		return (typed.isEmpty() && correction.post() != null) ? correction.post() : typed;
	}

	private Instant doneAt(Correction correction, Fields fields, FieldCheck check) {
		Instant time = PostWriting.time(fields.value("doneAt"), "doneAt", check);
		if (time == null) {
			return this.clock.instant();
		}
		if (time.isAfter(this.clock.instant().plusSeconds(60))) {
			check.problem("doneAt", "Enter when it was done; " + LondonTime.dateTime(time) + " has not come yet.");
		}
		if (time.plusSeconds(60).isBefore(correction.startedAt())) {
			check.problem("doneAt",
					"Enter a time after it was noticed on " + LondonTime.dateTime(correction.startedAt()) + ".");
		}
		return time;
	}

}
