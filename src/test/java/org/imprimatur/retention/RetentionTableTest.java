package org.imprimatur.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS", "SHARE", "TRUSTEES", "BOARD", "CEO" })
@DisplayName("How long an item is kept")
class RetentionTableTest {

	private static final Path TABLE = Path.of("processes/retention/retention.dmn");

	@ParameterizedTest(name = "{0}, {1}, {2}: {3} months")
	@CsvSource({ "post-approval, post-published, ORDINARY, 72", "post-approval, post-published, LIGHT, 24",
			"post-approval, post-rejected, ORDINARY, 24", "post-approval, post-withdrawn, ORDINARY, 24",
			"post-approval, post-withdrawn-from-queue, LIGHT, 24", "post-approval, post-expired, ORDINARY, 24",
			"post-approval, post-recalled, ORDINARY, 24", "post-approval, cancelled, ORDINARY, 24",
			"post-approval, correction-removed, ORDINARY, 72", "post-approval, correction-kept, LIGHT, 72",
			"post-correction, correction-kept, ORDINARY, 72", "incident-escalation, incident-closed, ORDINARY, 84",
			"incident-escalation, incident-handled, ORDINARY, 84",
			"incident-escalation, incident-handled, REPORTED, 120" })
	@DisplayName("follows from what it was, how it ended and what sort of matter it was")
	void table(String process, String ending, String matter, int months) throws IOException {
		DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
		DmnDecision table = engine.parseDecision("retention", Files.newInputStream(TABLE));
		Map<String, Object> answer = engine
			.evaluateDecisionTable(table,
					Variables.putValue("process", process).putValue("ending", ending).putValue("matter", matter))
			.getSingleResult()
			.getEntryMap();
		assertThat(answer.get("keptMonths")).isEqualTo(months);
		assertThat(answer.get("because")).asString().isNotBlank();
	}

	@Test
	@DisplayName("counts calendar months in London, and the day that comes out is the first on which it may go")
	void months() {
		Kept month = new Kept(1, "");
		// half past midnight in London, the day before by the world's clock
		assertThat(month.due(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("2026-08-01");
		assertThat(month.due(Instant.parse("2027-01-31T10:00:00Z"))).isEqualTo("2027-02-28");
		assertThat(new Kept(72, "").words()).isEqualTo("6 years");
		assertThat(new Kept(12, "").words()).isEqualTo("1 year");
		assertThat(new Kept(18, "").words()).isEqualTo("18 months");
		for (int months : List.of(1, 2, 6, 24, 84)) {
			Kept kept = new Kept(months, "");
			for (LocalDate due = LocalDate.parse("2027-01-01"); due.getYear() < 2029; due = due.plusDays(1)) {
				Instant first = kept.firstEnded(due);
				assertThat(kept.due(first)).as("first of " + due).isAfterOrEqualTo(due);
				assertThat(kept.due(first.minus(Duration.ofSeconds(1)))).as("before " + due).isBefore(due);
			}
		}
		assertThat(LocalDate.ofInstant(new Kept(24, "").firstEnded(LocalDate.parse("2028-02-29")), LondonTime.ZONE))
			.isEqualTo("2026-03-01");
	}

	@Test
	@DisplayName("The engine’s own time to live is nowhere shorter than the longest row for the procedure")
	void enginesTimeToLive() throws IOException {
		Map<String, Integer> longest = new TreeMap<>();
		List<Rule> rows = new ArrayList<>(Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class));
		// the last row is reached by nothing
		for (Rule row : rows.subList(0, rows.size() - 1)) {
			String process = row.getInputEntries().iterator().next().getTextContent().strip().replace("\"", "");
			int months = Integer.parseInt(row.getOutputEntries().iterator().next().getTextContent().strip());
			longest.merge(folder(process), months, Math::max);
		}
		assertThat(longest.keySet()).containsExactlyInAnyOrder("posts", "incidents");
		longest
			.forEach((folder,
					months) -> timesToLive(Path.of("processes", folder)).forEach((model, days) -> assertThat(days)
						.as(model + " is forgotten by the engine before its items are deleted: give it P"
								+ daysOf(months) + "D or more")
						.isGreaterThanOrEqualTo(daysOf(months))));
	}

	/** As many days as so many months can have. */
	private static long daysOf(int months) {
		return Stream.iterate(LocalDate.parse("2026-01-01"), (day) -> day.plusDays(1))
			.limit(4 * 366)
			.mapToLong((day) -> day.plusMonths(months).toEpochDay() - day.toEpochDay())
			.max()
			.orElseThrow();
	}

	private static String folder(String process) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("processes"))) {
			return files.filter((file) -> file.endsWith(process + ".bpmn"))
				.map((file) -> file.getParent().getFileName().toString())
				.findFirst()
				.orElseThrow(() -> new AssertionError("The table keeps a procedure that there is not: " + process));
		}
	}

	private static Map<String, Long> timesToLive(Path folder) {
		Map<String, Long> days = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			files.forEach((file) -> {
				if (file.toString().endsWith(".bpmn")) {
					Bpmn.readModelFromFile(file.toFile())
						.getModelElementsByType(Process.class)
						.forEach((process) -> days.put(process.getId(),
								days(process.getCamundaHistoryTimeToLiveString())));
				}
				else if (file.toString().endsWith(".dmn")) {
					Dmn.readModelFromFile(file.toFile())
						.getModelElementsByType(Decision.class)
						.forEach((decision) -> days.put(decision.getId(),
								days(decision.getCamundaHistoryTimeToLiveString())));
				}
			});
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return days;
	}

	private static long days(String timeToLive) {
		return timeToLive.startsWith("P") ? Period.parse(timeToLive).getDays() : Long.parseLong(timeToLive);
	}

}
