package org.imprimatur.kernel;

import java.time.Instant;

import org.imprimatur.kernel.LondonTime.NoSuchTime;
import org.imprimatur.kernel.LondonTime.NotATime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LondonTimeTest {

	@ParameterizedTest
	@CsvSource({ "2026-11-23T09:30, 2026-11-23T09:30:00Z", "2026-06-22T17:30, 2026-06-22T16:30:00Z",
			"2026-06-22T17:30:15, 2026-06-22T16:30:15Z", "2026-06-22T17:30:15.250, 2026-06-22T16:30:15.250Z",
			"'  2026-06-22T17:30 ', 2026-06-22T16:30:00Z", "2028-02-29T00:00, 2028-02-29T00:00:00Z" })
	void aTimeWithoutAnOffsetIsLondonTime(String typed, Instant meant) {
		assertThat(LondonTime.parse(typed)).isEqualTo(meant);
	}

	@ParameterizedTest
	@CsvSource({ "2026-06-22T17:30Z, 2026-06-22T17:30:00Z", "2026-06-22T17:30:00+01:00, 2026-06-22T16:30:00Z",
			"2026-11-23T09:30-05:00, 2026-11-23T14:30:00Z", "2027-03-28T01:30Z, 2027-03-28T01:30:00Z" })
	void anOffsetIsKeptTo(String typed, Instant meant) {
		assertThat(LondonTime.parse(typed)).isEqualTo(meant);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"2027-03-28T01:30 | The clocks go forward then: there is no 1:30am on 28 March 2027. Enter 2am or later.",
			"2027-03-28T01:00 | The clocks go forward then: there is no 1am on 28 March 2027. Enter 2am or later.",
			"2026-03-29T01:59:59 | The clocks go forward then: there is no 1:59am on 29 March 2026. Enter 2am or later." })
	void aTimeThatTheClocksSkipIsRefusedWithTheNextOne(String typed, String message) {
		assertThatExceptionOfType(NoSuchTime.class).isThrownBy(() -> LondonTime.parse(typed))
			.withMessage(message)
			.satisfies((refused) -> {
				assertThat(LondonTime.time(refused.next())).isEqualTo("2am");
				assertThat(LondonTime.parse(LondonTime.input(refused.next()))).isEqualTo(refused.next());
			});
	}

	@Test
	void theMinutesBesideTheGapExist() {
		assertThat(LondonTime.parse("2027-03-28T00:59")).isEqualTo("2027-03-28T00:59:00Z");
		assertThat(LondonTime.parse("2027-03-28T02:00")).isEqualTo("2027-03-28T01:00:00Z");
	}

	@Test
	void aTimeThatComesTwiceIsTheEarlier() {
		assertThat(LondonTime.parse("2026-10-25T01:30")).isEqualTo("2026-10-25T00:30:00Z");
		assertThat(LondonTime.parse("2026-10-25T01:30Z")).isEqualTo("2026-10-25T01:30:00Z");
		assertThat(LondonTime.parse("2026-10-25T02:00")).isEqualTo("2026-10-25T02:00:00Z");
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "tomorrow", "2026-11-23", "09:30", "23/11/2026 09:30", "2026-11-23 09:30",
			"2026-02-29T09:30", "2026-11-31T09:30", "2026-11-23T24:00", "2026-11-23T25:00", "2026-11-23T09:60",
			"2026-11-23T9:30", "2026-11-23T09:30 01:00", "2026-11-23T09:30+19:00",
			"2026-11-23T09:30+01:00[Europe/Paris]", "2026-11-23T09:30[Europe/London]", "2026-11-23T09:30\u0000",
			"２０２６-11-23T09:30", "2026-11-23T09:30; drop table reminder" })
	void anythingElseIsRefusedWithAnExample(String typed) {
		assertThatExceptionOfType(NotATime.class).isThrownBy(() -> LondonTime.parse(typed))
			.withMessage("Enter a date and time such as 2026-11-23T09:30, in London time.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999999-01-01T09:30", "+9999999-01-01T09:30", "22026-01-01T09:30", "9999-01-01T09:30",
			"1999-12-31T23:59", "2101-01-01T00:00", "0026-11-23T09:30", "-2026-11-23T09:30", "+999999999-12-31T23:59Z",
			"2101-01-01T00:00Z" })
	void aDateFarAwayIsRefused(String typed) {
		assertThatExceptionOfType(NotATime.class).isThrownBy(() -> LondonTime.parse(typed))
			.withMessage("Enter a date between the years 2000 and 2100.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2026-06-22T16:30:00Z | 22 June 2026 | 5:30pm",
			"2026-11-23T09:00:00Z | 23 November 2026 | 9am", "2026-09-01T11:00:00Z | 1 September 2026 | midday",
			"2026-06-22T11:05:00Z | 22 June 2026 | 12:05pm", "2026-06-21T23:00:00Z | 22 June 2026 | midnight",
			"2026-06-21T23:01:00Z | 22 June 2026 | 12:01am", "2026-12-31T23:59:59Z | 31 December 2026 | 11:59pm",
			"2026-10-25T00:30:00Z | 25 October 2026 | 1:30am BST",
			"2026-10-25T01:30:00Z | 25 October 2026 | 1:30am GMT", "2026-10-25T02:00:00Z | 25 October 2026 | 2am",
			"2026-10-24T23:59:00Z | 25 October 2026 | 12:59am" })
	void peopleReadLondonTime(Instant time, String date, String clock) {
		assertThat(LondonTime.date(time)).isEqualTo(date);
		assertThat(LondonTime.time(time)).isEqualTo(clock);
		assertThat(LondonTime.dateTime(time)).isEqualTo(date + ", " + clock);
	}

	@Test
	void theZoneCanAlwaysBeAskedFor() {
		assertThat(LondonTime.dateTimeWithZone(Instant.parse("2026-06-22T16:30:00Z")))
			.isEqualTo("22 June 2026, 5:30pm BST");
		assertThat(LondonTime.dateTimeWithZone(Instant.parse("2026-11-23T09:00:00Z")))
			.isEqualTo("23 November 2026, 9am GMT");
	}

	@Test
	void inputsAndMachinesGetIso() {
		Instant time = Instant.parse("2026-06-22T16:30:42.5Z");
		assertThat(LondonTime.input(time)).isEqualTo("2026-06-22T17:30");
		assertThat(LondonTime.iso(time)).isEqualTo("2026-06-22T17:30:42.5+01:00");
		assertThat(LondonTime.iso(Instant.parse("2026-11-23T09:30:00Z"))).isEqualTo("2026-11-23T09:30:00Z");
		assertThat(LondonTime.parse(LondonTime.iso(time))).isEqualTo(time);
	}

	@Test
	void everyHourOfAYearIsReadBackFromItsIsoForm() {
		Instant time = Instant.parse("2026-01-01T00:00:00Z");
		for (int hour = 0; hour < 365 * 24; hour++, time = time.plusSeconds(3600)) {
			assertThat(LondonTime.parse(LondonTime.iso(time))).isEqualTo(time);
			if (!LondonTime.dateTime(time).endsWith(" GMT")) {
				assertThat(LondonTime.parse(LondonTime.input(time))).isEqualTo(time);
			}
		}
	}

}
