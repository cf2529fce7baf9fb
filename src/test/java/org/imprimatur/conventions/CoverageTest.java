package org.imprimatur.conventions;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.coverage.GoneThrough;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Fingerprints;
import org.imprimatur.models.TestCoverage;
import org.imprimatur.models.TestCoverage.Written;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs when all other tests have: puts together what they went through and holds it
 * against the models and against what the pages of the models tell.
 */
@Tag("coverage")
@Policy("APPROVED")
@DisplayName("What the pages of the models tell of tests is what the tests went through")
class CoverageTest {

	private static final Path TOLD = Path.of("src", "main", "resources", "coverage.csv");

	private static final Path SEEN = Path.of("target", "coverage.csv");

	private static final String AGAIN = "Copy " + SEEN + " to " + TOLD + " and commit it";

	/** As the models stand now: model, element, fingerprint. */
	private static final Map<String, Map<String, String>> MODELS = new TreeMap<>();

	private static final Set<String> PROCESSES = new TreeSet<>();

	/** Model and element, and the tests that went through it as it stands. */
	private static final Map<String, Map<String, Set<String>>> GONE = new TreeMap<>();

	/** Whatever the models are now, what was noted is used once. */
	@BeforeAll
	static void putTogether() throws IOException {
		House house = House.ours();
		for (Path file : house.files("processes", ".bpmn")) {
			String name = file.getFileName().toString().replace(".bpmn", "");
			PROCESSES.add(name);
			MODELS.put(name, Fingerprints.ofProcess(Files.readAllBytes(file)));
		}
		for (Path file : house.files("processes", ".dmn")) {
			for (Decision one : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
				MODELS.put(one.getId(), Fingerprints.ofDecision(Files.readAllBytes(file), one.getId()));
			}
		}
		MODELS.keySet().forEach((model) -> GONE.put(model, new HashMap<>()));
		for (Path notes : house.files(GoneThrough.NOTES.toString(), ".tsv")) {
			for (String line : Files.readAllLines(notes)) {
				String[] note = line.split("\t");
				if (note[3].equals(MODELS.getOrDefault(note[1], Map.of()).get(note[2]))) {
					GONE.get(note[1]).computeIfAbsent(note[2], (id) -> new TreeSet<>()).add(note[0]);
				}
			}
			Files.delete(notes);
		}
		Files.writeString(SEEN, written());
		if (Boolean.getBoolean("imprimatur.write")) {
			Files.copy(SEEN, TOLD, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Test
	@DisplayName("tests go through every element and every flow of every process")
	void everything() {
		Map<String, Set<String>> missed = new TreeMap<>();
		PROCESSES.forEach((process) -> {
			Set<String> left = new TreeSet<>(MODELS.get(process).keySet());
			left.removeAll(GONE.get(process).keySet());
			missed.put(process, left);
		});
		assertThat(missed.values()).as("elements that no test goes through: " + missed).allMatch(Set::isEmpty);
	}

	/**
	 * Rows of tables may be changed without it: the page says of each whether the tests
	 * knew it.
	 */
	@Test
	@DisplayName("the pages tell of every process what tests go through as it stands")
	void told() throws IOException {
		try (Reader file = Files.newBufferedReader(TOLD)) {
			Map<String, Map<String, Written>> told = TestCoverage.read(file);
			PROCESSES.forEach((process) -> assertThat(prints(told.getOrDefault(process, Map.of()))).as(AGAIN)
				.isEqualTo(MODELS.get(process)));
		}
	}

	private static Map<String, String> prints(Map<String, Written> lines) {
		Map<String, String> prints = new TreeMap<>();
		lines.forEach((id, line) -> prints.put(id, line.print()));
		return prints;
	}

	/**
	 * The tests that go through least are the ones that say most about an element.
	 */
	private static String written() throws IOException {
		Map<String, Integer> breadth = new HashMap<>();
		GONE.values()
			.forEach((all) -> all.values()
				.forEach((tests) -> tests.forEach((one) -> breadth.merge(one, 1, Integer::sum))));
		StringWriter text = new StringWriter();
		try (CSVPrinter lines = new CSVPrinter(text,
				CSVFormat.RFC4180.builder().setHeader(TestCoverage.HEADINGS).setRecordSeparator("\n").get())) {
			for (Map.Entry<String, Map<String, String>> model : MODELS.entrySet()) {
				for (Map.Entry<String, String> element : model.getValue().entrySet()) {
					Set<String> tests = GONE.get(model.getKey()).getOrDefault(element.getKey(), Set.of());
					if (!tests.isEmpty()) {
						List<String> suchAs = tests.stream()
							.sorted(Comparator.comparing(breadth::get))
							.map((one) -> one.replace("|", "/"))
							.limit(2)
							.toList();
						lines.printRecord(model.getKey(), element.getKey(), element.getValue(), tests.size(),
								String.join(TestCoverage.AND, suchAs));
					}
				}
			}
		}
		return text.toString();
	}

}
