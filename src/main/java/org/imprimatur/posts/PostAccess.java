package org.imprimatur.posts;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
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

	/** What the groups of managers end with, after a team or an entity. */
	static final String MANAGERS = "-managers";

	private static final List<String> ENTITIES = List.of(Owner.TRUST.name(), Owner.SECTION.name());

	private final Posts posts;

	private final Accounts accounts;

	PostAccess(Posts posts, Accounts accounts) {
		this.posts = posts;
		this.accounts = accounts;
	}

	public boolean maySee(String reference, Person person) {
		return this.posts.find(reference)
			.filter((post) -> readsAll(person) || isOfTeam(post, person) || manages(post, person)
					|| this.posts.authors(reference).contains(person.login()))
			.isPresent();
	}

	private boolean manages(Post post, Person person) {
		return manages(post.team(),
				this.posts.latest(post.reference()).map(PostRevision::accountIds).orElseGet(post::accountIds), person);
	}

	/**
	 * Whether the person manages this team, or the entity that owns one of these accounts
	 * now.
	 */
	boolean manages(String team, List<String> accounts, Person person) {
		return person.isIn(team + MANAGERS) || accounts.stream()
			.flatMap((id) -> this.accounts.find(id).stream())
			.anyMatch((account) -> ENTITIES.stream()
				.filter((entity) -> isOwned(account, entity))
				.anyMatch((entity) -> person.isIn(entity.toLowerCase(Locale.ROOT) + MANAGERS)));
	}

	/** Whether this entity, TRUST or SECTION, holds the account, alone or jointly. */
	static boolean isOwned(Account account, String entity) {
		return ENTITIES.contains(entity) && (account.owner() == Owner.JOINT || account.owner().name().equals(entity));
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
