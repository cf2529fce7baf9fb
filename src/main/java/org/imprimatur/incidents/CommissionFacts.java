package org.imprimatur.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * What the record answers to what the Charity Commission asks about a serious incident:
 * about the charity, the incident, its category, what it did, who else knows and what was
 * done. What the record does not hold is said to be missing, with where to find it.
 */
@Component
@Policy("TRUSTEES")
class CommissionFacts {

	private static final String OTHER_AGENCIES = "otherAgencies";

	private final Incidents incidents;

	private final IncidentRecord record;

	private final IncidentActions actions;

	private final BoardPackLines boards;

	private final CommissionDecision decision;

	private final Accounts accounts;

	private final People people;

	CommissionFacts(Incidents incidents, IncidentRecord record, IncidentActions actions, BoardPackLines boards,
			CommissionDecision decision, Accounts accounts, People people) {
		this.incidents = incidents;
		this.record = record;
		this.actions = actions;
		this.boards = boards;
		this.decision = decision;
		this.accounts = accounts;
		this.people = people;
	}

	/**
	 * Everything, in the order of the form.
	 * @param names what a person is called, by login
	 */
	void tell(String reference, UnaryOperator<String> names, ReportDraft draft) {
		IncidentFacts facts = this.incidents.facts(reference);
		Optional<IncidentAct> brief = last(reference, IncidentEscalation.Task.PREPARE_INCIDENT_BRIEF.id());
		Optional<IncidentAct> review = last(reference, IncidentEscalation.Task.REVIEW_INCIDENT.id());
		charity(reference, names, draft);
		incident(reference, facts, brief, names, draft);
		draft.part("Category")
			.needs("What the facts point at", category(reference, facts),
					"the category: choose on the form the one that fits best.");
		impact(brief, draft);
		others(reference, facts, brief, draft);
		policies(reference, facts, review, draft);
		done(reference, brief, review, draft);
		this.decision.tell(reference, draft);
	}

	private void charity(String reference, UnaryOperator<String> names, ReportDraft draft) {
		Optional<String> reporter = this.decision.reporter(reference);
		draft.part("The charity and who reports")
			.needs("Name and number of the charity", null,
					"the registered name and number, as the public register of charities has them.")
			.needs("Who makes the report", reporter.map(names).orElse(null),
					"who makes the report: the Trustees name them when they decide.")
			.needs("Their role",
					reporter.flatMap(this.people::find)
						.map((one) -> one.groups()
							.stream()
							.sorted()
							.map(this.people::nameOfGroup)
							.collect(Collectors.joining(", ")))
						.orElse(null),
					"the role in the charity of whoever makes the report.")
			.needs("How to reach them", reporter.flatMap(this.people::addressOf).orElse(null),
					"a telephone number and a mail address of whoever makes the report.")
			.needs("On whose authority", this.decision.authority(reference),
					"that the Trustees have agreed to a report: no decision to report is on record.");
	}

	private void incident(String reference, IncidentFacts facts, Optional<IncidentAct> brief,
			UnaryOperator<String> names, ReportDraft draft) {
		draft.part("The incident")
			.needs("What happened", facts.what(), null)
			.needs("When it happened", brief.map((act) -> time(act.value("occurredAt"))).orElse(null),
					"when it happened, as well as anybody knows: it belongs into the brief.")
			.needs("When the charity learnt of it", LondonTime.dateTimeWithZone(facts.awareAt()), null)
			.needs("How it learnt of it", facts.awareHow(),
					"how the charity learnt of it: ask whoever reported it, and add it when the incident is assessed again.")
			.tells("Account",
					(facts.account() == null) ? null
							: this.accounts.find(facts.account())
								.map((one) -> one.name() + ", owned by " + one.owner().label())
								.orElse(facts.account()))
			.tells("Address", facts.url())
			.tells("When it was seen", time(facts.seenAt()))
			.needs("Who was or may be harmed", labels(facts.affected(), Affected.class),
					"who was or may be harmed: people, the organisation, or both.")
			.needs("Whom it is about", labels(facts.concerns(), Concern.class),
					"what sort of people it is about, such as staff, volunteers or a child.")
			.tells("People here it is about",
					facts.subjectLogins().stream().map(names).collect(Collectors.joining(", ")))
			.needs("How many people", null, "how many people were affected.")
			.needs("Whether anybody is in danger now", known(facts.immediateDanger()),
					"whether anybody is still in danger.")
			.needs("Whether personal data is concerned", known(facts.personalData()),
					"whether personal data was lost, shown or changed.")
			.needs("How serious it was held to be",
					this.incidents.assessment(reference)
						.map((one) -> one.risk().label()
								+ ((one.severity() != null) ? ", severity " + one.severity().label() : "") + ", "
								+ LondonTime.dateTime(one.assessedAt()) + ": " + one.riskReason())
						.orElse(null),
					"how serious it is: nobody has assessed it.");
	}

