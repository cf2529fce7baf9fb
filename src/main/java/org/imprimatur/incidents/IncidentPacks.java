package org.imprimatur.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.imprimatur.history.Paper;
import org.imprimatur.history.Papers;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What the record has for a serious incident report, in the order in which the Charity
 * Commission asks, as a file. People are named in it only for a reason, which goes on
 * record with it.
 */
@Component
@Policy({ "TRUSTEES", "PERSONAL" })
public class IncidentPacks {

	/** The form under which it is recorded. */
	public static final String FORM = "incident-pack";

	/** Why people are named. */
	public static final String REASON = "reason";

	/** What the record of an export holds with all that stands before it. */
	private static final int LONGEST = 1_000;

	private static final String SECRETARY = "trust-board-secretary";

	private final Incidents incidents;

	private final IncidentAccess access;

	private final IncidentRecord record;

	private final Trustees trustees;

	private final TrusteesConcerned concerned;

	private final TrusteesRecord trusteesRecord;

	private final CommissionFacts facts;

	private final Papers papers;

	private final People people;

	IncidentPacks(Incidents incidents, IncidentAccess access, IncidentRecord record, Trustees trustees,
			TrusteesConcerned concerned, TrusteesRecord trusteesRecord, CommissionFacts facts, Papers papers,
			People people) {
		this.incidents = incidents;
		this.access = access;
		this.record = record;
		this.trustees = trustees;
		this.concerned = concerned;
		this.trusteesRecord = trusteesRecord;
		this.facts = facts;
		this.papers = papers;
		this.people = people;
	}

	/** Whether the person may take that of this incident. */
	public boolean isFor(String reference, Person person) {
		return this.access.maySee(reference, person) && takesPart(reference, person);
	}

	/**
	 * @throws Refusal 404 if there is no such incident for this person, 403 if the person
	 * takes no part in the decision
	 */
	public void mustBeFor(String reference, Person person) {
		if (!this.access.maySee(reference, person)) {
			throw Refusal.notFound("There is no item " + reference + " for you.");
		}
		if (!takesPart(reference, person)) {
			throw Refusal.forbidden("This pack is for those who take part in the Trustees’ decision about " + reference
					+ ": Trustees without a conflict of interest, the secretary of the Trust’s Board and the Chief"
					+ " Executive. Ask one of them.");
		}
	}

	/**
	 * The file without names; that it was taken is on record when this returns.
	 * @throws Refusal as {@link #mustBeFor}
	 */
	public byte[] take(String reference, Person person) {
		mustBeFor(reference, person);
		NamesHidden names = names(reference);
		Paper paper = this.papers
			.beginUnnamed("Serious-incident pack " + reference + ": " + names.in(this.record.title(reference)));
		paper.text("People are not named here: “person 1” is the first whom the incident is about. Read it before it"
				+ " leaves all the same: Imprimatur cannot tell the names of people whom it does not know.");
		return take(paper, reference, names::of, names::in, "names hidden", person);
	}

	/**
	 * The file with names; that they are in it, and why, is on record when this returns.
	 * @param fields {@code reason}
	 * @throws InvalidFields if there is no reason
	 * @throws Refusal as {@link #mustBeFor}
	 */
	public byte[] takeWithNames(String reference, Fields fields, Person person) {
		mustBeFor(reference, person);
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required(REASON, LONGEST, "the reason", "Enter why people have to be named.");
		check.done();
		Paper paper = this.papers.begin("Serious-incident pack " + reference + ": " + this.record.title(reference),
				person);
		paper.text("People are named here, because: " + reason);
		return take(paper, reference, this.people::nameOf, UnaryOperator.identity(),
				"names revealed, because " + reason, person);
	}

	private byte[] take(Paper paper, String reference, UnaryOperator<String> names, UnaryOperator<String> told,
			String about, Person person) {
		this.access.looked(reference, FORM, person);
		ReportDraft draft = new ReportDraft(told);
		this.facts.tell(reference, names, draft);
		draft.onto(paper);
		return this.papers.end(paper, FORM, reference + ": " + about, person);
	}

	private boolean takesPart(String reference, Person person) {
		if (person.isIn(Trustees.GROUP)) {
			return this.concerned.why(reference, person).isEmpty() && this.trusteesRecord.cases(reference)
				.stream()
				.reduce((first, last) -> last)
				.flatMap((one) -> this.trustees.whyNot(reference, one.caseId(), person))
				.isEmpty();
		}
		return person.isIn(SECRETARY) || IncidentAccess.readsSignificant(person);
	}

	private NamesHidden names(String reference) {
		Map<String, String> offices = new LinkedHashMap<>();
		this.trustees.inOffice().forEach((one) -> offices.put(one.login(), "a Trustee"));
		this.people.inGroup("section-board").forEach((one) -> offices.put(one.login(), "a member of a Board"));
		this.people.inGroup("ceo").forEach((one) -> offices.put(one.login(), "the Chief Executive"));
		List<String> subjects = this.incidents.revisions(reference)
			.stream()
			.flatMap((one) -> one.subjectLogins().stream())
			.distinct()
			.toList();
		return NamesHidden.of(this.people.everybody(), offices, subjects);
	}

}
