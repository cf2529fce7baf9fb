package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/** When the Trustees knew of an incident, what they decided and what was known then. */
@Component
@Policy("TRUSTEES")
class CommissionDecision {

	private final Incidents incidents;

	private final TrusteesRecord record;

	CommissionDecision(Incidents incidents, TrusteesRecord record) {
		this.incidents = incidents;
		this.record = record;
	}

	/** Login of whom the latest decision names for the report; empty if none does. */
	Optional<String> reporter(String reference) {
		return decision(reference).map((act) -> act.value("reporter")).filter((login) -> !login.isEmpty());
	}

	/** That a report was decided on; null if it was not. */
	String authority(String reference) {
		return decision(reference).filter((act) -> act.outcome().equals(TrusteesDecision.REPORT.name()))
			.map((act) -> "The Trustees decided on " + LondonTime.dateTimeWithZone(act.doneAt())
					+ " that a report is made.")
			.orElse(null);
	}

	void tell(String reference, ReportDraft draft) {
		Optional<IncidentAct> decision = decision(reference);
		boolean reports = authority(reference) != null;
		draft.part("The Trustees’ decision, and when they knew")
			.needs("When the Trustees knew", knew(reference),
					"when the Trustees knew: the question has not been put to them.")
			.needs("Whether it is relevant", said(reference, Task.ASSESS_RELEVANCE),
					"whether it is relevant to the Charity Commission: the Chair has not said.")
			.tells("Their views", decision.map((act) -> act.value("views")).orElse(null))
			.needs("What they decided", said(reference, Task.RECORD_TRUSTEES_DECISION),
					"what the Trustees decided, and why: no decision is on record.")
			.tells("What was known then", known(reference));
		if (reports) {
			draft.needs("Report to the Charity Commission", sent(reference),
					"the reference that the Charity Commission gives: the report has not been sent.");
		}
	}

	private String knew(String reference) {
		List<String> lines = new ArrayList<>();
		for (IncidentCase one : this.record.cases(reference)) {
			lines.add("The Chair, or who stands in, was asked on " + LondonTime.dateTimeWithZone(one.begunAt()) + ".");
			this.record.notices(one.caseId())
				.stream()
				.map(TrusteeNotice::toldAt)
				.min((first, second) -> first.compareTo(second))
				.ifPresent((at) -> lines
					.add("Each Trustee was told on " + LondonTime.dateTimeWithZone(at) + " that it is not relevant."));
			this.record.round(one.caseId())
				.ifPresent((round) -> lines.add("The Trustees were asked for their views on "
						+ LondonTime.dateTimeWithZone(round.askedAt()) + "."));
		}
		return String.join("\n", lines);
	}

	/** Every answer at this task, the oldest first. */
	private String said(String reference, Task task) {
		return this.incidents.acts(reference)
			.stream()
			.filter((act) -> act.task().equals(task.id()))
			.map((act) -> label(task, act) + ", " + LondonTime.dateTimeWithZone(act.doneAt()) + ": " + act.reason()
					+ (act.value("againstMajorityReason").isEmpty() ? ""
							: "\nAgainst the majority, or without a quorum: " + act.value("againstMajorityReason")))
			.collect(Collectors.joining("\n"));
	}

	private static String label(Task task, IncidentAct act) {
		return (task == Task.ASSESS_RELEVANCE) ? Relevance.valueOf(act.outcome()).label()
				: TrusteesDecision.valueOf(act.outcome()).label();
	}

	/** At the latest decision; null if there was none. */
	private String known(String reference) {
		return this.record.known(reference)
			.stream()
			.filter((one) -> one.task().equals(Task.RECORD_TRUSTEES_DECISION.id()))
			.reduce((first, last) -> last)
			.map(TrusteesKnowledge::known)
			.orElse(null);
	}

	private String sent(String reference) {
		return this.incidents.acts(reference)
			.stream()
			.filter((act) -> act.task().equals(Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id()))
			.map((act) -> ReportStage.valueOf(act.outcome()).label() + ": sent "
					+ LondonTime.dateTime(LondonTime.parse(act.value("submittedAt"))) + ", reference "
					+ act.value("commissionReference"))
			.collect(Collectors.joining("\n"));
	}

	private Optional<IncidentAct> decision(String reference) {
		return this.record.cases(reference)
			.stream()
			.flatMap((one) -> this.record.decision(one.caseId()).stream())
			.reduce((first, last) -> last);
	}

}
