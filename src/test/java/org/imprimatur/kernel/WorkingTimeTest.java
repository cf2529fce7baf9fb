package org.imprimatur.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** All times in these tables are London's. */
@ExtendWith(OutputCaptureExtension.class)
class WorkingTimeTest {

	private final WorkingTime workingTime = WorkingTime.ofEnglandAndWales();

	@ParameterizedTest(name = "{0} and {1} of work: {2} ({3})")
	@CsvSource({ "2026-11-24T11:00, PT4H, 2026-11-24T15:00, a Tuesday",
			"2026-11-24T13:30, PT4H, 2026-11-24T17:30, to the end",
			"2026-11-24T13:31, PT4H, 2026-11-25T09:01, over night",
			"2026-11-27T17:00, PT4H, 2026-11-30T12:30, over a weekend",
			"2026-11-28T12:00, PT4H, 2026-11-30T13:00, on a Saturday",
			"2026-11-24T07:00, PT4H, 2026-11-24T13:00, before work",
			"2026-11-24T17:30, PT4H, 2026-11-25T13:00, at closing",
			"2026-11-24T17:30, PT0S, 2026-11-25T09:00, nothing at closing",
			"2026-11-24T11:00, PT0S, 2026-11-24T11:00, nothing",
			"2026-11-24T09:00, PT8H30M, 2026-11-24T17:30, a whole day",
			"2026-11-24T09:00, PT8H31M, 2026-11-25T09:01, and a minute",
			"2026-04-02T17:00, PT1H, 2026-04-07T09:30, over Good Friday and Easter Monday",
			"2026-12-24T15:30, PT4H, 2026-12-29T11:00, over Christmas with Boxing Day on a Saturday",
			"2027-12-24T17:00, PT1H, 2027-12-29T09:30, over Christmas on a Saturday",
			"2027-12-31T17:00, PT1H, 2028-01-04T09:30, over New Year on a Saturday",
			"2027-03-25T17:00, PT1H, 2027-03-30T09:30, over Easter and the clocks going forward",
			"2026-10-23T17:00, PT1H, 2026-10-26T09:30, over the clocks going back" })
	void workingTimeIsCounted(LocalDateTime from, Duration work, LocalDateTime until, String why) {
		assertThat(this.workingTime.plus(london(from), work)).as(why).isEqualTo(london(until));
		if (!work.isZero()) {
			assertThat(this.workingTime.between(london(from), london(until))).as(why).isEqualTo(work);
		}
	}

