package org.imprimatur.incidents;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.incidents.SeriousIncidentDecision.Step;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * Keeps with each decision of the Trustees what was known at that moment: the facts, how
 * serious they were held to be, and what spoke for and against a report. It is text, so
 * that later facts, rules and names change nothing in it.
 */
@Component
@Policy("TRUSTEES")
public class WhatIsKnown {

	private final Incidents incidents;

	private final IncidentRecord words;

	private final TrusteesRecord record;

	private final SeriousIncidentDecisions engine;

	private final Accounts accounts;

	private final Clock clock;

	WhatIsKnown(Incidents incidents, IncidentRecord words, TrusteesRecord record, SeriousIncidentDecisions engine,
			Accounts accounts, Clock clock) {
		this.incidents = incidents;
		this.words = words;
		this.record = record;
		this.engine = engine;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Begins the record of a case with what is known now. */
	public Map<String, Object> takeUp(String reference, String caseId) {
		this.incidents.lock(reference);
		if (this.incidents.cases(reference).stream().noneMatch((one) -> one.caseId().equals(caseId))) {
			this.incidents.add(new IncidentCase(caseId, reference, SeriousIncidentDecision.KEY, this.clock.instant()));
		}
		keep(reference, caseId, Step.TAKE_UP_FACTS.id(), null);
		return facts(reference);
	}

	/** Keeps what is known as somebody decides at a task. */
	public void keep(TaskAtHand task) {
		keep(task.reference(), task.caseId(), task.task(), task.id());
	}

	/** What speaks for and against a report, by the facts as they stand. */
	public Indicators indicators(String reference) {
		List<Map<String, Object>> rows = this.engine.indicators(facts(reference));
		return new Indicators(sentences(rows, "FOR"), sentences(rows, "AGAINST"));
	}

	/** The facts in the form in which the rules read them. */
	private Map<String, Object> facts(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		boolean leader = facts.concerns(Concern.CEO) || facts.concerns(Concern.CHAIR) || facts.concerns(Concern.TRUSTEE)
				|| facts.concerns(Concern.SECTION_BOARD_MEMBER);
		Owner owner = (facts.account() != null)
				? this.accounts.find(facts.account()).map(Account::owner).orElse(Owner.UNKNOWN) : Owner.UNKNOWN;
		Map<String, Object> all = new HashMap<>();
		all.putAll(SeriousIncidentDecision.SEVERITY.is(this.incidents.assessment(reference)
			.filter((one) -> one.severity() != null)
			.map((one) -> one.severity().name())
			.orElse("NONE")));
		all.putAll(SeriousIncidentDecision.IMMEDIATE_DANGER.is(facts.immediateDanger().name()));
		all.putAll(SeriousIncidentDecision.PERSONAL_DATA.is(facts.personalData().name()));
		all.putAll(SeriousIncidentDecision.PEOPLE_AFFECTED.is(yes(facts.affects(Affected.PEOPLE))));
		all.putAll(SeriousIncidentDecision.ORGANISATION_AFFECTED.is(yes(facts.affects(Affected.AIUK))));
		all.putAll(SeriousIncidentDecision.CHILD_CONCERNED.is(yes(facts.concerns(Concern.CHILD))));
		all.putAll(SeriousIncidentDecision.LEADER_CONCERNED.is(yes(leader)));
		all.putAll(SeriousIncidentDecision.ACCOUNT_OWNER.is(owner.name()));
		return all;
	}

	private void keep(String reference, String caseId, String task, String taskId) {
		this.record
			.add(new TrusteesKnowledge(null, reference, caseId, task, taskId, this.incidents.facts(reference).number(),
					this.incidents.assessment(reference).map(Assessment::id).orElse(null), text(reference),
					this.clock.instant()));
	}

	private String text(String reference) {
		IncidentFacts facts = this.incidents.facts(reference);
		IncidentRecord.View view = this.words.view(reference);
		StringBuilder text = new StringBuilder();
		text.append("Facts, version ")
			.append(facts.number())
			.append(" of ")
			.append(LondonTime.dateTimeWithZone(facts.recordedAt()))
			.append("\n")
			.append(facts.what())
			.append("\n");
		view.facts().forEach((label, value) -> text.append(label).append(": ").append(value).append("\n"));
		text.append("\nHow serious it was held to be\n");
		if (view.assessed().isEmpty()) {
			text.append("Nobody had said.\n");
		}
		view.assessed().forEach((label, value) -> text.append(label).append(": ").append(value).append("\n"));
		Indicators indicators = indicators(reference);
		text.append("\nFor a report\n");
		indicators.speaksFor().forEach((one) -> text.append("- ").append(one).append("\n"));
		text.append("\nAgainst a report\n");
		indicators.speaksAgainst().forEach((one) -> text.append("- ").append(one).append("\n"));
		return text.toString();
	}

	private static List<String> sentences(List<Map<String, Object>> rows, String weight) {
		return rows.stream()
			.filter((row) -> weight.equals(row.get("weight")))
			.map((row) -> (String) row.get("sentence"))
			.toList();
	}

	private static String yes(boolean so) {
		return so ? "YES" : "NO";
	}

}
