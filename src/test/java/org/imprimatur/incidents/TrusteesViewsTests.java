package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.dao.ConcurrencyFailureException;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("TRUSTEES")
@DisplayName("Each Trustee gives a view")
class TrusteesViewsTests extends TrusteesAtWork {

	@Test
	@DisplayName("until enough have: then nobody is waited for, and the chair records")
	void quorum() {
		String reference = askedForViews();
		isDue(open(reference, Task.GIVE_VIEW, "trustee2"), "2026-11-27T10:00");
		wants("trustee2", reference, TrusteeView.REPORT);
		assertThat(trusteesTasks(reference)).containsExactly("give-view", "give-view");
		wants("trustee1", reference, TrusteeView.REPORT);
		assertThat(trusteesTasks(reference)).containsExactly("record-trustees-decision");
		assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("chair");
		isDue(open(reference, Task.RECORD_TRUSTEES_DECISION, ""), "2026-11-29T10:00");
		TrusteesCount count = this.trusteesRecord.count(reference, caseId(reference)).orElseThrow();
		assertThat(count.majority()).contains(TrusteesDecision.REPORT);
		assertThat(count.missing()).containsExactly("chair");
	}

	@Test
	@DisplayName("in person: nobody gives the view of another, and each gives one")
	void inPerson() {
		String reference = askedForViews();
		String task = open(reference, Task.GIVE_VIEW, "trustee1").id();
		isRefused(
				() -> as("trustee2", () -> this.door.complete(task,
						typed("conflict", "NONE", "view", "REPORT", "reason", "x"), person("trustee2"))),
				"is doing this task");
		isRefused(
				() -> as("trust-secretary", () -> this.door.complete(task,
						typed("conflict", "NONE", "view", "REPORT", "reason", "x"), person("trust-secretary"))),
				"is doing this task");
		isAskedFor(() -> completes("trustee1", reference, Task.GIVE_VIEW, "view", "REPORT", "reason", "x"), "conflict",
				"Choose whether you have a conflict");
		isAskedFor(() -> completes("trustee1", reference, Task.GIVE_VIEW, "conflict", "NONE", "reason", "x"), "view",
				"Choose whether");
		isAskedFor(() -> completes("trustee1", reference, Task.GIVE_VIEW, "conflict", "NONE", "view", "REPORT"),
				"reason", "Enter the reason");
		isAskedFor(() -> completes("trustee1", reference, Task.GIVE_VIEW, "conflict", "NONE", "view", "NO_VIEW",
				"reason", "x"), "view", "Choose whether");
	}