	private String category(String reference, IncidentFacts facts) {
		boolean data = facts.personalData() == Fact.YES || this.incidents.assessment(reference)
			.filter((one) -> one.personalDataBreach() == Fact.YES)
			.isPresent();
		List<String> found = new ArrayList<>();
		if (facts.affects(Affected.PEOPLE) || facts.concerns(Concern.CHILD) || facts.immediateDanger() == Fact.YES) {
			found.add("Protecting people and safeguarding: people were or may be harmed.");
		}
		if (data) {
			found.add("Data breach or loss: personal data is concerned.");
		}
		if (facts.affects(Affected.AIUK)) {
			found.add("Another significant incident: the name, the money or the work of the charity may be harmed.");
		}
		return found.isEmpty() ? null
				: String.join("\n", found) + "\nWhoever makes the report chooses; this only follows from the facts.";
	}

	private static void impact(Optional<IncidentAct> brief, ReportDraft draft) {
		String where = " The secretary of the Trust’s Board writes it into the brief.";
		String people = value(brief, "impactPeople");
		draft.part("What it did, or may do")
			.needs("To beneficiaries and other people", people, "what it does to beneficiaries." + where)
			.needs("To the charity’s finances", value(brief, "impactFinances"), "what it costs." + where)
			.needs("To staff and volunteers", null,
					"what it does to staff and volunteers by themselves"
							+ ((people != null) ? ": the brief speaks of all people together, above." : "." + where))
			.needs("To its operations", value(brief, "impactOperations"), "what it does to the charity’s work." + where)
			.needs("To its property and data", value(brief, "impactAssets"),
					"what it does to property and data." + where)
			.needs("To its reputation", value(brief, "impactReputation"),
					"what it does to the charity’s name." + where);
	}

	private void others(String reference, IncidentFacts facts, Optional<IncidentAct> brief, ReportDraft draft) {
		String agencies = value(brief, OTHER_AGENCIES);
		boolean police = agencies != null && agencies.toLowerCase().contains("police");
		draft.part("Who else knows")
			.needs("Other regulators and agencies", agencies,
					"which other regulators and agencies know, or that none does.")
			.needs("Their references", value(brief, "agencyReferences"), "their references, if there are any.")
			.needs("The police", police ? "See the agencies above." : null,
					"whether the police know, since when, and their reference.")
			.needs("The Information Commissioner", commissioner(reference, facts),
					"whether the Information Commissioner is notified: the Data Protection Lead has not decided.")
			.needs("The media", value(brief, "mediaLines"), "whether the media know, and what is said to them.")
			.tells("Answer in public",
					this.incidents.assessment(reference)
						.filter((one) -> one.response() != null)
						.map((one) -> one.response().label()
								+ ((one.responseReason() != null) ? ": " + one.responseReason() : ""))
						.orElse(null));
	}

