package org.imprimatur.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.incidents.IncidentRules.Suggested;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * Reads and writes an assessment of an incident, the first and every later one: the facts
 * as corrected, the risk with its reason, whose Boards are concerned, and whether
 * anything is answered.
 */
@Component
@Policy({ "CEO", "BOARD", "RESPOND", "CRISIS" })
public class Triage {

	/** What an assessment says besides the facts. */
	public static final Set<String> JUDGEMENT = Set.of("risk", "riskReason", "severity", "entities", "entitiesReason",
			"personalDataBreach", "crisis", "response", "responseReason");

	/** Everything the form may send. */
	public static final Set<String> FIELDS = Stream
		.of(JUDGEMENT, WrittenFacts.FIELDS, WrittenFacts.AWARENESS, Set.of("factsReason"))
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	private final Incidents incidents;

	private final IncidentRules rules;

	private final WrittenFacts written;

	private final Assessments assessments;

	private final IncidentOffers offers;

	private final Clock clock;

	Triage(Incidents incidents, IncidentRules rules, WrittenFacts written, Assessments assessments,
			IncidentOffers offers, Clock clock) {
		this.incidents = incidents;
		this.rules = rules;
		this.written = written;
		this.assessments = assessments;
		this.offers = offers;
		this.clock = clock;
	}

	/** The form as it is before anybody has judged: the facts, and nothing chosen. */
	public Fields initial(String reference) {
		return this.written.asTyped(this.incidents.facts(reference));
	}

	/**
	 * Writes the assessment made at its task.
	 * @throws InvalidFields if something has to be typed differently
	 */
	public Assessment assess(String reference, String taskId, Fields fields, Person person) {
		Assessment assessment = write(reference, Origin.TRIAGE, taskId, fields, person);
		this.assessments.record(assessment);
		return assessment;
	}

	/** Writes an assessment made from the page of the incident, and what follows. */
	void assessAgain(String reference, Fields fields, Person person) {
		this.assessments.reassessed(write(reference, Origin.REASSESSED, null, fields, person));
	}

	private Assessment write(String reference, Origin origin, String taskId, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		IncidentFacts facts = facts(reference, fields, person, check);
		Suggested<Risk> suggested = check.hasProblem("what") ? null : this.rules.risk(facts);
		Risk risk = check.choice("risk", Risk.class, "Choose how much harm it may do.");
		String riskReason = check.required("riskReason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why the risk is what you say.");
		boolean significant = risk == Risk.SIGNIFICANT;
		Severity severity = check.optionalChoice("severity", Severity.class, "Choose a severity from 1 to 4.");
		if (significant && severity == null) {
			check.problem("severity", "Choose how severe it is: those who are told need to know.");
		}
		Set<Entity> entities = check.choices("entities", Entity.class, "Choose the Trust, the Section or both.");
		String entitiesReason = check.text("entitiesReason", WrittenFacts.LONGEST_REASON, "the reason");
		if (significant) {
			boards(facts, entities, entitiesReason, check);
		}
		Fact breach = check.choice("personalDataBreach", Fact.class,
				"Choose whether personal data was lost, shown or changed.");
		Fact crisis = Optional.ofNullable(check.optionalChoice("crisis", Fact.class, "Choose yes, no or not known."))
			.orElse(Fact.NOT_KNOWN);
		Response response = check.choice("response", Response.class, "Choose whether anything is answered.");
		String responseReason = check.text("responseReason", WrittenFacts.LONGEST_REASON, "the reason");
		if (response != null && response != Response.LATER && responseReason == null) {
			check.problem("responseReason", "Enter why. Not answering is a decision, too.");
		}
		List<String> files = this.written.files(fields, person, check);
		check.done();
		append(facts, files, person);
		return new Assessment(null, reference, facts.number(), origin, taskId, risk, suggested.answer(), riskReason,
				significant ? severity : null,
				significant ? entities.stream().map(Enum::name).collect(Collectors.joining(",")) : "",
				significant ? entitiesReason : null, breach, crisis, response, responseReason, person.login(),
				this.clock.instant());
	}

	/** Whose Boards the register names is overridden only with a reason. */
	private void boards(IncidentFacts facts, Set<Entity> entities, String reason, FieldCheck check) {
		if (entities.isEmpty()) {
			check.problem("entities", "Choose whose Board is concerned: the Trust’s, the Section’s or both.");
			return;
		}
		Set<Entity> named = new TreeSet<>(this.rules.boards(facts).stream().map(Suggested::answer).toList());
		named.removeAll(entities);
		if (!named.isEmpty() && reason == null) {
			check.problem("entitiesReason", "Enter why "
					+ named.stream().map(Entity::label).collect(Collectors.joining(" and ")).replace("The ", "the ")
					+ " is not concerned, although the account is theirs or speaks for both.");
		}
	}

	private IncidentFacts facts(String reference, Fields fields, Person person, FieldCheck check) {
		IncidentFacts before = this.incidents.facts(reference);
		String why = check.text("factsReason", WrittenFacts.LONGEST_REASON, "the reason");
		Set<String> names = new TreeSet<>(WrittenFacts.FIELDS);
		names.addAll(WrittenFacts.AWARENESS);
		names.remove("files");
		IncidentFacts after = this.written.corrected(before, fields.only(names), why, person, check);
		if (!WrittenFacts.differ(before, after)) {
			return before;
		}
		if (!after.awareAt().equals(before.awareAt()) && after.awareHow() == null) {
			check.problem("awareHow", "Enter how you know when we became aware: the clock of a breach counts from it.");
		}
		return after;
	}

	private void append(IncidentFacts facts, List<String> files, Person person) {
		if (facts.id() == null) {
			this.incidents.add(facts);
			this.offers.keepFromSubjects(facts.reference());
			this.offers.countFromAwareness(facts);
		}
		files.stream()
			.filter((file) -> !this.incidents.files(facts.reference()).contains(file))
			.forEach((file) -> this.incidents
				.add(new IncidentFile(null, facts.reference(), file, person.login(), this.clock.instant())));
	}

}
