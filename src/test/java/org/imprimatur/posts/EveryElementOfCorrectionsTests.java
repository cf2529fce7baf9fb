package org.imprimatur.posts;

import java.util.List;
import java.util.stream.Stream;

import org.imprimatur.EveryElement;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.sandbox.SameRoute;
import org.imprimatur.models.sandbox.Trials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.UNKNOWN_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;

@Tag("one-database")
@Policy("APPROVED")
@DisplayName("Nothing is drawn that no correction can come to")
class EveryElementOfCorrectionsTests extends CorrectionsAtWork {

	@Autowired
	Trials trials;

	@Test
	@DisplayName("every element is entered, every flow taken and every ending reached")
	void everyElement() {
		OneCorrection kept = recalled();
		decides(approver, kept, CorrectionDecision.KEEP);
		OneCorrection corrected = reports(this.outsider, seen("main-x"));
		checks(this.objectsReviewer, corrected, AfterTheFact.ALIGNED);
		decides(this.approver, corrected, CorrectionDecision.CORRECT);
		this.stage.itIs("2026-11-24T10:00");
		OnePost better = approved(aPost());
		records(this.author, corrected, "approvedPost", better.reference());
		OneCorrection removed = reports(this.outsider, seen(SECTION_ACCOUNT));
		decides(this.approver, removed, CorrectionDecision.REMOVE);
		cannot(this.author, removed, "The platform refused it.");
		decides(this.approver, removed, CorrectionDecision.REMOVE);
		records(this.author, removed);
		OneCorrection unknown = reports(this.outsider, seen(UNKNOWN_ACCOUNT));
		List<String> cases = Stream.of(kept, corrected, removed, unknown).map(OneCorrection::caseId).toList();
		new EveryElement(this.stage.history, this.stage.repository, this.stage.trail).isReachedBy(cases);
		new SameRoute(this.trials, this.stage.history, this.stage.repository, this.stage.trail).isTakenBy(cases);
	}

}
