package org.imprimatur.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.imprimatur.history.ItemStory.Told;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.models.Layouts;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * The story of one item as a PDF for the shelf: with the ledger's head of that moment,
 * and its own SHA-256 on record, so that a file can later be shown to be the one that
 * left.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class CaseFiles {

	private final ItemStory story;

	private final Papers papers;

	private final Ledger ledger;

	private final Layouts layouts;

	CaseFiles(ItemStory story, Papers papers, Ledger ledger, Layouts layouts) {
		this.layouts = layouts;
		this.story = story;
		this.papers = papers;
		this.ledger = ledger;
	}

	/**
	 * The file; that it was taken is on record when this returns.
	 * @throws Refusal 404 if there is no such item for this person
	 */
	public byte[] take(String reference, Person person) {
		Told told = this.story.tell(reference, person);
		return this.papers.end(paper(told, this.story.onPaper(reference, person), person), "case-file", reference,
				person);
	}

	private Paper paper(Told told, OnPaper besides, Person person) {
		Paper paper = this.papers.begin("Case file " + told.head().reference() + ": " + told.head().title(), person);
		paper.heading("What it is").text(told.head().state());
		paper.text("Begun " + told.head().begun()
				+ ((told.head().ended() != null) ? ", ended " + told.head().ended() : ", not ended yet"));
		if (!told.head().accounts().isEmpty()) {
			paper.text("Accounts: " + String.join(", ", told.head().accounts()));
		}
		paper.text(told.policy().words());
		told.notices().forEach(paper::text);
		besides.about().forEach((label, value) -> paper.text(label + ": " + value));
		told.head().signs().forEach((sign) -> paper.text(sign.label() + ": " + sign.definition()));
		paper.heading("What happened");
		told.timeline().forEach((entry) -> entry(paper, entry, told.policy()));
		texts(paper, besides);
		versions(paper, told);
		path(paper, told);
		rules(paper, told);
		if (!told.mails().isEmpty()) {
			paper.heading("Mails")
				.table(List.of("When", "To", "About", "What came of it"),
						told.mails()
							.stream()
							.map((mail) -> List.of(mail.at(), mail.to(), mail.subject(), mail.outcome()))
							.toList());
		}
		entries(paper, told.head().reference());
		return paper;
	}

	private void entries(Paper paper, String reference) {
		List<Ledger.Printed> entries = this.ledger.of(reference);
		if (!entries.isEmpty()) {
			paper.heading("Its entries in the ledger")
				.table(List.of("Entry", "Made at", "About", "Digest"),
						entries.stream()
							.map((one) -> List.of(String.valueOf(one.number()), LondonTime.dateTime(one.at()),
									one.what(), one.digest()))
							.toList());
		}
	}

	private static void entry(Paper paper, Timeline.Entry entry, UnderPolicy policy) {
		paper.smaller(
				(entry.administrator() ? "Administrator: " : "") + entry.title() + (entry.late() ? " (late)" : ""));
		paper.by(entry.who() + ((entry.role() != null && !entry.role().isEmpty()) ? " as " + entry.role() : "")
				+ ((entry.behalf() != null) ? ", for " + entry.behalf() : "") + ", " + entry.at());
		paper.text(entry.text());
		if (entry.because() != null && !entry.because().isEmpty()) {
			paper.by("Was asked because: " + entry.because());
		}
		if (entry.took() != null) {
			paper.by(((entry.version() > 0) ? "Saw version " + entry.version() + ". " : "") + "Took " + entry.took()
					+ "." + ((entry.model() != null) ? " Procedure: " + entry.model() + "." : "")
					+ (policy.changed() ? " " + entry.policyInWords() : ""));
		}
	}

	private static void texts(Paper paper, OnPaper besides) {
		if (!besides.versions().isEmpty()) {
			paper.heading("What each version says");
			besides.versions().forEach((version) -> {
				paper.smaller(version.title()).by(version.by());
				version.fields().forEach((label, text) -> paper.by(label).text(text));
			});
		}
		if (!besides.files().isEmpty()) {
			paper.heading("Files attached")
				.table(List.of("Attached to", "Name", "Bytes", "SHA-256"),
						besides.files()
							.stream()
							.map((one) -> List.of(one.where(), one.name(), String.valueOf(one.size()), one.sha256()))
							.toList(),
						20, 30, 12, 38);
		}
	}

	/** What the drawing shows, for people who cannot see it. */
	private static String words(CasePath path) {
		String stops = path.stops()
			.stream()
			.map((stop) -> label(stop) + ((stop.answer() != null) ? ": " + stop.answer() : "")
					+ (stop.open() ? " (still here)" : ""))
			.collect(Collectors.joining("; "));
		return "Diagram of the procedure " + path.model() + ". What this item came to, in order: " + stops
				+ ". The table after it says when, and what was done.";
	}

	private static String label(CasePath.Stop stop) {
		return stop.element().label().isEmpty() ? Found.words(stop.element().id()) : stop.element().label();
	}

	private static void versions(Paper paper, Told told) {
		if (told.differences().isEmpty()) {
			return;
		}
		paper.heading("What each version changed");
		paper.by("[-taken out-] and {+put in+}");
		told.differences().forEach((one) -> {
			paper.smaller(one.title());
			one.fields().forEach((field) -> {
				paper.by(field.label());
				paper.text(field.parts()
					.stream()
					.map((part) -> part.added() ? "{+" + part.text() + "+}"
							: part.removed() ? "[-" + part.text() + "-]" : part.text())
					.collect(Collectors.joining()));
			});
		});
	}

	private void path(Paper paper, Told told) {
		if (told.paths().isEmpty()) {
			return;
		}
		paper.heading("The path");
		told.paths().forEach((path) -> {
			paper.smaller(path.model());
			this.layouts.find(path.diagram().definition())
				.ifPresent((layout) -> paper.figure(new PathDrawing(layout, path), words(path)));
			List<List<String>> rows = new ArrayList<>();
			path.stops().forEach((stop) -> {
				List<String> done = new ArrayList<>();
				if (stop.answer() != null) {
					done.add(stop.answer());
				}
				stop.doings()
					.forEach((line) -> done.add(line.who() + (line.what().isEmpty() ? "" : ": " + line.what()) + ", "
							+ line.took() + (line.late() ? ", late" : "")));
				if (stop.pause() != null) {
					done.add("Waited " + stop.pause());
				}
				if (stop.open()) {
					done.add("Still here");
				}
				rows.add(List.of(label(stop) + ((stop.again() != null) ? " (" + stop.again() + ")" : ""), stop.when(),
						String.join("\n", done)));
			});
			paper.table(List.of("Step", "When", "What was done"), rows);
		});
	}

	private static void rules(Paper paper, Told told) {
		if (told.rules().isEmpty()) {
			return;
		}
		paper.heading("What the rules said");
		RulesAsked.grouped(told.rules()).forEach((group) -> {
			RulesAsked.Asking asking = group.asking();
			paper.smaller(asking.question() + (asking.question().endsWith("?") ? " " : ": ") + group.answer());
			paper.by("Asked at " + String.join("; ", group.times()));
			List<List<String>> rows = new ArrayList<>();
			asking.told().forEach((column, value) -> rows.add(List.of("Told", column, value)));
			asking.answered().forEach((column, value) -> rows.add(List.of("Answered", column, value)));
			asking.reasons().forEach((reason) -> rows.add(List.of("Because", "The rule that held", reason)));
			paper.table(List.of("Part", "What", "Value"), rows);
		});
	}

}
