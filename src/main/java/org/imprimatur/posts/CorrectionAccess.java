package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who may read what went wrong: who registered it, the account's team and approvers, and
 * everybody who may read every post. Nobody else learns that it exists.
 */
@Component
public class CorrectionAccess {

	private final Corrections corrections;

	private final Posts posts;

	private final PostAccess access;

	CorrectionAccess(Corrections corrections, Posts posts, PostAccess access) {
		this.corrections = corrections;
		this.posts = posts;
		this.access = access;
	}

	/** Whether it was registered without a post. */
	public boolean isWithoutPost(String reference) {
		return this.posts.find(reference).isEmpty() && !this.corrections.of(reference).isEmpty();
	}

	public boolean maySee(String reference, Person person) {
		return this.access.maySee(reference, person) || this.corrections.of(reference)
			.stream()
			.anyMatch((one) -> one.startedBy().equals(person.login()) || PostAccess.readsAll(person)
					|| this.access.manages(one.team(), List.of(one.account()), person) || person.isIn(one.team())
					|| person.isIn(one.team() + "-approvers"));
	}

}
