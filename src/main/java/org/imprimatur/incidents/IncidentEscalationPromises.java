package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.incidents.IncidentEscalation.Ending;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.answer;
import static org.imprimatur.kernel.Promise.before;
import static org.imprimatur.kernel.Promise.passing;

/**
 * No incident is closed round its triage, and nobody's duty about it ends but by that
 * person, however the escalation is drawn.
 */
@Component
class IncidentEscalationPromises implements Promises {

	private static final String TAKEN_UP_AGAIN = "taken-up-again";

	private static final String COURSE = "triage-course";

	private static final Promise.Answer ESCALATED = answer(Task.HANDLE_INCIDENT, IncidentEscalation.HANDLE_INCIDENT,
			Handling.ESCALATE);

	@Override
	public String process() {
		return IncidentEscalation.KEY;
	}

	@Override
	public List<Promise> promises() {
		return List.of(before("CEO", COURSE).needs(passing(Task.TRIAGE_INCIDENT.id()), passing(TAKEN_UP_AGAIN)),
				before("CEO", COURSE)
					.where(answer("triage-confirmation", IncidentEscalation.CONFIRMATION.name(),
							IncidentEscalation.Confirmation.NEEDED.name()))
					.needs(passing(Task.CONFIRM_TRIAGE.id())),
				before("BOARD", Ending.INCIDENT_CLOSED.id())
					.needs(answer(COURSE, IncidentEscalation.COURSE.name(), IncidentEscalation.Course.CLOSE.name()),
							answer(Task.HANDLE_INCIDENT, IncidentEscalation.HANDLE_INCIDENT, Handling.CLOSED))
					.since(COURSE),
				before("BOARD", Ending.INCIDENT_CLOSED.id())
					.never(answer(COURSE, IncidentEscalation.COURSE.name(),
							IncidentEscalation.Course.SIGNIFICANT.name()), ESCALATED, passing("raised"))
					.since(COURSE),
				before("BOARD", Task.REVIEW_INCIDENT.id()).needs(
						answer(COURSE, IncidentEscalation.COURSE.name(), IncidentEscalation.Course.SIGNIFICANT.name()),
						ESCALATED, passing("raised")),
				before("REVIEW", Ending.INCIDENT_HANDLED.id()).needs(passing(Task.REVIEW_INCIDENT.id())),
				before("SAFE", "breach-decided").needs(passing(Task.DECIDE_BREACH_NOTIFICATION.id())),
				before("CEO", "note-taken").needs(passing(Task.ACKNOWLEDGE_INCIDENT.id())),
				before("CEO", "deputies-told").needs(passing("tell-deputies")),
				before("TRUSTEES", "brief-done").needs(passing(Task.PREPARE_INCIDENT_BRIEF.id())),
				before("BOARD", "trust-board-reported").needs(passing("report-to-trust-board")),
				before("BOARD", "section-board-reported").needs(passing("report-to-section-board")),
				before("TRUSTEES", "trustees-decided").needs(passing("decide-serious-incident")),
				before("CEO", Ending.TREATED_AS_SIGNIFICANT.id()).needs(passing("assume-significant")));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.TRIAGE_INCIDENT, Task.CONFIRM_TRIAGE, Task.DECIDE_BREACH_NOTIFICATION,
				Task.ACKNOWLEDGE_INCIDENT, Task.PREPARE_INCIDENT_BRIEF, Task.REVIEW_INCIDENT);
	}

	@Override
	public List<Beside> beside() {
		return List.of(Beside.clock("untriaged", Task.TRIAGE_INCIDENT),
				Beside.clock("note-overdue", Task.ACKNOWLEDGE_INCIDENT),
				Beside.message("raised", Task.HANDLE_INCIDENT.id(), IncidentEscalation.Message.INCIDENT_RAISED));
	}

}
