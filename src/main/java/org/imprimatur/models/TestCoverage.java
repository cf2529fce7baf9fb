package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * Which tests go through what is drawn: written down by the last whole run of the tests
 * ({@code coverage.csv}), and held against what a version does now.
 */
@Component
@Policy("APPROVED")
public class TestCoverage {

	/** Where the tests write it, from the root of the classes. */
	public static final String FILE = "/coverage.csv";

	/** The headings of that file. */
	public static final String[] HEADINGS = { "model", "element", "fingerprint", "tests", "such as" };

	/** Between the names of several tests. */
	public static final String AND = " | ";

	private final Map<String, Map<String, Written>> models;

	TestCoverage() {
		try (InputStream file = TestCoverage.class.getResourceAsStream(FILE)) {
			this.models = (file != null) ? read(new InputStreamReader(file, StandardCharsets.UTF_8)) : Map.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One line of the file.
	 *
	 * @param print of what was tested, see {@link Fingerprints}
	 * @param tests how many
	 * @param suchAs what at most three of them show
	 */
	public record Written(String print, int tests, List<String> suchAs) {
	}

	/** How far the tests cover an element or a row as it stands. */
	public enum State {

		/** Some go through it. */
		TESTED("tests go through it"),
		/** It did something else when they did. */
		CHANGED("changed since the tests ran"),
		/** None does. */
		NONE("no test");

		private final String label;

		State(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * What is known of one element or row.
	 *
	 * @param tests how many go through it as it stands
	 * @param suchAs what some of them show, as sentences
	 */
	public record Tested(State state, int tests, List<String> suchAs) {

		/** Such as "12 tests, such as “A post needs a person who approves it”". */
		public String words() {
			return switch (this.state) {
				case TESTED -> this.tests + ((this.tests == 1) ? " test" : " tests")
						+ (this.suchAs.isEmpty() ? "" : ", such as “" + String.join("”, “", this.suchAs) + "”");
				case CHANGED -> "none as it stands; it has changed since they ran";
				case NONE -> "none";
			};
		}

	}

	/**
	 * Each element and flow of a process, or each row of a table, by id, in the order of
	 * the file.
	 */
	public Map<String, Tested> of(ModelText text) {
		byte[] file = text.file().content();
		Map<String, Written> written = this.models.getOrDefault(text.key(), Map.of());
		Map<String, Tested> tested = new LinkedHashMap<>();
		(text.file().isProcess() ? Fingerprints.ofProcess(file) : Fingerprints.ofDecision(file, text.key()))
			.forEach((id, print) -> tested.put(id, tested(written.get(id), print)));
		return tested;
	}

	/**
	 * What no test of a process goes through as it stands, in words: elements, and the
	 * ways between them.
	 */
	public static List<String> left(ModelText text, Map<String, Tested> tested) {
		if (tested.values().stream().allMatch((one) -> one.state() == State.TESTED)) {
			return List.of();
		}
		Map<String, ModelParts.Part> parts = ModelParts
			.of(Bpmn.readModelFromStream(new ByteArrayInputStream(text.file().content())))
			.all();
		return tested.entrySet()
			.stream()
			.filter((one) -> one.getValue().state() != State.TESTED)
			.map((one) -> "“" + parts.get(one.getKey()).label() + "”: " + one.getValue().state().label())
			.toList();
	}

	private static Tested tested(Written written, String print) {
		if (written == null) {
			return new Tested(State.NONE, 0, List.of());
		}
		return written.print().equals(print) ? new Tested(State.TESTED, written.tests(), written.suchAs())
				: new Tested(State.CHANGED, 0, List.of());
	}

	/**
	 * By model and element.
	 * @param file as written by the tests
	 */
	public static Map<String, Map<String, Written>> read(Reader file) throws IOException {
		Map<String, Map<String, Written>> models = new HashMap<>();
		for (CSVRecord line : CSVFormat.RFC4180.builder()
			.setHeader(HEADINGS)
			.setSkipHeaderRecord(true)
			.get()
			.parse(file)) {
			models.computeIfAbsent(line.get(HEADINGS[0]), (key) -> new LinkedHashMap<>())
				.put(line.get(HEADINGS[1]),
						new Written(line.get(HEADINGS[2]), Integer.parseInt(line.get(HEADINGS[3])),
								line.get(HEADINGS[4]).isEmpty() ? List.of()
										: List.of(line.get(HEADINGS[4]).split(Pattern.quote(AND)))));
		}
		return models;
	}

}
