package org.imprimatur.posts;

import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.security.PeopleBehind;

import org.springframework.stereotype.Component;

/** Who wrote a post, decided about it or released it. */
@Component
class PostPeople implements PeopleBehind {

	private final Posts posts;

	PostPeople(Posts posts) {
		this.posts = posts;
	}

	@Override
	public Set<String> behind(String reference) {
		Set<String> people = new TreeSet<>();
		this.posts.find(reference).ifPresent((post) -> {
			people.addAll(this.posts.authors(reference));
			this.posts.decisions(reference).forEach((decision) -> people.add(decision.decidedBy()));
			this.posts.releases(reference).forEach((release) -> people.add(release.recordedBy()));
		});
		return people;
	}

}
