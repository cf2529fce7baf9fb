package org.imprimatur.incidents.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.TrusteeView;
import org.imprimatur.incidents.TrusteesCount;
import org.imprimatur.incidents.TrusteesDecision;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/**
 * The chair, or who stands in, records what the Trustees decided. The views are counted
 * by the record; going against their majority, or deciding without a quorum, needs its
 * own reason.
 */
@Component("recordTrusteesDecisionForm")
@Policy("TRUSTEES")
class RecordTrusteesDecision extends TrusteesForm {

	private static final String AGAINST = "againstMajorityReason";

	/** Whose members can make the report. */
	private static final List<String> REPORTERS = List.of("trustees", "trust-board-secretary",
			"section-board-secretary", "ceo", "ceo-deputies", "head-of-communications", "data-protection-lead");

	RecordTrusteesDecision(Shared shared, Panel panel) {
		super(Task.RECORD_TRUSTEES_DECISION, shared, panel);
	}

	/** Somebody who can make the report. */
	record Reporter(String name, String label, String definition) implements Outcome {
	}

	/** What one Trustee said, in words. */
	record Said(String who, String said, String reason) {
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason", AGAINST, "reporter");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(TrusteesDecision.values());
	}

	@Override
	public Optional<String> askedBesides(TaskAtHand task) {
		return standIn(task);
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		TrusteesCount count = count(task);
		page.put("count", TrusteesWords.count(count));
		page.put("views", said(count));
		page.put("noQuorum", count.hasQuorum() ? null
				: "Too few views were given. You can record a decision all the same, with a reason for that.");
		page.put("reporters", reporters(task));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		TrusteesCount count = count(task);
		TrusteesDecision decision = check.choice("decision", TrusteesDecision.class,
				"Choose whether a report is made or not.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why it was decided so. Not to report needs a reason as well.");
		String against = check.text(AGAINST, WrittenFacts.LONGEST_REASON, "the reason");
		if (decision != null && against == null) {
			against(count, decision, check);
		}
		String reporter = (decision == TrusteesDecision.REPORT) ? reporter(task, fields, check) : null;
		check.done();
		known().keep(task);
		writing().record(task, decision, reason,
				kept(AGAINST, against, "reporter", reporter, "views", TrusteesWords.count(count), "missing",
						names(count.missing()), "notCounted",
						names(count.setAside().stream().map(TrusteesCount.View::login).toList())),
				asked, person);
		Map<String, Object> variables = new HashMap<>(SeriousIncidentDecision.RECORD_TRUSTEES_DECISION.is(decision));
		if (reporter != null) {
			variables.putAll(SeriousIncidentDecision.REPORTER.is(reporter));
		}
		return variables;
	}

	private static void against(TrusteesCount count, TrusteesDecision decision, FieldCheck check) {
		if (count.majority().filter((majority) -> majority != decision).isPresent()) {
			check.problem(AGAINST, "More Trustees say the opposite (" + TrusteesWords.count(count)
					+ ") Enter why the decision goes against them.");
		}
		else if (!count.hasQuorum()) {
			check.problem(AGAINST, "Only " + count.given() + " of the " + count.quorum()
					+ " views that are needed were given. Enter why it is decided all the same.");
		}
	}

	private String reporter(TaskAtHand task, Fields fields, FieldCheck check) {
		String reporter = fields.value("reporter");
		if (reporters(task).stream().noneMatch((one) -> one.name().equals(reporter))) {
			check.problem("reporter", reporter.isEmpty() ? "Choose who makes the report."
					: "Choose somebody from the list to make the report.");
		}
		return reporter;
	}

	private TrusteesCount count(TaskAtHand task) {
		return trusteesRecord().count(task.reference(), task.caseId())
			.orElseGet(() -> new TrusteesCount(List.of(), List.of(), List.of(), 0, 0));
	}

	private List<Said> said(TrusteesCount count) {
		List<Said> said = new ArrayList<>();
		count.views()
			.forEach((one) -> said.add(new Said(people().nameOf(one.login()),
					(one.view() == TrusteeView.NO_VIEW) ? "Declared a conflict of interest" : one.view().label(),
					one.reason())));
		count.setAside()
			.forEach((one) -> said
				.add(new Said(people().nameOf(one.login()), "Not counted, since it concerns them", one.reason())));
		count.missing().forEach((login) -> said.add(new Said(people().nameOf(login), "Has not answered", null)));
		return said;
	}

	private List<Reporter> reporters(TaskAtHand task) {
		return REPORTERS.stream()
			.flatMap((group) -> people().inGroup(group).stream())
			.filter((one) -> trustees().whyNot(task.reference(), task.caseId(), one).isEmpty())
			.map((one) -> new Reporter(one.login(), one.name(), ""))
			.distinct()
			.toList();
	}

	private List<String> names(List<String> logins) {
		return logins.stream().map(people()::nameOf).collect(Collectors.toList());
	}

}