	@ParameterizedTest(name = "{0} and {1} working days: {2} ({3})")
	@CsvSource({ "2026-11-24T11:00, 2, 2026-11-26T11:00, a Tuesday", "2026-11-27T16:00, 1, 2026-11-30T16:00, a Friday",
			"2026-11-28T16:00, 1, 2026-12-01T09:00, a Saturday",
			"2026-11-27T18:00, 1, 2026-12-01T09:00, Friday evening",
			"2026-11-27T17:30, 1, 2026-12-01T09:00, Friday at closing", "2026-11-24T08:00, 1, 2026-11-25T09:00, early",
			"2026-11-24T11:00, 0, 2026-11-24T11:00, none", "2026-04-02T11:00, 1, 2026-04-07T11:00, before Easter",
			"2026-04-03T11:00, 1, 2026-04-08T09:00, on Good Friday", "2026-12-24T11:00, 2, 2026-12-30T11:00, Christmas",
			"2026-12-24T11:00, 20, 2027-01-26T11:00, four weeks",
			"2027-03-25T11:00, 1, 2027-03-30T11:00, into summer time" })
	void workingDaysAreCounted(LocalDateTime from, int days, LocalDateTime until, String why) {
		assertThat(this.workingTime.plusWorkingDays(london(from), days)).as(why).isEqualTo(london(until));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-27T17:00, 2026-11-30T09:30, PT1H", "2026-11-28T10:00, 2026-11-29T10:00, PT0S",
			"2026-11-30T09:30, 2026-11-27T17:00, PT-1H", "2026-11-23T09:00, 2026-11-30T09:00, PT42H30M",
			"2026-03-27T16:30, 2026-03-30T10:00, PT2H" })
	void workingTimeBetweenTwoTimes(LocalDateTime start, LocalDateTime end, Duration work) {
		assertThat(this.workingTime.between(london(start), london(end))).isEqualTo(work);
	}

	@Test
	void aNegativeWaitIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.workingTime.plus(Instant.EPOCH, Duration.ofHours(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.workingTime.plusWorkingDays(Instant.EPOCH, -1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2025, 2026, 2027, 2028 })
	void everyYearOfTheFileIsCompleteAndRight(int year) {
		TreeMap<LocalDate, String> ofYear = new TreeMap<>();
		this.workingTime.holidays().forEach((day, name) -> {
			if (day.getYear() == year) {
				ofYear.put(day, name);
			}
		});
		assertThat(ofYear).isEqualTo(holidaysByLaw(year));
	}

	@Test
	void theFileSaysHowFarItGoes() {
		assertThat(this.workingTime.knownUntil()).isEqualTo("2028-12-31");
		assertThat(this.workingTime.holidays()).hasSize(32);
	}

	@Test
	void afterTheLastYearOnlyWeekendsAreLeftOutAndOneWarningIsGiven(CapturedOutput output) {
		assertThat(this.workingTime.plusWorkingDays(london(LocalDateTime.parse("2028-12-28T11:00")), 1))
			.isEqualTo("2028-12-29T11:00:00Z");
		assertThat(output).doesNotContain("Bank holidays are known until");
		assertThat(this.workingTime.plus(london(LocalDateTime.parse("2028-12-29T17:00")), Duration.ofHours(1)))
			.isEqualTo("2029-01-01T09:30:00Z");
		assertThat(this.workingTime.plusWorkingDays(london(LocalDateTime.parse("2099-12-24T11:00")), 1))
			.isEqualTo("2099-12-25T11:00:00Z");
		assertThat(output.getOut().split("Bank holidays are known until 2028-12-31", -1)).hasSize(2);
	}

	@Test
	void aWrongFileIsRefusedNamingTheLine() {
		assertThatIllegalArgumentException().isThrownBy(() -> WorkingTime.ofLines(List.of("2026-13-01,Nothing")))
			.withMessageContaining("2026-13-01,Nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> WorkingTime.ofLines(List.of("2026-12-25")))
			.withMessageContaining("2026-12-25");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WorkingTime.ofLines(List.of("2026-12-25,Christmas", "2026-12-25,Again")))
			.withMessageContaining("2026-12-25,Again");
		assertThatIllegalArgumentException().isThrownBy(() -> WorkingTime.ofLines(List.of("# nothing")));
	}

	private static Instant london(LocalDateTime time) {
		return time.atZone(LondonTime.ZONE).toInstant();
	}

	/** The days of the Banking and Financial Dealings Act and those by custom. */
	private static Map<LocalDate, String> holidaysByLaw(int year) {
		TreeMap<LocalDate, String> days = new TreeMap<>();
		LocalDate easter = easter(year);
		days.put(easter.minusDays(2), "Good Friday");
		days.put(easter.plusDays(1), "Easter Monday");
		days.put(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
				"Early May bank holiday");
		days.put(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
				"Spring bank holiday");
		days.put(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
				"Summer bank holiday");
		putOrSubstitute(days, LocalDate.of(year, 1, 1), "New Year's Day");
		putOrSubstitute(days, LocalDate.of(year, 12, 25), "Christmas Day");
		putOrSubstitute(days, LocalDate.of(year, 12, 26), "Boxing Day");
		return days;
	}

	private static void putOrSubstitute(Map<LocalDate, String> days, LocalDate day, String name) {
		LocalDate kept = day;
		while (kept.getDayOfWeek().getValue() > 5 || days.containsKey(kept)) {
			kept = kept.plusDays(1);
		}
		days.put(kept, kept.equals(day) ? name : name + " (substitute day)");
	}

	/** Gauss's rule for the Gregorian calendar, in the form of Meeus. */
	private static LocalDate easter(int year) {
		int a = year % 19;
		int b = year / 100;
		int c = year % 100;
		int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
		int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
		int m = (a + 11 * h + 22 * l) / 451;
		int n = h + l - 7 * m + 114;
		return LocalDate.of(year, n / 31, n % 31 + 1);
	}

}
