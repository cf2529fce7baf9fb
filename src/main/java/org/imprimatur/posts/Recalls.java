package org.imprimatur.posts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Asks for a post back that is out already: nothing can stop it any more, so on each
 * account where it is out somebody decides what happens to it.
 */
@Component
@Policy("APPROVED")
class Recalls {

	private static final Set<String> NOTICE = Set.of("head-of-communications", "charity-objects-reviewers",
			"digital-engagement-manager", "supporter-communications");

	private final Posts posts;

	private final Corrections corrections;

	private final PostCorrections engine;

	private final PostAccess access;

	Recalls(Posts posts, Corrections corrections, PostCorrections engine, PostAccess access) {
		this.posts = posts;
		this.corrections = corrections;
		this.engine = engine;
		this.access = access;
	}

	/**
	 * Whether it went out on some account, by its record, even if it was removed since.
	 */
	boolean isOut(Post post) {
		return this.posts.releases(post.reference())
			.stream()
			.anyMatch((one) -> one.decision() == Released.POSTED || one.decision() == Released.POSTED_WITH_DIFFERENCE);
	}

	Optional<Refusal> whyNot(Post post, Person person) {
		if (NOTICE.stream().noneMatch(person::isIn) && !this.access.isOfTeam(post, person)
				&& !this.posts.authors(post.reference()).contains(person.login())) {
			return Optional.of(Refusal.forbidden("Only the account's team, the people who check and sign posts, the "
					+ "Supporter Communications Team, the Digital Engagement Manager or the Head of Communications "
					+ "may recall a post that is out."));
		}
		Map<String, PostRelease> out = this.corrections.out(post.reference());
		if (out.isEmpty()) {
			return Optional.of(Refusal.conflict(post.reference() + " has been removed already. If it is out again, "
					+ "report that at /start/post-correction."));
		}
		if (out.keySet().stream().allMatch((account) -> isOpen(post, account))) {
			return out.keySet()
				.stream()
				.flatMap((account) -> this.corrections.openOn(post.reference(), account).stream())
				.findFirst()
				.map((open) -> Refusal.conflict(this.engine.already(open)));
		}
		return Optional.empty();
	}

	/** Begins a correction on each account where none is open. */
	void recall(Post post, String reason, Person person) {
		this.corrections.out(post.reference())
			.keySet()
			.stream()
			.filter((account) -> !isOpen(post, account))
			.forEach((account) -> this.engine.begin(post, account, CorrectionOrigin.RECALLED, reason, person));
	}

	private boolean isOpen(Post post, String account) {
		return this.corrections.openOn(post.reference(), account).isPresent();
	}

}