	@Test
	@DisplayName("or three days pass: the decision names who is missing, and needs a reason of its own")
	void threeDays() {
		String reference = askedForViews();
		wants("trustee2", reference, TrusteeView.DO_NOT_REPORT);
		fires(reference, "views-overdue");
		assertThat(trusteesTasks(reference)).containsExactly("record-trustees-decision");
		isAskedFor(() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT",
				"reason", "It is small."), "againstMajorityReason", "Only 1 of the 2 views");
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It is small.", "againstMajorityReason", "Nobody else could be reached.");
		assertThat(ending(reference)).isEqualTo("decided-not-to-report");
		IncidentAct decided = this.trusteesRecord.decision(caseId(reference)).orElseThrow();
		assertThat(decided.values("missing")).containsExactlyInAnyOrder(person("chair").name(),
				person("trustee1").name());
		assertThat(decided.value("views")).contains("0 want a report, 1 does not");
	}

	@Test
	@DisplayName("a declared conflict is no view: whoever declares it takes no part, and the chair does not record")
	void chairConflicted() {
		String reference = askedForViews();
		declaresConflict("chair", reference);
		wants("trustee1", reference, TrusteeView.REPORT);
		assertThat(trusteesTasks(reference)).containsExactly("give-view");
		wants("trustee2", reference, TrusteeView.DO_NOT_REPORT);
		assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("trustee1");
		String task = open(reference, Task.RECORD_TRUSTEES_DECISION, "").id();
		isRefused(() -> as("chair",
				() -> this.door.complete(task, typed("decision", "DO_NOT_REPORT", "reason", "x"), person("chair"))),
				"for other people");
		TrusteesCount count = this.trusteesRecord.count(reference, caseId(reference)).orElseThrow();
		assertThat(count.conflicts()).isOne();
		assertThat(count.majority()).isEmpty();
		completes("trustee1", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It stands one to one, and it is small.");
		assertThat(ending(reference)).isEqualTo("decided-not-to-report");
	}

	@Test
	@DisplayName("where each has a conflict a secretary writes down what is done about that")
	void nobodyLeft() {
		String reference = askedForViews();
		declaresConflict("chair", reference);
		declaresConflict("trustee1", reference);
		declaresConflict("trustee2", reference);
		assertThat(people(reference, Task.RECORD_TRUSTEES_DECISION)).containsExactly("trust-secretary");
		completes("trust-secretary", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT", "reason",
				"Our solicitor advises it.", "againstMajorityReason", "Each Trustee has a conflict.", "reporter",
				"trust-secretary");
		assertThat(people(reference, Task.SUBMIT_SERIOUS_INCIDENT_REPORT)).containsExactly("trust-secretary");
	}

	@Test
	@DisplayName("and against their majority it is decided only with a reason for that")
	void againstTheMajority() {
		String reference = askedForViews();
		wants("trustee1", reference, TrusteeView.REPORT);
		wants("trustee2", reference, TrusteeView.REPORT);
		isAskedFor(() -> completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT",
				"reason", "It is small."), "againstMajorityReason", "More Trustees say the opposite");
		completes("chair", reference, Task.RECORD_TRUSTEES_DECISION, "decision", "DO_NOT_REPORT", "reason",
				"It is small.", "againstMajorityReason", "New advice came in after they had answered.");
		assertThat(this.trusteesRecord.decision(caseId(reference)).orElseThrow().value("againstMajorityReason"))
			.startsWith("New advice");
	}

	@RepeatedTest(3)
	@DisplayName("two at the same second: both count, or one is told")
	void sameSecond() throws Exception {
		String reference = askedForViews();
		List<RuntimeException> failures = atOnce(() -> {
			wants("trustee1", reference, TrusteeView.REPORT);
			return null;
		}, () -> {
			wants("trustee2", reference, TrusteeView.REPORT);
			return null;
		});
		assertThat(failures).allSatisfy((failure) -> assertThat(failure).isInstanceOfAny(Refusal.class,
				OptimisticLockingException.class, ConcurrencyFailureException.class));
		TrusteesCount count = this.trusteesRecord.count(reference, caseId(reference)).orElseThrow();
		assertThat(count.given()).isEqualTo(2 - failures.size());
		// what was recorded and where the case is say the same
		assertThat(trusteesTasks(reference).contains("record-trustees-decision")).isEqualTo(count.hasQuorum());
	}

	private static List<RuntimeException> atOnce(Callable<?> one, Callable<?> other) throws Exception {
		ExecutorService two = Executors.newFixedThreadPool(2);
		CountDownLatch ready = new CountDownLatch(2);
		try {
			List<Future<RuntimeException>> both = new ArrayList<>();
			for (Callable<?> act : List.of(one, other)) {
				both.add(two.submit(() -> {
					ready.countDown();
					assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
					try {
						act.call();
						return null;
					}
					catch (RuntimeException ex) {
						return ex;
					}
				}));
			}
			List<RuntimeException> failures = new ArrayList<>();
			for (Future<RuntimeException> each : both) {
				RuntimeException failure = each.get(60, TimeUnit.SECONDS);
				if (failure != null) {
					failures.add(failure);
				}
			}
			return failures;
		}
		finally {
			two.shutdownNow();
		}
	}

}
