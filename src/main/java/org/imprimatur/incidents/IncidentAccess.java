package org.imprimatur.incidents;

import java.time.Clock;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read an incident: whoever reported it its state, the people who deal with it
 * all of it, and nobody whom it is about, whatever else that person is. Each look at a
 * restricted one is recorded, and each look of an administrator.
 */
@Component
@Policy({ "PERSONAL", "SAFE" })
public class IncidentAccess {

	private static final String ADMINISTRATORS = "camunda-admin";

	/** Everybody who deals with every incident. */
	private static final Set<String> READERS = Set.of("supporter-communications", "digital-engagement-manager",
			"head-of-communications", "data-protection-lead", "trust-board-secretary", "section-board-secretary",
			"trustees", ADMINISTRATORS);

	/** Those who deal with it once its risk is significant. */
	private static final Set<String> LEADERS = Set.of("ceo", "ceo-deputies");

	private final Incidents incidents;

	private final BoardRecord boards;

	private final Clock clock;

	IncidentAccess(Incidents incidents, BoardRecord boards, Clock clock) {
		this.incidents = incidents;
		this.boards = boards;
		this.clock = clock;
	}

	/** Whether the person may read all of it. */
	public boolean maySee(String reference, Person person) {
		return this.incidents.find(reference).isPresent() && !isSubject(reference, person.login()) && (readsAll(person)
				|| wasTold(reference, person) || (readsSignificant(person) && isSignificant(reference)));
	}

	/** Whether the person deals with every incident that is not about them. */
	static boolean readsAll(Person person) {
		return READERS.stream().anyMatch(person::isIn);
	}

	/** Whether the person deals with those of significant risk. */
	static boolean readsSignificant(Person person) {
		return LEADERS.stream().anyMatch(person::isIn);
	}

	/** Whether the person may read how far it is, having reported it. */
	public boolean maySeeState(String reference, Person person) {
		return maySee(reference, person)
				|| this.incidents.find(reference).filter((one) -> one.reportedBy().equals(person.login())).isPresent()
						&& !isSubject(reference, person.login());
	}

	/** Whether it is about this person: to that person it does not exist. */
	public boolean isSubject(String reference, String login) {
		return this.incidents.find(reference).isPresent()
				&& this.incidents.revisions(reference).stream().anyMatch((one) -> one.subjectLogins().contains(login));
	}

	/** Records that somebody looked, where looks are recorded. */
	@Transactional
	public void looked(String reference, String place, Person person) {
		if (person.isIn(ADMINISTRATORS) || this.incidents.facts(reference).isRestricted()) {
			this.incidents.add(new IncidentLook(null, reference, place, person.login(), this.clock.instant()));
		}
	}

	private boolean wasTold(String reference, Person person) {
		return this.incidents.duties(reference)
			.stream()
			.anyMatch((duty) -> duty.duty() == Duty.PERSON_TOLD && duty.person().equals(person.login()))
				|| this.boards.noticesOf(reference).stream().anyMatch((one) -> one.member().equals(person.login()));
	}

	private boolean isSignificant(String reference) {
		return this.incidents.assessments(reference).stream().anyMatch(Assessment::isSignificant);
	}

}
