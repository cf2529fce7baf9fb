package org.imprimatur.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import org.imprimatur.history.Difference.Part;

/**
 * Two texts compared word by word. What people see as one character, such as an emoji of
 * several parts or a letter with its accents, is never cut. Very long texts are compared
 * line by line, so that a page stays quick.
 */
public final class WordDifference {

	private static final int MOST_WORDS = 6000;

	private static final int MOST_LINES = 1500;

	private static final Pattern CHARACTER = Pattern.compile("\\X");

	private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

	private WordDifference() {
	}

	/** The parts of both texts, in the order of reading, removed before added. */
	public static List<Part> of(String before, String after) {
		List<String> old = words(before);
		List<String> now = words(after);
		if (old.size() + now.size() > MOST_WORDS) {
			old = lines(before);
			now = lines(after);
		}
		if (old.size() + now.size() > MOST_WORDS || (old.size() > MOST_LINES && now.size() > MOST_LINES)) {
			old = List.of(before);
			now = List.of(after);
		}
		List<Part> parts = new ArrayList<>();
		for (AbstractDelta<String> delta : DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null, true)
			.getDeltas()) {
			String was = String.join("", delta.getSource().getLines());
			if (delta.getType() == DeltaType.EQUAL) {
				parts.add(new Part(false, false, was));
				continue;
			}
			parts.add(new Part(false, true, was));
			parts.add(new Part(true, false, String.join("", delta.getTarget().getLines())));
		}
		return together(parts);
	}

	/** Changed words with only a space between them are read as one change. */
	private static List<Part> together(List<Part> parts) {
		List<Part> all = new ArrayList<>();
		StringBuilder removed = new StringBuilder();
		StringBuilder added = new StringBuilder();
		for (int i = 0; i < parts.size(); i++) {
			Part part = parts.get(i);
			boolean changed = removed.length() + added.length() > 0;
			boolean space = isSame(part) && part.text().isBlank() && changed && i + 1 < parts.size();
			if (space || part.removed()) {
				removed.append(part.text());
			}
			if (space || part.added()) {
				added.append(part.text());
			}
			if (isSame(part) && !space) {
				flush(removed, added, all);
				all.add(part);
			}
		}
		flush(removed, added, all);
		return all;
	}

	private static boolean isSame(Part part) {
		return !part.added() && !part.removed();
	}

	private static void flush(StringBuilder removed, StringBuilder added, List<Part> all) {
		if (removed.length() > 0) {
			all.add(new Part(false, true, removed.toString()));
		}
		if (added.length() > 0) {
			all.add(new Part(true, false, added.toString()));
		}
		removed.setLength(0);
		added.setLength(0);
	}

	/** Words, runs of spaces, and every other character by itself. */
	static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		int sort = 0;
		Matcher characters = CHARACTER.matcher(text);
		while (characters.find()) {
			String character = characters.group();
			int now = sort(character.codePointAt(0));
			if (word.length() > 0 && (now != sort || now == 0)) {
				words.add(word.toString());
				word.setLength(0);
			}
			word.append(character);
			sort = now;
		}
		if (word.length() > 0) {
			words.add(word.toString());
		}
		return words;
	}

	/** 1 belongs to a word, 2 is space, 0 stands by itself. */
	private static int sort(int first) {
		if (Character.isIdeographic(first)) {
			return 0;
		}
		return Character.isLetterOrDigit(first) ? 1 : Character.isWhitespace(first) ? 2 : 0;
	}

	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		Matcher line = LINE.matcher(text);
		while (line.find()) {
			lines.add(line.group());
		}
		return lines;
	}

}
