package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.PeopleBehind;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who is too near an incident to deal with it, and who is asked where nobody else is
 * left.
 */
@Component
@Policy({ "CEO", "PERSONAL", "RESPOND" })
public class Involved {

	/** Asked in this order where a group has nobody left. */
	private static final List<String> INSTEAD = List.of("head-of-communications", "ceo-deputies", "ceo",
			"trustees-chair");

	private final Incidents incidents;

	private final List<PeopleBehind> behind;

	private final People people;

	Involved(Incidents incidents, List<PeopleBehind> behind, People people) {
		this.incidents = incidents;
		this.behind = behind;
		this.people = people;
	}

	/**
	 * Who is offered a task in the place of its groups.
	 *
	 * @param people logins; empty if a group is asked
	 * @param groups ids; empty if people are asked by name
	 */
	public record Offer(List<String> groups, List<String> people) {
	}

	/** Why this person may not do a task of this sort, as a sentence for that person. */
	public Optional<String> whyNot(String reference, String task, Person person) {
		IncidentFacts facts = this.incidents.facts(reference);
		if (isSubject(reference, person.login())) {
			return Optional.of("There is no such task for you.");
		}
		if (!assesses(task)) {
			return Optional.empty();
		}
		if (task.equals(Task.TRIAGE_INCIDENT.id())
				&& this.incidents.get(reference).reportedBy().equals(person.login())) {
			return Optional.of("You reported this, so somebody else has to assess it.");
		}
		if (task.equals(Task.CONFIRM_TRIAGE.id()) && this.incidents.assessments(reference)
			.stream()
			.anyMatch((one) -> one.origin() != Origin.CONFIRMED && person.login().equals(one.assessedBy()))) {
			return Optional.of("You set this risk, so somebody else has to agree to it.");
		}
		return madeThePost(facts).contains(person.login())
				? Optional.of("You wrote, checked, signed or released the post that this is about, so somebody else "
						+ "has to deal with it.")
				: Optional.empty();
	}

	/**
	 * Who is offered the task instead, since somebody in its groups is too near.
	 * @param groups whom the model offers it to
	 * @return empty if the groups can be asked as they are
	 */
	public Optional<Offer> instead(String reference, String task, Set<String> groups) {
		List<Person> members = members(groups);
		List<String> left = left(reference, task, members);
		if (!groups.isEmpty() && left.size() == members.size() && !left.isEmpty()) {
			return Optional.empty();
		}
		if (!left.isEmpty()) {
			return Optional.of(new Offer(List.of(), left));
		}
		for (String group : INSTEAD) {
			List<Person> others = this.people.inGroup(group);
			List<String> free = left(reference, task, others);
			if (!free.isEmpty()) {
				return Optional.of((free.size() == others.size()) ? new Offer(List.of(group), List.of())
						: new Offer(List.of(), free));
			}
		}
		return Optional.empty();
	}

	/** Whether the groups have nobody left, so that this person is asked instead. */
	public boolean isAskedInstead(String reference, String task, List<String> groups, Person person) {
		return instead(reference, task, Set.copyOf(groups)).filter(
				(offer) -> offer.people().contains(person.login()) || offer.groups().stream().anyMatch(person::isIn))
			.isPresent();
	}

	private List<String> left(String reference, String task, List<Person> members) {
		return members.stream()
			.filter((person) -> whyNot(reference, task, person).isEmpty())
			.map(Person::login)
			.toList();
	}

	private List<Person> members(Set<String> groups) {
		List<Person> members = new ArrayList<>();
		groups.forEach((group) -> this.people.inGroup(group)
			.stream()
			.filter((person) -> members.stream().noneMatch((one) -> one.login().equals(person.login())))
			.forEach(members::add));
		return members;
	}

	private boolean isSubject(String reference, String login) {
		return this.incidents.revisions(reference).stream().anyMatch((one) -> one.subjectLogins().contains(login));
	}

	private static boolean assesses(String task) {
		return Set
			.of(Task.TRIAGE_INCIDENT.id(), Task.CONFIRM_TRIAGE.id(), Task.HANDLE_INCIDENT.id(),
					Task.REVIEW_INCIDENT.id())
			.contains(task);
	}

	private Set<String> madeThePost(IncidentFacts facts) {
		Set<String> people = new TreeSet<>();
		if (facts.post() != null) {
			this.behind.forEach((one) -> people.addAll(one.behind(facts.post())));
		}
		return people;
	}

}