	/** Null while it is open. */
	private String commissioner(String reference, IncidentFacts facts) {
		Optional<IncidentAct> decided = last(reference, IncidentEscalation.Task.DECIDE_BREACH_NOTIFICATION.id());
		if (decided.isEmpty()) {
			return (facts.personalData() == Fact.NO) ? "Not concerned: no personal data." : null;
		}
		IncidentAct act = decided.get();
		String told = act.value("peopleTold");
		return BreachDecision.valueOf(act.outcome()).label() + ", " + LondonTime.dateTime(act.doneAt()) + ": "
				+ act.reason()
				+ (act.value("notifiedAt").isEmpty() ? "" : "\nNotified " + time(act.value("notifiedAt"))
						+ ", reference " + act.value("regulatorReference"))
				+ (told.isEmpty() ? "" : "\nPeople told: " + told);
	}

	private void policies(String reference, IncidentFacts facts, Optional<IncidentAct> review, ReportDraft draft) {
		draft.part("Policies that applied, and whether they were followed")
			.needs("Which policies and procedures applied", null,
					"which policies applied besides that on social media, such as safeguarding or data protection.")
			.needs("Whether they were followed",
					review
						.map((act) -> "After the review of the incident, " + LondonTime.dateTime(act.doneAt()) + ": "
								+ PolicyReview.valueOf(act.outcome()).label() + ". " + act.reason())
						.orElse(null),
					"whether the policies were followed: the incident has not been reviewed.")
			.tells("The post it is about",
					(facts.post() == null) ? null : facts.post() + "; its own history says how it was approved.")
			.tells("Crisis protocol", this.incidents.acts(reference)
				.stream()
				.filter((act) -> act.task().equals(IncidentDeed.INVOKE_CRISIS.path())
						|| act.task().equals(IncidentDeed.STAND_DOWN.path()))
				.map((act) -> IncidentWords.task(act.task()) + ", " + LondonTime.dateTime(act.doneAt())
						+ (act.value("protocolVersion").isEmpty() ? "" : ", version " + act.value("protocolVersion"))
						+ ": " + act.reason())
				.collect(Collectors.joining("\n")));
	}

	private void done(String reference, Optional<IncidentAct> brief, Optional<IncidentAct> review, ReportDraft draft) {
		draft.part("What the charity has done and will do")
			.tells("So far",
					this.record.happened(reference)
						.stream()
						.map((one) -> LondonTime.dateTime(one.when()) + ": " + one.title())
						.collect(Collectors.joining("\n")))
			.tells("Trust Board", this.boards.told(reference, Board.TRUST))
			.tells("Section Board", this.boards.told(reference, Board.SECTION))
			.needs("What keeps it from happening again", value(brief, "prevention"),
					"what keeps it from happening again: it belongs into the brief.")
			.needs("What was learnt", value(review, "lessons"), "what was learnt: the incident has not been reviewed.")
			.needs("What will be done", review.map((act) -> actions(reference)).orElse(null),
					"what will be done, by whom and by when: it is agreed at the review.");
	}

	private String actions(String reference) {
		List<IncidentActions.View> all = this.actions.of(reference);
		return all.isEmpty() ? "The review agreed that nothing more has to be done."
				: all.stream()
					.map((one) -> one.what() + " (" + one.owner() + ", by " + one.due() + "): "
							+ ((one.done() != null) ? "done, " + one.done() : one.overdue() ? "overdue" : "open"))
					.collect(Collectors.joining("\n"));
	}

	private Optional<IncidentAct> last(String reference, String task) {
		return this.incidents.acts(reference)
			.stream()
			.filter((act) -> act.task().equals(task))
			.reduce((first, second) -> second);
	}

	private static String value(Optional<IncidentAct> act, String field) {
		return act.map((one) -> one.value(field)).filter((one) -> !one.isBlank()).orElse(null);
	}

	private static String known(Fact fact) {
		return (fact == Fact.NOT_KNOWN) ? null : fact.label();
	}

	private static String time(Instant time) {
		return (time != null) ? LondonTime.dateTime(time) : null;
	}

	private static String time(String iso) {
		return iso.isEmpty() ? null : LondonTime.dateTime(LondonTime.parse(iso));
	}

	private static <E extends Enum<E> & Outcome> String labels(String codes, Class<E> type) {
		return IncidentFacts.list(codes)
			.stream()
			.map((code) -> Enum.valueOf(type, code).label())
			.collect(Collectors.joining(", "));
	}

}
