package org.imprimatur.posts;

import java.util.UUID;

import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm.Started;
import org.junit.jupiter.api.BeforeEach;

import static org.imprimatur.posts.Draft.aPost;

/** Posts that are out, and what people do about them: approver2 published them. */
abstract class CorrectionsAtWork extends PostsAtWork {

	static final String GROUND = "The figure in it is last year's.";

	Actor supporterCommunications;

	Actor outsider;

	@BeforeEach
	void more() {
		this.supporterCommunications = this.stage.actor("sct");
		this.outsider = this.stage.actor("dpo");
	}

	/** A post that is out as approved; author2 put it there. */
	OnePost out(Draft draft) {
		OnePost post = atItsSlot(draft);
		this.author2.publishes(post);
		return post;
	}

	OnePost out() {
		return out(aPost());
	}

	/** The latest correction of this post. */
	OneCorrection of(OnePost post) {
		Correction latest = this.stage.corrections.of(post.reference())
			.stream()
			.reduce((first, second) -> second)
			.orElseThrow();
		return new OneCorrection(latest.reference(), latest.caseId(), this.stage);
	}

	/** A post that was recalled when it was out. */
	OneCorrection recalled() {
		OnePost post = out();
		this.approver.recalls(post);
		return of(post);
	}

	/** Says that something went out without approval. */
	OneCorrection reports(Actor actor, String... fields) {
		return reports(actor, typed(fields), UUID.randomUUID().toString());
	}

	OneCorrection reports(Actor actor, Fields fields, String startKey) {
		Started started = this.stage.as(this.stage.person(actor.login()),
				() -> this.stage.unapproved.register(fields, startKey, this.stage.person(actor.login())));
		return new OneCorrection(started.reference(), started.caseId(), this.stage);
	}

	/** What somebody types who saw something on this account. */
	static String[] seen(String account, String... more) {
		String[] all = new String[6 + more.length];
		System.arraycopy(new String[] { "account", account, "body", "We are selling badges.", "why",
				"Nobody remembers approving this." }, 0, all, 0, 6);
		System.arraycopy(more, 0, all, 6, more.length);
		return all;
	}

	void checks(Actor actor, OneCorrection correction, AfterTheFact finding) {
		actor.completes(correction.open(Task.CHECK_AFTER_THE_FACT), typed("decision", finding.name(),
				(finding == AfterTheFact.ALIGNED) ? "object" : "reason", "public-education"));
	}

	void decides(Actor actor, OneCorrection correction, CorrectionDecision decision) {
		actor.completes(correction.open(Task.DECIDE_CORRECTION),
				typed("decision", decision.name(), "reason", "People could be misled."));
	}

	void records(Actor actor, OneCorrection correction, String... more) {
		boolean removed = this.stage.corrections.judgement(correction.caseId(), Task.DECIDE_CORRECTION)
			.filter((one) -> one.decision().equals(CorrectionDecision.REMOVE.name()))
			.isPresent();
		Fields fields = typed("decision", removed ? "REMOVED" : "CORRECTED", "what", "Did what was decided.", "address",
				"https://x.example/demo_charity/9");
		Fields rest = typed(more);
		for (String name : rest.names()) {
			fields = fields.with(name, rest.value(name));
		}
		actor.completes(correction.open(Task.RECORD_CORRECTION), fields);
	}

	void cannot(Actor actor, OneCorrection correction, String reason) {
		actor.completes(correction.open(Task.RECORD_CORRECTION), typed("decision", "NOT_DONE", "reason", reason));
	}

	static Fields typed(String... fields) {
		Fields typed = Fields.none();
		for (int i = 0; i < fields.length; i += 2) {
			typed = typed.with(fields[i], fields[i + 1]);
		}
		return typed;
	}

}
