package org.imprimatur.tasks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.kernel.InvalidFields;

/**
 * Reads typed values out of what a person sent and gathers every problem, so that all are
 * shown at once, in the order of the form.
 */
public final class FieldCheck {

	private static final int LONGEST_ADDRESS = 2000;

	private final Fields fields;

	private final Map<String, String> problems = new LinkedHashMap<>();

	public FieldCheck(Fields fields) {
		this.fields = fields;
	}

	/**
	 * Only what the form offers may be sent, by a page, a program or an attacker.
	 * @throws InvalidFields naming what the form does not have
	 */
	public static void contract(Fields fields, Set<String> known) {
		Set<String> unknown = new TreeSet<>(fields.names());
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw new InvalidFields("",
					"This form has no field " + String.join(", ", unknown) + ". Leave it out and send the rest again.");
		}
	}

	/** A problem with a field; only the first of a field is kept. */
	public void problem(String field, String message) {
		this.problems.putIfAbsent(field, message);
	}

	public boolean hasProblem(String field) {
		return this.problems.containsKey(field);
	}

	/**
	 * A text, null if blank.
	 * @param longest in characters
	 * @param what the field in the middle of a sentence, such as "the reason"
	 */
	public String text(String field, int longest, String what) {
		String text = this.fields.value(field);
		if (text.codePointCount(0, text.length()) > longest) {
			problem(field, "Shorten %s to %,d characters; it has %,d.".formatted(what, longest,
					text.codePointCount(0, text.length())));
		}
		if (!storable(text)) {
			problem(field,
					"Take out the character in %s that cannot be stored (a null or half an emoji).".formatted(what));
		}
		return text.isEmpty() ? null : text;
	}

	/** A text that has to be there. */
	public String required(String field, int longest, String what, String ifMissing) {
		String text = text(field, longest, what);
		if (text == null) {
			problem(field, ifMissing);
		}
		return text;
	}

	/** One code of an enum, null with a problem if it is missing or unknown. */
	public <E extends Enum<E>> E choice(String field, Class<E> codes, String ifMissing) {
		E code = optionalChoice(field, codes, ifMissing);
		if (code == null) {
			problem(field, ifMissing);
		}
		return code;
	}

	/** One code of an enum or null; a problem if it is unknown. */
	public <E extends Enum<E>> E optionalChoice(String field, Class<E> codes, String ifUnknown) {
		String value = this.fields.value(field);
		if (value.isEmpty()) {
			return null;
		}
		if (this.fields.values(field).size() > 1) {
			problem(field, "Choose one only.");
		}
		for (E code : codes.getEnumConstants()) {
			if (code.name().equals(value)) {
				return code;
			}
		}
		problem(field, ifUnknown);
		return null;
	}

	/** Any number of codes of an enum; a problem if one is unknown. */
	public <E extends Enum<E>> Set<E> choices(String field, Class<E> codes, String ifUnknown) {
		Set<E> chosen = EnumSet.noneOf(codes);
		for (String value : this.fields.values(field)) {
			try {
				chosen.add(Enum.valueOf(codes, value.strip()));
			}
			catch (IllegalArgumentException ex) {
				problem(field, ifUnknown);
			}
		}
		return chosen;
	}

	/** A web address with http or https, null if blank. */
	public String address(String field, String what) {
		String address = text(field, LONGEST_ADDRESS, what);
		if (address != null && !hasProblem(field) && !isWebAddress(address)) {
			problem(field, "Enter %s as a full web address, such as https://www.example.org/page.".formatted(what));
		}
		return address;
	}

	/**
	 * Ends the check.
	 * @throws InvalidFields if there was any problem
	 */
	public void done() {
		if (!this.problems.isEmpty()) {
			throw new InvalidFields(this.problems);
		}
	}

	private static boolean isWebAddress(String address) {
		try {
			URI uri = new URI(address);
			return uri.getHost() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** NUL passes on one database and fails on the other; half a pair is no character. */
	private static boolean storable(String text) {
		return text.indexOf(0) < 0 && text.codePoints()
			.noneMatch((point) -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
	}

}
