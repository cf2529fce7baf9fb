package org.imprimatur.incidents;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.Outbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("TRUSTEES")
@DisplayName("The chair says whether a significant incident may matter to the Charity Commission")
class RelevanceTests extends TrusteesAtWork {

	@Autowired
	private Outbox outbox;

	@Test
	@DisplayName("within 24 hours, and after that the vice-chair is asked as well")
	void inADay() {
		String reference = putToTrustees();
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("chair");
		isDue(open(reference, Task.ASSESS_RELEVANCE, ""), "2026-11-25T10:00");
		isRefused(() -> completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "x"),
				"for other people");
		fires(reference, "relevance-overdue");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("chair", "trustee1");
		completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Names were seen.");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("chair", "trustee1", "trustee2");
	}

	@Test
	@DisplayName("with a reason, also where it is not relevant")
	void reason() {
		String reference = putToTrustees();
		isAskedFor(() -> completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT"), "reason",
				"needs a reason");
		isAskedFor(() -> completes("chair", reference, Task.ASSESS_RELEVANCE, "reason", "x"), "decision", "Choose");
		assertThat(this.trusteesRecord.relevance(caseId(reference))).isEmpty();
	}

	@Test
	@DisplayName("not relevant: each Trustee is told, and after five days it ends as that")
	void notRelevant() {
		String reference = foundNotRelevant();
		assertThat(this.trusteesRecord.notices(caseId(reference))).extracting(TrusteeNotice::trustee)
			.containsExactlyInAnyOrder("chair", "trustee1", "trustee2");
		assertThat(this.outbox.of(reference)).filteredOn((mail) -> mail.cause().startsWith("NOT-RELEVANT"))
			.extracting(Mail::login)
			.containsExactlyInAnyOrder("chair", "trustee1", "trustee2");
		assertThat(this.news.newsFor(person("trustee2"))).anySatisfy((one) -> {
			assertThat(one.address()).isEqualTo("/items/" + reference);
			assertThat(one.why()).contains("until 29 November 2026, 10am");
		});
		assertThat(this.news.newsFor(person("sct"))).isEmpty();
		fires(reference, "call-in-over");
		assertThat(ending(reference)).isEqualTo("not-relevant");
		assertThat(this.news.newsFor(person("trustee2"))).noneMatch((one) -> one.address().endsWith(reference));
		isRefused(() -> callsIn("trustee2", reference, "Too late."), "cannot be called in now");
	}

	@Test
	@DisplayName("any Trustee calls it in within five days, with a reason, and every Trustee is asked")
	void calledIn() {
		String reference = foundNotRelevant();
		itIs("2026-11-28T23:00");
		isRefused(() -> callsIn("section-secretary", reference, "I would."), "Only a Trustee");
		isRefused(() -> callsIn("author", reference, "I would."), "no item");
		isAskedFor(() -> callsIn("trustee2", reference, ""), "reason", "Enter why");
		callsIn("trustee2", reference, "The press has it.");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("chair", "trustee1", "trustee2");
		assertThat(this.trusteesRecord.callIn(caseId(reference)).orElseThrow().reason()).isEqualTo("The press has it.");
		isRefused(() -> callsIn("trustee1", reference, "Me too."), "cannot be called in now");
		assertThat(this.news.newsFor(person("trustee1"))).noneMatch((one) -> one.address().endsWith(reference));
	}

	@Test
	@DisplayName("a chair with a conflict says so, and takes no part from then on")
	void chairWithConflict() {
		String reference = putToTrustees();
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "CONFLICT_DECLARED", "reason",
				"My sister is on the list.");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("trustee1");
		completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Names were seen.");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("trustee1", "trustee2");
	}

	@Test
	@DisplayName("whom it concerns finds nothing of it, and another Trustee stands in")
	void subject() {
		String reference = putToTrustees("subjects", "chair");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("trustee1");
		assertThat(this.access.maySee(reference, person("chair"))).isFalse();
		String task = open(reference, Task.ASSESS_RELEVANCE, "").id();
		isRefused(() -> as("chair", () -> this.door.find(task, person("chair"))), "no such task");
		completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason", "It is small.");
		assertThat(this.trusteesRecord.notices(caseId(reference))).extracting(TrusteeNotice::trustee)
			.containsExactlyInAnyOrder("trustee1", "trustee2");
		isRefused(() -> callsIn("chair", reference, "I want to."), "no item");
	}

	@Test
	@DisplayName("whom it turns out to be about loses the task, and a stand-in has it at once")
	void subjectLater() {
		String reference = putToTrustees();
		String task = open(reference, Task.ASSESS_RELEVANCE, "").id();
		as("chair", () -> {
			this.door.claim(task, person("chair"));
			return null;
		});
		turnsOutToConcern(reference, "chair");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("trustee1");
		isRefused(() -> as("chair", () -> this.door.find(task, person("chair"))), "no such task");
		completes("trustee1", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "It is serious.");
		assertThat(people(reference, Task.GIVE_VIEW)).containsExactly("trustee1", "trustee2");
	}

	@Test
	@DisplayName("a Chair whom it is said to be about does not chair, named or not")
	void aboutTheChair() {
		String reference = putToTrustees("concerns", "CHAIR");
		assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("trustee1");
	}

	@Test
	@DisplayName("a Chair who is away is stood in for, and the page says why")
	void away() {
		this.jdbc
			.sql("""
					insert into absence (person, first_day, last_day, deputy, entered_by, entered_at)
					values ('chair', date '2026-11-24', date '2026-11-27', null, 'chair', timestamp '2026-11-24 09:00:00')""")
			.update();
		try {
			String reference = putToTrustees();
			assertThat(people(reference, Task.ASSESS_RELEVANCE)).containsExactly("trustee1");
			String task = open(reference, Task.ASSESS_RELEVANCE, "").id();
			assertThat(as("trustee1", () -> this.door.asked(this.door.find(task, person("trustee1")))).because())
				.contains("You stand in for the Chair: " + person("chair").name() + " is away.");
		}
		finally {
			this.jdbc.sql("""
					insert into absence_end (absence, ended_by, ended_at) select id, 'chair', entered_at from absence
					where id not in (select absence from absence_end)""").update();
		}
	}

	private String foundNotRelevant() {
		String reference = putToTrustees();
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason",
				"It was gone in a minute.");
		return reference;
	}

}
