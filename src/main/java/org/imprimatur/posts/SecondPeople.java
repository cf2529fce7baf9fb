package org.imprimatur.posts;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who may check the Charity's objects and sign in one go: members of both groups who
 * wrote none of the post. Nobody for a version that has taken the full route, because
 * they did not act in time.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
class SecondPeople {

	/** As many as can be offered a task by name. */
	private static final int MOST = 50;

	private final Posts posts;

	private final People people;

	SecondPeople(Posts posts, People people) {
		this.posts = posts;
		this.people = people;
	}

	/**
	 * Logins of those who may do both.
	 * @param approvers the group that signs
	 * @param objectsToo whether the objects have to be checked as well
	 */
	Set<String> of(Post post, String approvers, boolean objectsToo) {
		int revision = this.posts.latest(post.reference()).map(PostRevision::number).orElse(0);
		if (this.posts.fullRouteSince(post.reference(), revision).isPresent()) {
			return Set.of();
		}
		Set<String> authors = this.posts.authors(post.reference());
		return Door.through(() -> this.people.inGroup(approvers))
			.stream()
			.filter((person) -> !objectsToo || person.isIn("charity-objects-reviewers"))
			.filter((person) -> !person.isIn("camunda-admin"))
			.map(Person::login)
			.filter((login) -> !authors.contains(login))
			.limit(MOST)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
