package org.imprimatur.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The obligations of the policy in the project's own words, by id, from
 * {@code docs/policy}.
 */
@Component
public class PolicyTexts {

	private static final Pattern FILE = Pattern.compile("---\\R(.*?)\\R---\\R(.*)", Pattern.DOTALL);

	private static final Pattern CITED = Pattern.compile("^\\s*\\[([A-Z-]+)]\\s*(.*)$", Pattern.DOTALL);

	private final Map<String, Obligation> obligations = new TreeMap<>();

	/**
	 * One obligation.
	 *
	 * @param id such as {@code OBJECTS}
	 * @param section the policy's own section, such as {@code 4}
	 * @param title a few words
	 * @param text the obligation in plain words
	 */
	public record Obligation(String id, String section, String title, String text) {
	}

	/**
	 * A sentence of a model and the obligation it cites.
	 *
	 * @param sentence the sentence without the id
	 * @param obligation null if the sentence cites none that is known
	 */
	public record Cited(String sentence, Obligation obligation) {
	}

	PolicyTexts() {
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:policy/*.md")) {
				Matcher parts = FILE.matcher(file.getContentAsString(StandardCharsets.UTF_8));
				if (parts.matches()) {
					add(parts.group(1), parts.group(2).strip());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The policy texts could not be read", ex);
		}
	}

	private void add(String head, String text) {
		Map<String, String> values = new TreeMap<>();
		head.lines().forEach((line) -> {
			String[] pair = line.split(":", 2);
			values.put(pair[0].strip(), (pair.length > 1) ? pair[1].strip() : "");
		});
		String id = values.getOrDefault("id", "");
		this.obligations.put(id,
				new Obligation(id, values.getOrDefault("section", ""), values.getOrDefault("title", id), text));
	}

	public Optional<Obligation> find(String id) {
		return Optional.ofNullable(this.obligations.get(id));
	}

	/**
	 * Splits "[OBJECTS] A plain sentence" into its parts; null gives an empty sentence.
	 */
	public Cited cited(String documentation) {
		Matcher matcher = CITED.matcher((documentation != null) ? documentation : "");
		return matcher.matches() ? new Cited(matcher.group(2).strip(), this.obligations.get(matcher.group(1)))
				: new Cited((documentation != null) ? documentation.strip() : "", null);
	}

}
