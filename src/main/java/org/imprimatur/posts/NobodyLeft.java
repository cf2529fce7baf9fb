package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.imprimatur.accounts.AccountKind;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.tasks.Absences;

import org.springframework.stereotype.Component;

/**
 * Where a check goes when nobody of its group may do it or is there: at once to the Head
 * of Communications, then to the Chief Executive's deputies; the sign-off of a community
 * to any other member of it, never to staff. Four eyes hold there as well.
 */
@Component
@Policy({ "OBJECTS", "APPROVED" })
public class NobodyLeft {

	private static final List<String> UP = List.of("head-of-communications", "ceo-deputies");

	/** The checks that are looked at when they begin. */
	private static final Set<String> CHECKS = Set.of(Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id(),
			Task.CONFIRM_AFTER_FREEZE.id());

	private final Posts posts;

	private final FourEyes fourEyes;

	private final StandingDecisions standing;

	private final Escalations escalations;

	private final Absences absences;

	private final People people;

	NobodyLeft(Posts posts, FourEyes fourEyes, StandingDecisions standing, Escalations escalations, Absences absences,
			People people) {
		this.posts = posts;
		this.fourEyes = fourEyes;
		this.standing = standing;
		this.escalations = escalations;
		this.absences = absences;
		this.people = people;
	}

	/**
	 * The group that is asked instead, recorded with the reason.
	 * @param groups whose members the model offers the task to
	 * @return empty while somebody of them is left
	 */
	public Optional<String> askedInstead(TaskFacts task, Set<String> groups) {
		Optional<Post> post = CHECKS.contains(task.task()) ? this.posts.find(task.reference()) : Optional.empty();
		return post.flatMap((found) -> Door.through(() -> look(found, task, new TreeSet<>(groups))));
	}

	private Optional<String> look(Post post, TaskFacts task, Set<String> groups) {
		List<Person> asked = members(groups);
		if (asked.stream().anyMatch((person) -> isLeft(task, person, Optional.empty()))) {
			return Optional.empty();
		}
		StringBuilder why = new StringBuilder("Nobody is left in ").append(names(groups))
			.append(whyNobody(post, asked))
			.append('.');
		List<String> up = new ArrayList<>(ways(post, task));
		up.removeIf(groups::contains);
		for (String group : up) {
			List<Person> there = members(Set.of(group));
			boolean left = there.stream().anyMatch((person) -> isLeft(task, person, Optional.of(group)));
			boolean last = group.equals(up.get(up.size() - 1));
			if (left || last) {
				why.append(left ? " So it goes to " : " It ends with ").append(names(Set.of(group)));
				why.append(left ? "." : whyNobody(post, there) + ". Somebody who may decide has to join them.");
				this.escalations.add(post.reference(), task.task(), task.taskId(), String.join(",", groups), group,
						why.toString());
				return Optional.of(group);
			}
			why.append(" Nobody is left in ").append(names(Set.of(group))).append(whyNobody(post, there)).append('.');
		}
		return Optional.empty();
	}

	private List<String> ways(Post post, TaskFacts task) {
		boolean ofCommunity = this.standing.facts(post).accountKind() == AccountKind.COMMUNITY
				&& !task.task().equals(Task.CHECK_CHARITY_OBJECTS.id());
		return ofCommunity ? List.of(post.team()) : UP;
	}

	private boolean isLeft(TaskFacts task, Person person, Optional<String> askedInstead) {
		return this.absences.now(person.login()).isEmpty()
				&& this.fourEyes.whyNot(task, person, askedInstead).isEmpty();
	}

	private List<Person> members(Set<String> groups) {
		return groups.stream()
			.flatMap((group) -> this.people.inGroup(group).stream())
			.filter((person) -> !person.isIn("camunda-admin"))
			.filter(distinct())
			.toList();
	}

	private String whyNobody(Post post, List<Person> people) {
		return people.isEmpty() ? " (it has no member)"
				: people.stream()
					.map((person) -> person.name() + " " + why(post, person))
					.collect(Collectors.joining("; ", " (", ")"));
	}

	private String why(Post post, Person person) {
		if (this.posts.authors(post.reference()).contains(person.login())) {
			return "wrote the post or a version of it";
		}
		return this.absences.now(person.login())
			.map((absence) -> "is away until "
					+ LondonTime.date(absence.lastDay().atStartOfDay(LondonTime.ZONE).toInstant()))
			.orElse("has decided on it in the other check, or has not both rights");
	}

	private String names(Set<String> groups) {
		return groups.stream()
			.map(this.people::nameOfGroup)
			.map((name) -> "“" + name + "”")
			.collect(Collectors.joining(", "));
	}

	private static Predicate<Person> distinct() {
		Set<String> seen = new TreeSet<>();
		return (person) -> seen.add(person.login());
	}

}
