package org.imprimatur.posts;

import java.util.Set;

import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who may read a post: its authors, its team, the people who check, sign or answer for
 * posts, and managers. Nobody else learns that it exists.
 */
@Component
public class PostAccess {

	private static final Set<String> READERS = Set.of("charity-objects-reviewers", "head-of-communications",
			"digital-engagement-manager", "supporter-communications", "ceo", "ceo-deputies", "managers",
			"camunda-admin");

	private final Posts posts;

	PostAccess(Posts posts) {
		this.posts = posts;
	}

	public boolean maySee(String reference, Person person) {
		return this.posts.find(reference)
			.filter((post) -> readsAll(person) || isOfTeam(post, person)
					|| this.posts.authors(reference).contains(person.login()))
			.isPresent();
	}

	/** Whether the person may read every post. */
	static boolean readsAll(Person person) {
		return READERS.stream().anyMatch(person::isIn);
	}

	/** Whether the person belongs to the team that manages the post's account. */
	public boolean isOfTeam(Post post, Person person) {
		return person.isIn(post.team()) || person.isIn(post.team() + "-approvers");
	}

}
