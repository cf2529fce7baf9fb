package org.imprimatur.erasure;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names, handles and addresses that a person is called by: whole words, in large or
 * small letters, however they are spaced.
 */
final class Spellings {

	/** What stands in their place. */
	static final String REMOVED = "[removed]";

	/** Enough of the text around to tell whether it is this person. */
	private static final int AROUND = 60;

	private static final Pattern PLAIN = Pattern.compile("[a-z0-9@.'-]+");

	private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}])";

	private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\p{N}])";

	private final List<String> all;

	private final Pattern pattern;

	Spellings(List<String> all) {
		this.all = all;
		// the longest first, so that a first name leaves nothing of the whole one
		this.pattern = Pattern.compile(
				NO_LETTER_BEFORE + "(?:"
						+ all.stream()
							.flatMap((one) -> forms(one).stream())
							.sorted((one, other) -> other.length() - one.length())
							.map(Spellings::spaced)
							.collect(Collectors.joining("|"))
						+ ")" + NO_LETTER_AFTER,
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/** An accent is a letter of its own, or part of one. */
	private static Set<String> forms(String one) {
		Set<String> forms = new LinkedHashSet<>();
		forms.add(one);
		forms.add(Normalizer.normalize(one, Normalizer.Form.NFC));
		forms.add(Normalizer.normalize(one, Normalizer.Form.NFD));
		return forms;
	}

	private static String spaced(String one) {
		// a line's end stands in some texts as JSON writes it
		return List.of(one.strip().split("\\s+"))
			.stream()
			.map(Pattern::quote)
			.collect(Collectors.joining("(?:\\s|\\\\n)+"));
	}

	/**
	 * For each of them what a database can look for: letters that every database makes
	 * small in the same way. Finds too much rather than too little.
	 */
	List<String> hints() {
		return this.all.stream().map((one) -> {
			Matcher plain = PLAIN.matcher(Normalizer.normalize(one, Normalizer.Form.NFD).toLowerCase(Locale.ROOT));
			String longest = "";
			while (plain.find()) {
				// next to an accent the letter may be another one in the database
				boolean accented = plain.end() < plain.regionEnd()
						&& Normalizer.normalize(one, Normalizer.Form.NFD).charAt(plain.end()) > 127;
				String piece = accented ? plain.group().substring(0, plain.group().length() - 1) : plain.group();
				if (piece.length() > longest.length()) {
					longest = piece;
				}
			}
			return longest;
		}).distinct().toList();
	}

	boolean isIn(String text) {
		return text != null && this.pattern.matcher(text).find();
	}

	/** How often. */
	long timesIn(String text) {
		return this.pattern.matcher(text).results().count();
	}

	/** The text without them. */
	String takenOutOf(String text) {
		return this.pattern.matcher(text).replaceAll(Matcher.quoteReplacement(REMOVED));
	}

	/** Where it stands first, in three parts: before, the words, after. */
	List<String> excerpt(String text) {
		Matcher found = this.pattern.matcher(text);
		if (!found.find()) {
			return List.of("", "", "");
		}
		int from = Math.max(0, found.start() - AROUND);
		int to = Math.min(text.length(), found.end() + AROUND);
		return List.of(((from > 0) ? "…" : "") + text.substring(whole(text, from), found.start()), found.group(),
				text.substring(found.end(), whole(text, to)) + ((to < text.length()) ? "…" : ""));
	}

	/** Not in the middle of an emoji. */
	private static int whole(String text, int at) {
		return (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) ? at + 1 : at;
	}

}
