package org.imprimatur.incidents;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What opens the Trustees' question from the page of an incident: a Trustee calls in what
 * was found not relevant, or a new fact opens what was decided.
 */
@Component
@Policy("TRUSTEES")
public class TrusteesActs {

	/** Everything an act may be sent. */
	public static final String REASON = "reason";

	private static final String ADMINISTRATORS = "camunda-admin";

	private final Incidents incidents;

	private final IncidentAccess access;

	private final Trustees trustees;

	private final TrusteesRecord record;

	private final SeriousIncidentDecisions engine;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TrusteesActs(Incidents incidents, IncidentAccess access, Trustees trustees, TrusteesRecord record,
			SeriousIncidentDecisions engine, ApplicationEventPublisher events, Clock clock) {
		this.incidents = incidents;
		this.access = access;
		this.trustees = trustees;
		this.record = record;
		this.engine = engine;
		this.events = events;
		this.clock = clock;
	}

	/** What this person can do now, in the order of the page. */
	public List<TrusteesDeed> possible(String reference, Person person) {
		return Stream.of(TrusteesDeed.values()).filter((deed) -> whyNot(reference, deed, person).isEmpty()).toList();
	}

	/** Why the person cannot do it now, as 404, 403 or 409; empty if the person can. */
	public Optional<Refusal> whyNot(String reference, TrusteesDeed deed, Person person) {
		return switch (deed) {
			case CALL_IN -> whyNotCallIn(reference, person);
			case REOPEN -> whyNotReopen(reference, person);
		};
	}

	private Optional<Refusal> whyNotCallIn(String reference, Person person) {
		if (!this.access.maySee(reference, person)) {
			return Optional.of(unknown(reference));
		}
		if (!person.isIn(Trustees.GROUP)) {
			return Optional.of(Refusal.forbidden("Only a Trustee can call an incident in."));
		}
		Optional<String> open = this.engine.open(reference);
		Optional<String> not = open.flatMap((caseId) -> this.trustees.whyNot(reference, caseId, person));
		if (not.isPresent()) {
			return not.map(Refusal::forbidden);
		}
		return open.filter(this.engine::waitsForCallIn).isPresent() ? Optional.empty()
				: Optional.of(Refusal.conflict(reference
						+ " cannot be called in now: it is not waiting for that, or the five days are over. "
						+ "If there is a new fact, open it again with that fact. See /items/" + reference + "."));
	}

	/**
	 * A Trustee asks every Trustee for a view after all.
	 * @throws org.imprimatur.kernel.InvalidFields if the reason is missing
	 */
	@Transactional
	public void callIn(String reference, Fields fields, Person person) {
		this.incidents.lock(reference);
		must(whyNotCallIn(reference, person));
		String reason = reason(fields, "Enter why the Trustees should decide about it.");
		String caseId = this.engine.open(reference).orElseThrow();
		act(reference, caseId, TrusteesRecord.CALL_IN, "CALLED_IN", reason, person);
		this.engine.calledIn(caseId);
	}

	private Optional<Refusal> whyNotReopen(String reference, Person person) {
		if (!this.access.maySee(reference, person)) {
			return Optional.of(unknown(reference));
		}
		if (person.isIn(ADMINISTRATORS)) {
			return Optional.of(Refusal.forbidden("An administrator does not act in the place of people."));
		}
		if (this.engine.open(reference).isPresent()) {
			return Optional.of(Refusal.conflict("The Trustees have not finished with " + reference
					+ " yet. Add the new fact by assessing the incident again: see /items/" + reference + "."));
		}
		return this.record.cases(reference).isEmpty() ? Optional.of(Refusal
			.conflict("The Trustees have decided nothing about " + reference + " yet, so there is nothing to open "
					+ "again. Assess the incident again as significant if they should: see /items/" + reference + "."))
				: Optional.empty();
	}

	/**
	 * A new fact opens the question again. It becomes the next version of what is known;
	 * what was decided before stays as it is.
	 * @throws org.imprimatur.kernel.InvalidFields if the fact is missing
	 */
	@Transactional
	public void reopen(String reference, Fields fields, Person person) {
		this.incidents.lock(reference);
		must(whyNotReopen(reference, person));
		String fact = reason(fields, "Enter the new fact: what is known now that was not known before.");
		IncidentFacts last = this.incidents.facts(reference);
		this.incidents.add(new IncidentFacts(null, reference, last.number() + 1, last.what() + "\n\n" + fact,
				last.account(), last.url(), last.seenAt(), last.affected(), last.personalData(), last.immediateDanger(),
				last.concerns(), last.subjects(), last.post(), last.awareAt(), last.awareHow(), fact, person.login(),
				this.clock.instant()));
		act(reference, null, TrusteesRecord.REOPEN, "REOPENED", fact, person);
		this.engine.reopened(reference);
		this.events.publishEvent(new IncidentReassessed(reference));
	}

	private void act(String reference, String caseId, String act, String outcome, String reason, Person person) {
		this.incidents
			.add(new IncidentAct(null, reference, caseId, act, null, outcome, reason, Map.<String, List<String>>of(),
					null, this.incidents.facts(reference).number(), person.login(), this.clock.instant()));
	}

	private static String reason(Fields fields, String ifMissing) {
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required(REASON, WrittenFacts.LONGEST_REASON, "the reason", ifMissing);
		check.done();
		return reason;
	}

	private static void must(Optional<Refusal> refusal) {
		refusal.ifPresent((one) -> {
			throw one;
		});
	}

	private static Refusal unknown(String reference) {
		return Refusal.notFound("There is no item " + reference + " for you.");
	}

}
