package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.security.Door;
import org.imprimatur.tasks.Fields;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What the tests of the Trustees' decision share: an incident that is put to them. */
abstract class TrusteesAtWork extends IncidentsAtWork {

	@Autowired
	TrusteesRecord trusteesRecord;

	@Autowired
	TrusteesActs trusteesActs;

	@Autowired
	TrusteesNews news;

	@Autowired
	WhatIsKnown known;

	@Autowired
	ApplicationEventPublisher events;

	/** A significant incident of which the chair has been told. */
	final String putToTrustees(String... fields) {
		String reference = reports("author",
				with(new String[] { "what", "A list of supporters could be seen.", "personalData", "YES", "account",
						"main-x", "affected", "PEOPLE|AIUK", "immediateDanger", "NO" }, fields));
		this.incidents.add(new Assessment(null, reference, 1, Origin.TRIAGE, null, Risk.SIGNIFICANT, Risk.SIGNIFICANT,
				"It may go on.", Severity.S2, "TRUST", null, Fact.YES, Fact.NO, Response.LATER, null, "sct", now()));
		Door.through(() -> this.runtime.startProcessInstanceByKey(SeriousIncidentDecision.KEY, reference));
		return reference;
	}

	/** An incident about which the Trustees have been asked for their views. */
	final String askedForViews(String... fields) {
		String reference = putToTrustees(fields);
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "RELEVANT", "reason", "Names were seen.");
		return reference;
	}

	final void wants(String login, String reference, TrusteeView view) {
		completes(login, reference, Task.GIVE_VIEW, "conflict", "NONE", "view", view.name(), "reason",
				"So says " + login + ".");
	}

	final void declaresConflict(String login, String reference) {
		completes(login, reference, Task.GIVE_VIEW, "conflict", "DECLARED", "reason", "A friend of mine is involved.");
	}

	/** The latest case of the Trustees. */
	final String caseId(String reference) {
		List<IncidentCase> cases = this.trusteesRecord.cases(reference);
		return cases.get(cases.size() - 1).caseId();
	}

	final String ending(String reference) {
		return this.incidents.ending(caseId(reference)).map(IncidentCaseEnding::ending).orElse("open");
	}

	final void callsIn(String login, String reference, String reason) {
		Fields fields = typed("reason", reason);
		as(login, () -> {
			this.trusteesActs.callIn(reference, fields, person(login));
			return null;
		});
	}

	final void reopens(String login, String reference, String fact) {
		Fields fields = typed("reason", fact);
		as(login, () -> {
			this.trusteesActs.reopen(reference, fields, person(login));
			return null;
		});
	}

	/** Who is offered the open task of this sort, or has it. */
	final List<String> people(String reference, ModelName task) {
		return open(reference, task).stream()
			.flatMap((one) -> (one.assignee() != null) ? java.util.stream.Stream.of(one.assignee())
					: one.people().stream())
			.sorted()
			.toList();
	}

	/** The tasks of the Trustees that are open. */
	final List<String> trusteesTasks(String reference) {
		List<String> ours = List.of(Task.values()).stream().map(Task::id).toList();
		return openTasks(reference).stream().filter(ours::contains).toList();
	}

	/** It comes out that the incident is about this person. */
	final void turnsOutToConcern(String reference, String login) {
		reassessed(reference, login, "");
	}

	/** One more version of what is known: about whom it is. */
	final void reassessed(String reference, String subjects, String concerns) {
		IncidentFacts last = this.incidents.facts(reference);
		this.incidents.add(new IncidentFacts(null, reference, last.number() + 1, last.what(), last.account(),
				last.url(), last.seenAt(), last.affected(), last.personalData(), last.immediateDanger(), concerns,
				subjects, last.post(), last.awareAt(), last.awareHow(), "It came out.", "sct", now()));
		this.events.publishEvent(new IncidentReassessed(reference));
	}

}
