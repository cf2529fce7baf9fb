package org.imprimatur.incidents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts what people are in the place of who they are, in names and in whatever was typed:
 * "person 1" for whom the incident is about, an office, or "a member of staff". First and
 * last names alone are hidden of those it is about. Mail addresses and handles go too.
 * Nobody can hide the name of somebody whom Imprimatur does not know.
 */
final class NamesHidden {

	private static final Pattern ADDRESS = Pattern
		.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+", Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}/@])@[\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_]");

	/** Names that are words of every date. */
	private static final Set<String> DATES = Set.of("april", "may", "june", "august");

	private static final String OTHERS = "a member of staff";

	private final Map<String, String> byLogin;

	private final Map<Pattern, String> patterns;

	private NamesHidden(Map<String, String> byLogin, Map<Pattern, String> patterns) {
		this.byLogin = byLogin;
		this.patterns = patterns;
	}

	/**
	 * @param names of everybody, by login
	 * @param offices what those are called who hold one, by login
	 * @param subjects logins of whom it is about, in a fixed order
	 */
	static NamesHidden of(Map<String, String> names, Map<String, String> offices, List<String> subjects) {
		Map<String, String> byLogin = new LinkedHashMap<>();
		names.keySet().forEach((login) -> byLogin.put(login, offices.getOrDefault(login, OTHERS)));
		for (int i = 0; i < subjects.size(); i++) {
			byLogin.put(subjects.get(i), "person " + (i + 1));
		}
		Map<String, String> whole = new LinkedHashMap<>();
		Map<String, String> parts = new LinkedHashMap<>();
		// two people of one name are one pattern: whom it is about comes last and stays
		byLogin.forEach((login, label) -> {
			String name = names.getOrDefault(login, login);
			whole.put(plain(name), label);
			if (subjects.contains(login)) {
				for (String part : plain(name).split("\\s+")) {
					if (part.length() > 2 && !DATES.contains(part.toLowerCase())) {
						parts.put(part, label);
					}
				}
			}
		});
		Map<Pattern, String> patterns = new LinkedHashMap<>();
		longestFirst(whole).forEach((name) -> patterns.put(pattern(name, true), whole.get(name)));
		longestFirst(parts).forEach((name) -> patterns.put(pattern(name, false), parts.get(name)));
		return new NamesHidden(byLogin, patterns);
	}

	/** What a person is. */
	String of(String login) {
		return this.byLogin.getOrDefault(login, OTHERS);
	}

	/** The text without names; null for none. */
	String in(String text) {
		if (text == null) {
			return null;
		}
		String hidden = plain(text);
		hidden = ADDRESS.matcher(hidden).replaceAll("[mail address]");
		hidden = HANDLE.matcher(hidden).replaceAll("[handle]");
		for (Map.Entry<Pattern, String> one : this.patterns.entrySet()) {
			hidden = one.getKey().matcher(hidden).replaceAll(Matcher.quoteReplacement(one.getValue()));
		}
		return hidden;
	}

	/** Letters and their accents are one sign, whoever typed them. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	private static List<String> longestFirst(Map<String, String> names) {
		List<String> sorted = new ArrayList<>(names.keySet());
		sorted.removeIf(String::isBlank);
		sorted.sort(Comparator.comparing(String::length).reversed());
		return sorted;
	}

	private static Pattern pattern(String name, boolean anyCase) {
		String words = List.of(name.strip().split("\\s+"))
			.stream()
			.map(Pattern::quote)
			.collect(Collectors.joining("\\s+"));
		return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])",
				anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
	}

}
