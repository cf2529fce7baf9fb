package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.incidents.Clocks.Running;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.tasks.Happening;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "BOARD", "TRUSTEES" })
@DisplayName("What an incident waits for although nobody has a task")
class WaitsTests extends BoardsAtWork {

	private static final String MEETING = "Report waits for the meeting of the Trust Board";

	private static final String CALL_IN = "Not relevant, unless a Trustee calls it in";

	@Autowired
	Clocks clocks;

	@Test
	@DisplayName("a written report waits for its meeting: which, when, what ends it and who holds it")
	void forItsMeeting() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String reference = written();
		Running wait = wait(reference, MEETING);
		assertThat(wait.arithmetic()).isEqualTo("Report written on 24 November 2026, 10am; meeting of the Trust Board "
				+ "as planned = 3 December 2026, 10am GMT");
		assertThat(wait.left()).isEqualTo("9 days 0 hours left");
		assertThat(wait.stops()).contains("The meeting itself", "moved or cancelled", "urgent");
		assertThat(wait.who()).isEqualTo(this.people.nameOfGroup("trust-board-secretary"));
		assertThat(wait.taskId()).isNull();
		assertThat(wait.law()).isFalse();
		assertThat(this.clocks.runningFor(person("author"))).isEmpty();
		assertThat(this.clocks.runningFor(person("section-secretary"))).extracting(Running::name).contains(MEETING);
	}

	@Test
	@DisplayName("it goes along when the meeting moves, and is over when it is cancelled and no other can take it")
	void moved() {
		Meeting meeting = meeting(Board.TRUST, "2026-12-03T10:00");
		String reference = written();
		moved(meeting, "2026-12-05T14:00", "2026-12-01T10:00");
		assertThat(wait(reference, MEETING).arithmetic()).contains("= 5 December 2026, 2pm GMT");
		cancelled(meeting(Board.SECTION, "2026-12-04T10:00"));
		assertThat(names(reference)).contains(MEETING);
		cancelled(this.meetings.find(meeting.id()).orElseThrow());
		assertThat(names(reference)).doesNotContain(MEETING).contains("Acknowledge the Board notice, Trust Board");
	}

	@Test
	@DisplayName("it is over when the incident becomes urgent, and when the meeting begins")
	void over() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String urgent = written();
		String told = written();
		does("dem", urgent, IncidentDeed.REASSESS, "risk", "SIGNIFICANT", "riskReason", "It grows.", "severity", "S1",
				"entities", "TRUST", "entitiesReason", "Nobody else.", "personalDataBreach", "NO", "response", "LATER");
		assertThat(names(urgent)).doesNotContain(MEETING);
		begins(report(told));
		assertThat(names(told)).doesNotContain(MEETING).contains("Record the Board minute, Trust Board");
	}

	@Test
	@DisplayName("not relevant waits five days for a Trustee, by name, but for one whom it concerns")
	void forACallIn() {
		String reference = significant("subjects", "trustee2");
		completes("chair", reference, SeriousIncidentDecision.Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT",
				"reason", "It was gone in a minute.");
		Running wait = wait(reference, CALL_IN);
		assertThat(wait.arithmetic())
			.isEqualTo("Found not relevant on 24 November 2026, 10am + 5 days = 29 November 2026, 10am GMT");
		assertThat(wait.who().split(", ")).containsExactlyInAnyOrder(person("chair").name(), person("trustee1").name());
		assertThat(wait.stops()).contains("Any Trustee who calls it in", "Otherwise it ends as not relevant");
		assertThat(this.clocks.runningFor(person("trustee2"))).noneMatch((one) -> one.reference().equals(reference));
		fires(reference, "call-in-over");
		assertThat(names(reference)).doesNotContain(CALL_IN);
	}

	@Test
	@DisplayName("a staged report waits for the day of its follow-up")
	void forAFollowUp() {
		String reference = significant();
		completes("chair", reference, SeriousIncidentDecision.Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason",
				"Names were seen.");
		for (String trustee : List.of("chair", "trustee1")) {
			completes(trustee, reference, SeriousIncidentDecision.Task.GIVE_VIEW, "conflict", "NONE", "view", "REPORT",
					"reason", "It is serious.");
		}
		completes("chair", reference, SeriousIncidentDecision.Task.RECORD_TRUSTEES_DECISION, "decision", "REPORT",
				"reason", "It is serious.", "reporter", "trust-secretary");
		completes("trust-secretary", reference, SeriousIncidentDecision.Task.SUBMIT_SERIOUS_INCIDENT_REPORT,
				"commissionReference", "C-1", "submittedAt", "2026-11-24T09:30", "followUpDue", "2026-12-15");
		Running wait = wait(reference, "Follow-up to the Charity Commission");
		assertThat(wait.arithmetic()).endsWith("= 15 December 2026, 9am GMT");
		assertThat(wait.who()).isEqualTo(person("trust-secretary").name());
	}

	@Test
	@DisplayName("the page says what is waited for where nobody has a task")
	void inWords() {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S3);
		handsIn("trust-secretary", report, BoardRoute.NEXT_MEETING);
		assertThat(this.record.state(REFERENCE)).isEqualTo("Open. Waits for the meeting of the Trust Board, to which "
				+ "its report goes, until 3 December 2026, 10am.");
		assertThat(this.record.happened(REFERENCE)).extracting(Happening::text)
			.anySatisfy((text) -> assertThat(text).contains("Meeting: 3 December 2026, 10am"));
	}

	/** An incident whose report to the Trust Board is written and waits. */
	private String written() {
		String reference = reports("author", "what", "Threats under a post.", "personalData", "NO", "immediateDanger",
				"NO");
		assesses(reference, "SIGNIFICANT", "entities", "TRUST", "entitiesReason", "Nobody else.");
		handsIn("trust-secretary", report(reference), BoardRoute.NEXT_MEETING);
		return reference;
	}

	private String report(String reference) {
		return this.boardReports.of(reference).get(0).caseId();
	}

	private Running wait(String reference, String name) {
		return this.clocks.runningOf(reference)
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(name + " is not among " + names(reference)));
	}

	private List<String> names(String reference) {
		return this.clocks.runningOf(reference).stream().map(Running::name).toList();
	}

}
