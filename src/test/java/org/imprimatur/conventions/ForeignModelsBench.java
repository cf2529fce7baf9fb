package org.imprimatur.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ExampleRule;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.ModelRule;
import org.imprimatur.models.check.TableFeel;
import org.imprimatur.models.check.TableRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Diagrams and tables that other people drew, for other programs: each is answered by
 * findings, and none by a failure. Not part of the build, since the files are not ours:
 * {@code ./mvnw test -Dtest=ForeignModelsBench -Dimprimatur.corpus=<a jar or a folder>};
 * the jar of tests of the engine ({@code camunda-engine}, classifier {@code tests}) holds
 * two thousand.
 */
@Policy("ONE-LOGIN")
class ForeignModelsBench {

	private static final String MODEL = ".*\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml)";

	@Test
	void everyFileIsAnsweredInWords() throws IOException {
		List<ModelRule> rules = new ArrayList<>(ConventionsTest.around().rules());
		TableFeel feel = new TableFeel();
		rules.add(new TableRule(feel));
		rules.add(new ExampleRule(feel));
		Checker checker = new Checker(rules);
		SortedMap<String, byte[]> files = read(Path.of(System.getProperty("imprimatur.corpus")));
		assertThat(files).isNotEmpty();
		List<String> failed = new ArrayList<>();
		List<String> passed = new ArrayList<>();
		SortedMap<Long, String> slowest = new TreeMap<>();
		long findings = 0;
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			long begun = System.nanoTime();
			List<Finding> found = checker.check(Map.of(file.getKey(), file.getValue()), false);
			slowest.put(Duration.ofNanos(System.nanoTime() - begun).toMillis(), file.getKey());
			findings += found.size();
			found.stream()
				.map(Finding::toString)
				.filter((one) -> one.contains("could not be checked"))
				.forEach(failed::add);
			if (found.isEmpty()) {
				passed.add(file.getKey());
			}
		}
		System.out.println(files.size() + " files, " + findings + " findings; a rule failed: " + failed.size()
				+ "; nothing was found: " + passed + "; the slowest: " + slowest
					.tailMap(slowest.keySet().stream().skip(Math.max(0, slowest.size() - 5)).findFirst().orElse(0L)));
		assertThat(failed).isEmpty();
		assertThat(passed).as("nothing that is not ours may go live").isEmpty();
	}

	private static SortedMap<String, byte[]> read(Path from) throws IOException {
		SortedMap<String, byte[]> files = new TreeMap<>();
		if (Files.isDirectory(from)) {
			try (Stream<Path> all = Files.walk(from)) {
				for (Path file : all.filter((one) -> one.toString().matches(MODEL)).toList()) {
					files.put(from.relativize(file).toString(), Files.readAllBytes(file));
				}
			}
			return files;
		}
		try (ZipFile jar = new ZipFile(from.toFile())) {
			for (ZipEntry entry : jar.stream().filter((one) -> one.getName().matches(MODEL)).toList()) {
				files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
			}
		}
		return files;
	}

}
