package org.imprimatur.models.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing that whoever tries a model lets happen. It travels in the page as a line of
 * text, since nothing is kept between two of them.
 *
 * @param target the place it is about, such as {@code sign-off-post:2}; for the clock the
 * time it is moved to, {@code NEXT} or {@code WORKING_DAY}
 * @param facts what was answered, by name
 */
public record Move(Kind kind, String target, Map<String, String> facts) {

	/** What can happen. */
	public enum Kind {

		BEGIN, DO, MESSAGE, CLOCK

	}

	/** To the next time that something is due. */
	public static final String NEXT = "NEXT";

	/** By one working day. */
	public static final String WORKING_DAY = "WORKING_DAY";

	public String text() {
		return this.kind + " " + this.target + " "
				+ new TreeMap<>(this.facts).entrySet()
					.stream()
					.map((fact) -> fact.getKey() + "=" + URLEncoder.encode(fact.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&"));
	}

	/**
	 * @throws IllegalArgumentException if it is none
	 */
	public static Move of(String text) {
		String[] parts = text.split(" ", 3);
		if (parts.length < 2 || !parts[1].matches("[A-Za-z0-9_:/.-]{1,200}")) {
			throw new IllegalArgumentException("This is no move: " + text);
		}
		Map<String, String> facts = new TreeMap<>();
		if (parts.length == 3 && !parts[2].isBlank()) {
			for (String fact : parts[2].split("&")) {
				int sign = fact.indexOf('=');
				if (sign < 1) {
					throw new IllegalArgumentException("This is no fact: " + fact);
				}
				facts.put(fact.substring(0, sign), URLDecoder.decode(fact.substring(sign + 1), StandardCharsets.UTF_8));
			}
		}
		return new Move(Kind.valueOf(parts[0]), parts[1], facts);
	}

}
