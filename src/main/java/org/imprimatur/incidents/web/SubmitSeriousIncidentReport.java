package org.imprimatur.incidents.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.IncidentAct;
import org.imprimatur.incidents.ReportStage;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * The person named by the decision sends the report to the Commission and records its
 * reference; a report in stages comes back on the day that its follow-up is due.
 */
@Component("submitSeriousIncidentReportForm")
@Policy("TRUSTEES")
class SubmitSeriousIncidentReport extends TrusteesForm {

	private final Clock clock;

	SubmitSeriousIncidentReport(Shared shared, Panel panel, Clock clock) {
		super(Task.SUBMIT_SERIOUS_INCIDENT_REPORT, shared, panel);
		this.clock = clock;
	}

	@Override
	public Set<String> fields() {
		return Set.of("commissionReference", "submittedAt", "followUpDue");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(ReportStage.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		List<IncidentAct> before = trusteesRecord().reports(task.reference(), task.caseId());
		Fields fields = Fields.none().with("submittedAt", LondonTime.input(this.clock.instant()));
		return before.isEmpty() ? fields
				: fields.with("commissionReference", before.get(before.size() - 1).value("commissionReference"));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("decided",
				trusteesRecord().decision(task.caseId())
					.map((act) -> "The Trustees decided on " + LondonTime.dateTime(act.doneAt()) + " to report it: "
							+ act.reason())
					.orElse(null));
		page.put("submitted",
				trusteesRecord().reports(task.reference(), task.caseId())
					.stream()
					.map((act) -> entry(act, "Sent, with the reference " + act.value("commissionReference")))
					.toList());
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String reference = check.required("commissionReference", 200, "the reference",
				"Enter the reference that the Charity Commission gave the report.");
		Instant submittedAt = writing().past("submittedAt", fields, check, "when it was sent");
		Instant followUp = followUp(fields, check);
		check.done();
		Instant sent = (submittedAt != null) ? submittedAt : this.clock.instant();
		ReportStage stage = (followUp != null) ? ReportStage.FOLLOW_UP_DUE : ReportStage.COMPLETE;
		known().keep(task);
		writing().record(task, stage, null, kept("commissionReference", reference, "submittedAt", LondonTime.iso(sent),
				"followUpDue", (followUp != null) ? LondonTime.iso(followUp) : null), asked, person);
		Map<String, Object> variables = new HashMap<>(SeriousIncidentDecision.SUBMIT_SERIOUS_INCIDENT_REPORT.is(stage));
		if (followUp != null) {
			variables.putAll(SeriousIncidentDecision.FOLLOW_UP_DUE.is(Date.from(followUp)));
		}
		return variables;
	}

	/** A day alone is its morning. */
	private Instant followUp(Fields fields, FieldCheck check) {
		String typed = fields.value("followUpDue");
		Instant due;
		try {
			due = LocalDate.parse(typed).atTime(9, 0).atZone(LondonTime.ZONE).toInstant();
		}
		catch (DateTimeParseException ex) {
			due = WrittenFacts.time("followUpDue", fields, check);
		}
		if (due != null && !due.isAfter(this.clock.instant())) {
			check.problem("followUpDue", "Enter a day that is still to come, or leave this empty.");
		}
		return due;
	}

}
