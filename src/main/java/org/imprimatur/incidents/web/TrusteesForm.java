package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.incidents.IncidentAct;
import org.imprimatur.incidents.IncidentCase;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.Trustees;
import org.imprimatur.incidents.TrusteesRecord;
import org.imprimatur.incidents.WhatIsKnown;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Story;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * What the forms of the Trustees' decision share: what speaks for and against a report,
 * and what was decided before.
 */
abstract class TrusteesForm extends IncidentForm {

	private final Panel panel;

	TrusteesForm(Task task, Shared shared, Panel panel) {
		super(SeriousIncidentDecision.KEY, task, shared);
		this.panel = panel;
	}

	/** Where the forms of the Trustees read and write. */
	@Component
	record Panel(TrusteesRecord record, Trustees trustees, WhatIsKnown known, People people) {
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("indicators", this.panel.known().indicators(task.reference()));
		page.put("earlier", earlier(task));
		return page;
	}

	final TrusteesRecord trusteesRecord() {
		return this.panel.record();
	}

	final Trustees trustees() {
		return this.panel.trustees();
	}

	final WhatIsKnown known() {
		return this.panel.known();
	}

	final People people() {
		return this.panel.people();
	}

	/** Why it is not the chair who does this. */
	final Optional<String> standIn(TaskAtHand task) {
		Trustees.Chairing chairing = trustees().chairOrStandIn(task.reference(), task.caseId());
		return Optional.ofNullable(chairing.why())
			.filter((why) -> chairing.logins().stream().anyMatch((login) -> task.people().contains(login)));
	}

	final Story.Entry entry(IncidentAct act, String title) {
		return new Story.Entry(LondonTime.dateTime(act.doneAt()), people().nameOf(act.doneBy()), title, act.reason());
	}

	private List<Story.Entry> earlier(TaskAtHand task) {
		Set<String> before = trusteesRecord().cases(task.reference())
			.stream()
			.map(IncidentCase::caseId)
			.filter((caseId) -> !caseId.equals(task.caseId()))
			.collect(Collectors.toSet());
		return incidents().acts(task.reference())
			.stream()
			.filter((act) -> act.caseId() != null && before.contains(act.caseId()))
			.filter((act) -> act.task().equals(Task.ASSESS_RELEVANCE.id())
					|| act.task().equals(Task.RECORD_TRUSTEES_DECISION.id()))
			.map((act) -> entry(act, TrusteesWords.title(act)))
			.toList();
	}

}
