package org.imprimatur.posts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * The words of a post: one text for all its accounts, or one of its own for each, and
 * never more than the account's platform takes.
 */
@Component
@Policy("APPROVED")
public class PostTexts {

	/** The longest text of a post, in characters. */
	static final int LONGEST_BODY = 70_000;

	private static final String ALL = "body";

	private static final String ONE = "body.";

	private final Posts posts;

	private final Accounts accounts;

	private final TextLimits limits;

	PostTexts(Posts posts, Accounts accounts, TextLimits limits) {
		this.posts = posts;
		this.accounts = accounts;
		this.limits = limits;
	}

	/**
	 * What was typed.
	 *
	 * @param all the text for every account without one of its own; may be empty
	 * @param own account id to its own text
	 */
	record Typed(String all, Map<String, String> own) {

		String on(String account) {
			return this.own.getOrDefault(account, this.all);
		}

		/** The first words there are, for a title. */
		String any() {
			return this.all.isEmpty() ? this.own.values().stream().findFirst().orElse("") : this.all;
		}

	}

	/** The fields for texts: one for all accounts and one for each. */
	Set<String> fields() {
		Set<String> fields = new TreeSet<>(Set.of(ALL));
		this.accounts.all().forEach((account) -> fields.add(ONE + account.id()));
		return fields;
	}

	/** The words as they were typed, whether they will do or not. */
	static Typed typed(Collection<String> accountIds, Fields fields) {
		Map<String, String> own = new LinkedHashMap<>();
		for (String account : accountIds) {
			if (!fields.value(ONE + account).isEmpty()) {
				own.put(account, fields.value(ONE + account));
			}
		}
		// the one account there is says what the post says
		return (accountIds.size() == 1 && !own.isEmpty())
				? new Typed(own.values().iterator().next(), new LinkedHashMap<>()) : new Typed(fields.value(ALL), own);
	}

	/** Reads the texts for these accounts and holds them against their platforms. */
	Typed read(Kind kind, Collection<String> accountIds, Fields fields, FieldCheck check) {
		for (String name : fields.names()) {
			if (name.startsWith(ONE)) {
				check.text(name, LONGEST_BODY, "the text");
				if (!fields.value(name).isEmpty() && !accountIds.contains(name.substring(ONE.length()))) {
					check.problem(name,
							"Take out this text, or choose its account: the post does not go to that account.");
				}
			}
		}
		check.text(ALL, LONGEST_BODY, "the text");
		Typed typed = typed(accountIds, fields);
		if (kind != Kind.LIKE && typed.all().isEmpty()
				&& (accountIds.isEmpty() || !typed.own().keySet().containsAll(accountIds))) {
			check.problem(ALL, typed.own().isEmpty() ? "Enter the text of the post."
					: "Enter the text for " + names(accountIds, typed.own().keySet()) + ", or one for all accounts.");
		}
		Map<String, String> tooLong = new LinkedHashMap<>();
		for (String id : accountIds) {
			this.accounts.find(id)
				.flatMap((account) -> tooLong(account, typed.on(id)))
				.ifPresent((sentence) -> tooLong.merge(fields.value(ONE + id).isEmpty() ? ALL : ONE + id, sentence,
						(first, second) -> first + " " + second));
		}
		tooLong.forEach(check::problem);
		return typed;
	}

	private Optional<String> tooLong(Account account, String text) {
		OptionalInt most = this.limits.longest(account);
		int length = TextLimits.length(text);
		return (most.isEmpty() || length <= most.getAsInt()) ? Optional.empty()
				: Optional.of("The text for %s has %,d characters; %s takes %,d. Cut %,d.".formatted(account.name(),
						length, account.platform(), most.getAsInt(), length - most.getAsInt()));
	}

	private String names(Collection<String> accountIds, Set<String> without) {
		return accountIds.stream()
			.filter((id) -> !without.contains(id))
			.map((id) -> this.accounts.find(id).map(Account::name).orElse(id))
			.collect(Collectors.joining(" and "));
	}

	/** Who takes an account away takes away its text as well. */
	static Fields withoutThose(Fields fields, List<String> before, List<String> now) {
		Set<String> names = new TreeSet<>(fields.names());
		before.stream().filter((account) -> !now.contains(account)).forEach((one) -> names.remove(ONE + one));
		return fields.only(names);
	}

	/** Appends what a version says on each of its accounts. */
	void keep(String reference, int revision, Typed typed, Map<String, String> digests) {
		digests.forEach((account, digest) -> this.posts
			.add(new PostRevisionText(null, reference, revision, account, typed.own().get(account), digest)));
	}

	/** The texts that are an account's own, by its id. */
	public Map<String, String> own(PostRevision revision) {
		Map<String, String> own = new LinkedHashMap<>();
		this.posts.texts(revision).forEach((text) -> {
			if (text.body() != null) {
				own.put(text.account(), text.body());
			}
		});
		return own;
	}

	/** What the version says on this account. */
	public String on(PostRevision revision, String account) {
		return own(revision).getOrDefault(account, revision.body());
	}

	/** What stands for all that goes out on this account. */
	String digest(PostRevision revision, String account) {
		return this.posts.texts(revision)
			.stream()
			.filter((text) -> text.account().equals(account))
			.map(PostRevisionText::contentDigest)
			.findFirst()
			.orElse(revision.contentDigest());
	}

	/** Whether exactly the same goes out on these accounts by either version. */
	boolean same(PostRevision one, PostRevision other, List<String> accountIds) {
		return accountIds.stream().allMatch((account) -> digest(one, account).equals(digest(other, account)));
	}

}
