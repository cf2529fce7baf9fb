package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * The accounts a post goes to, all of one team, and what has become of it on each: out,
 * in the platform's own queue, or still to be released.
 */
@Component
@Policy({ "APPROVED", "AUTHORISED" })
public class PostAccounts {

	private static final String FIELD = "accounts";

	private final Posts posts;

	private final Accounts accounts;

	PostAccounts(Posts posts, Accounts accounts) {
		this.posts = posts;
		this.accounts = accounts;
	}

	/** Ids of the accounts the post goes to as it is now, those it is out on included. */
	public List<String> of(Post post) {
		return this.posts.latest(post.reference()).map(PostRevision::accountIds).orElseGet(post::accountIds);
	}

	/** Ids of the accounts the post is out on, and the release of each. */
	public Map<String, PostRelease> out(Post post) {
		Map<String, PostRelease> out = new LinkedHashMap<>();
		this.posts.releases(post.reference())
			.stream()
			.filter((one) -> one.decision().isOut())
			.forEach((one) -> out.put(one.account(), one));
		return out;
	}

	/** Ids of the accounts the post still has to go out on. */
	public List<String> left(Post post) {
		Set<String> out = out(post).keySet();
		return of(post).stream().filter((account) -> !out.contains(account)).toList();
	}

	/** Whether somebody has withdrawn or recalled it, so that nothing more goes out. */
	public boolean isStopped(Post post) {
		return stopped(post).isPresent();
	}

	/** The act that stopped the post for good. */
	Optional<PostAct> stopped(Post post) {
		return this.posts.acts(post.reference())
			.stream()
			.filter((act) -> act.act() == Act.WITHDRAW || act.act() == Act.RECALL)
			.findFirst();
	}

	/** What was last recorded about the post on this account. */
	public Optional<PostRelease> last(Post post, String account) {
		return this.posts.releases(post.reference())
			.stream()
			.filter((one) -> one.account().equals(account))
			.reduce((first, second) -> second);
	}

	/**
	 * The accounts in whose platform's own queue the post is now, and who put it there.
	 */
	public Map<String, PostRelease> queued(Post post) {
		Map<String, PostRelease> queued = new LinkedHashMap<>();
		for (PostRelease one : this.posts.releases(post.reference())) {
			if (one.decision() == Released.SCHEDULED_ON_PLATFORM) {
				queued.put(one.account(), one);
			}
			else {
				queued.remove(one.account());
			}
		}
		return queued;
	}

	/** Whether the post has ever been in the platform's queue for this account. */
	boolean wasQueued(Post post, String account) {
		return this.posts.releases(post.reference())
			.stream()
			.anyMatch((one) -> one.account().equals(account) && one.decision() == Released.SCHEDULED_ON_PLATFORM);
	}

	/** Reads the accounts for a new post; empty with a problem if none will do. */
	List<Account> chosen(Fields fields, Person person, FieldCheck check) {
		return read(new LinkedHashSet<>(fields.values(FIELD)), null, person, check);
	}

	/**
	 * Reads the accounts for another version: those sent, or the ones it has where none
	 * are sent; what is out stays out.
	 */
	List<String> chosen(Post post, Fields fields, Person person, FieldCheck check) {
		Set<String> out = out(post).keySet();
		if (!fields.names().contains(FIELD)) {
			return of(post);
		}
		Set<String> chosen = new LinkedHashSet<>(fields.values(FIELD));
		chosen.removeAll(out);
		List<String> all = new ArrayList<>(out);
		read(chosen, post, person, check).stream().map(Account::id).forEach(all::add);
		return all;
	}

	/** The accounts that may be chosen for another version of the post. */
	public List<Account> choices(Post post, Person person) {
		Collection<String> now = of(post);
		Set<String> out = out(post).keySet();
		return this.accounts.all()
			.stream()
			.filter((account) -> account.team().equals(post.team()) && !out.contains(account.id()))
			.filter((account) -> now.contains(account.id()) || this.accounts.isAuthorised(person.login(), account.id()))
			.toList();
	}

	private List<Account> read(Set<String> ids, Post post, Person person, FieldCheck check) {
		if (ids.isEmpty()) {
			check.problem(FIELD, "Choose the account to post on, or several.");
			return List.of();
		}
		Collection<String> before = (post != null) ? of(post) : List.of();
		List<Account> chosen = ids.stream()
			.flatMap((id) -> this.accounts.find(id)
				.filter((found) -> before.contains(id) || this.accounts.isAuthorised(person.login(), id))
				.stream())
			.toList();
		if (chosen.size() < ids.size()) {
			check.problem(FIELD, "Choose an account that you are authorised to use.");
			return List.of();
		}
		String team = (post != null) ? post.team() : chosen.get(0).team();
		if (chosen.stream().anyMatch((account) -> !account.team().equals(team))) {
			check.problem(FIELD, "Choose accounts of one team only. For the account of another team copy the post.");
			return List.of();
		}
		return chosen;
	}

}
