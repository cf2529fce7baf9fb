package org.imprimatur.posts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.imprimatur.accounts.Account;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * The longest text of each platform, from a dated file, in characters as people see them:
 * a letter with its accents is one, and so is an emoji of several parts. The pages count
 * in the same way.
 */
@Component
@Policy("APPROVED")
public class TextLimits {

	private static final String FILE = "/platform-text-limits.csv";

	private static final Pattern CHARACTER = Pattern.compile("\\X");

	private final Map<String, Integer> longest;

	TextLimits() {
		this(lines());
	}

	/**
	 * @param lines {@code platform,characters,read}; empty lines, the head line and lines
	 * that start with # are skipped
	 * @throws IllegalArgumentException naming the line that is wrong
	 */
	TextLimits(List<String> lines) {
		this.longest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line : lines) {
			if (!line.isBlank() && !line.startsWith("#") && !line.equals("platform,characters,read")) {
				read(line);
			}
		}
	}

	private void read(String line) {
		String[] cells = line.split(",", -1);
		try {
			YearMonth.parse(cells[2].strip());
			int characters = Integer.parseInt(cells[1].strip());
			if (cells.length != 3 || characters < 1 || this.longest.put(cells[0].strip(), characters) != null) {
				throw new IllegalArgumentException("Not a limit, or twice the same platform: " + line);
			}
		}
		catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			throw new IllegalArgumentException("A limit is written as X,280,2026-08: " + line, ex);
		}
	}

	private static List<String> lines() {
		try (InputStream in = TextLimits.class.getResourceAsStream(FILE)) {
			if (in == null) {
				throw new IllegalStateException("The file " + FILE + " is missing on the class path.");
			}
			return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file " + FILE + " cannot be read.", ex);
		}
	}

	/** How many characters the account's platform takes; empty if no limit is known. */
	public OptionalInt longest(Account account) {
		Integer known = this.longest.get(account.platform());
		return (known != null) ? OptionalInt.of(known) : OptionalInt.empty();
	}

	/** The number of characters that a person sees. */
	public static int length(String text) {
		return (int) CHARACTER.matcher(text).results().count();
	}

}
