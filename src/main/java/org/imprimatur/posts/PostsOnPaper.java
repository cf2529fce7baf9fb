package org.imprimatur.posts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.history.OnPaper;
import org.imprimatur.history.OnPaper.Attached;
import org.imprimatur.history.OnPaper.Version;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the case file of a post holds besides its story: whose it is, every version in
 * full, and its files by what they contain.
 */
@Component
@Policy("APPROVED")
class PostsOnPaper {

	private final Posts posts;

	private final Corrections corrections;

	private final PostDifference differences;

	private final Accounts accounts;

	private final MediaFiles media;

	private final People people;

	private final JdbcClient jdbc;

	PostsOnPaper(Posts posts, Corrections corrections, PostDifference differences, Accounts accounts, MediaFiles media,
			People people, JdbcClient jdbc) {
		this.posts = posts;
		this.corrections = corrections;
		this.differences = differences;
		this.accounts = accounts;
		this.media = media;
		this.people = people;
		this.jdbc = jdbc;
	}

	OnPaper of(String reference) {
		List<PostRevision> revisions = this.posts.revisions(reference);
		List<Correction> corrections = this.corrections.of(reference);
		List<Version> versions = new ArrayList<>();
		Map<String, Set<String>> files = new LinkedHashMap<>();
		for (PostRevision one : revisions) {
			String title = "Version " + one.number();
			versions.add(new Version(title,
					"Saved by " + this.people.nameOf(one.savedBy()) + ", " + LondonTime.dateTime(one.savedAt()),
					this.differences.words(one)));
			this.posts.media(reference, one.number()).forEach((file) -> add(files, title, file.file()));
		}
		for (Correction one : corrections) {
			Map<String, String> fields = new LinkedHashMap<>();
			put(fields, "What it says", one.body());
			put(fields, "Address", one.address());
			put(fields, "Why it was noticed", one.why());
			versions.add(new Version(one.origin().label(), "Registered by " + this.people.nameOf(one.startedBy()) + ", "
					+ LondonTime.dateTime(one.startedAt()), fields));
			this.jdbc.sql("select file from correction_media where case_id = ? order by id")
				.param(one.caseId())
				.query(String.class)
				.list()
				.forEach((file) -> add(files, one.origin().label(), file));
		}
		return new OnPaper(about(reference, revisions, corrections), versions, attached(files));
	}

	private Map<String, String> about(String reference, List<PostRevision> revisions, List<Correction> corrections) {
		Map<String, String> about = new LinkedHashMap<>();
		Set<String> teams = new TreeSet<>();
		Set<String> ids = new LinkedHashSet<>();
		this.posts.find(reference).ifPresent((post) -> {
			teams.add(post.team());
			ids.addAll(revisions.isEmpty() ? post.accountIds() : revisions.get(revisions.size() - 1).accountIds());
		});
		corrections.forEach((one) -> {
			teams.add(one.team());
			ids.add(one.account());
		});
		put(about, "Team",
				teams.stream()
					.filter(Objects::nonNull)
					.map(this.people::nameOfGroup)
					.collect(Collectors.joining(", ")));
		put(about, "Owner of each account now",
				ids.stream()
					.flatMap((id) -> this.accounts.find(id).stream())
					.map((Account one) -> one.name() + ": " + one.owner().label())
					.collect(Collectors.joining("; ")));
		return about;
	}

	/** Each file once, with everything it was attached to. */
	private List<Attached> attached(Map<String, Set<String>> files) {
		return files.entrySet()
			.stream()
			.flatMap((one) -> this.media.find(one.getKey())
				.map((file) -> new Attached(String.join(", ", one.getValue()), file.name(), file.size(), file.id()))
				.stream())
			.toList();
	}

	private static void add(Map<String, Set<String>> files, String where, String file) {
		files.computeIfAbsent(file, (id) -> new LinkedHashSet<>()).add(where);
	}

	private static void put(Map<String, String> fields, String label, String text) {
		if (text != null && !text.isEmpty()) {
			fields.put(label, text);
		}
	}

}
