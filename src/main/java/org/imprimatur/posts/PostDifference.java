package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.history.Difference;
import org.imprimatur.history.Difference.Field;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * What changed in a post since a person last looked: between the version they saw before
 * the latest one, or else the last one that was decided on, and the latest one.
 */
@Component
@Policy("APPROVED")
public class PostDifference {

	private final Posts posts;

	private final SeenRevisions seen;

	private final MediaFiles media;

	private final PostTexts texts;

	private final Accounts accounts;

	PostDifference(Posts posts, SeenRevisions seen, MediaFiles media, PostTexts texts, Accounts accounts) {
		this.texts = texts;
		this.accounts = accounts;
		this.posts = posts;
		this.seen = seen;
		this.media = media;
	}

	/**
	 * What changed, for a page.
	 *
	 * @param since which version is compared with, and why that one
	 * @param fields only those that differ; empty if a version says the same again
	 */
	public record View(String since, List<Field> fields) {
	}

	/** Keeps that the person looks now; empty if there is nothing to compare with. */
	public Optional<View> look(String reference, Person person) {
		List<PostRevision> all = this.posts.revisions(reference);
		if (all.isEmpty()) {
			return Optional.empty();
		}
		PostRevision latest = all.get(all.size() - 1);
		Optional<SeenRevisions.Seen> before = this.seen.look(reference, latest.number(), person);
		if (before.isPresent()) {
			return revision(all, before.get().revision()).map(
					(old) -> new View(
							"Version " + latest.number() + " compared with version " + old.number()
									+ ", which you saw on " + LondonTime.dateTime(before.get().at()) + ".",
							fields(old, latest)));
		}
		return decided(reference, latest.number()).flatMap((number) -> revision(all, number))
			.map((old) -> new View("Version " + latest.number() + " compared with version " + old.number()
					+ ", the last one that was decided on.", fields(old, latest)));
	}

	/** What each version changed, from the second on; nothing is kept of the look. */
	List<Difference> all(String reference) {
		List<PostRevision> all = this.posts.revisions(reference);
		List<Difference> differences = new ArrayList<>();
		for (int i = 1; i < all.size(); i++) {
			PostRevision old = all.get(i - 1);
			PostRevision now = all.get(i);
			differences.add(new Difference("Version " + now.number() + " compared with version " + old.number(),
					fields(old, now)));
		}
		return differences;
	}

	private Optional<Integer> decided(String reference, int latest) {
		return this.posts.decisions(reference)
			.stream()
			.filter((one) -> !one.task().equals(Task.DRAFT_POST.id()))
			.map(PostDecision::revision)
			.filter((revision) -> revision > 0 && revision < latest)
			.reduce((first, second) -> second);
	}

	private static Optional<PostRevision> revision(List<PostRevision> all, int number) {
		return all.stream().filter((one) -> one.number() == number).findFirst();
	}

	/** Everything a version says, by label; only what it says. */
	Map<String, String> words(PostRevision revision) {
		Map<String, String> words = words(revision, this.texts.own(revision).keySet());
		words.values().removeIf((text) -> text == null || text.isEmpty());
		return words;
	}

	private List<Field> fields(PostRevision old, PostRevision now) {
		Set<String> own = new TreeSet<>(this.texts.own(old).keySet());
		own.addAll(this.texts.own(now).keySet());
		Map<String, String> before = words(old, own);
		List<Field> fields = new ArrayList<>();
		words(now, own).forEach((label, after) -> add(label, before.get(label), after, fields));
		return fields;
	}

	/**
	 * Every field by label.
	 * @param own accounts that are told apart
	 */
	private Map<String, String> words(PostRevision one, Set<String> own) {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("Text", one.body());
		own.forEach((account) -> words.put("Text for " + this.accounts.find(account).map(Account::name).orElse(account),
				on(one, account)));
		words.put("Pictures and what they show", pictures(one));
		words.put("Link", one.link());
		words.put("Source", one.sourceUrl());
		words.put("Source as it was", one.sourceSnapshot());
		words.put("Grounded in", one.grounding().label());
		words.put("Ground", one.groundingSource());
		words.put("Date of the source", date(one));
		words.put("Judged by", one.judgedBy());
		words.put("Goal", (one.goal() != null) ? one.goal().label() : "");
		words.put("Marked by the author", triggers(one));
		return words;
	}

	/** What a version says on an account; nothing where it does not go there. */
	private String on(PostRevision revision, String account) {
		return revision.accountIds().contains(account) ? this.texts.on(revision, account) : "";
	}

	private static void add(String label, String before, String after, List<Field> fields) {
		Field.of(label, before, after).ifPresent(fields::add);
	}

	private String pictures(PostRevision revision) {
		return this.posts.media(revision.reference(), revision.number())
			.stream()
			.map((one) -> one.position() + ". " + this.media.find(one.file()).map(MediaFile::name).orElse("")
					+ " (fingerprint " + one.file().substring(0, Math.min(8, one.file().length())) + "): "
					+ one.altText())
			.collect(Collectors.joining("\n"));
	}

	private static String date(PostRevision revision) {
		return (revision.sourceDate() != null)
				? LondonTime.date(revision.sourceDate().atStartOfDay(LondonTime.ZONE).toInstant()) : "";
	}

	private static String triggers(PostRevision revision) {
		return revision.triggerCodes().stream().map(Outcome::label).collect(Collectors.joining("; "));
	}

}
