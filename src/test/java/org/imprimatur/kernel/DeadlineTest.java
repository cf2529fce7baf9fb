package org.imprimatur.kernel;

import java.time.LocalDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeadlineTest {

	private final WorkingTime workingTime = WorkingTime.ofEnglandAndWales();

	@ParameterizedTest
	@CsvSource({ "4 working hours, 2026-11-27T17:00, 2026-11-30T12:30",
			"1 working hour, 2026-11-27T11:00, 2026-11-27T12:00", "2 working days, 2026-11-24T11:00, 2026-11-26T11:00",
			"1 working day, 2026-11-28T11:00, 2026-12-01T09:00", "20 working days, 2026-11-24T11:00, 2026-12-22T11:00",
			"30 minutes, 2026-11-27T17:15, 2026-11-27T17:45", "60 minutes, 2026-10-25T00:30, 2026-10-25T01:30",
			"2 hours, 2026-11-28T23:00, 2026-11-29T01:00", "24 hours, 2027-03-27T11:00, 2027-03-28T12:00",
			"3 days, 2027-03-26T11:00, 2027-03-29T11:00", "72 hours, 2026-12-25T10:00, 2026-12-28T10:00",
			"1 minute, 2026-11-27T17:15, 2026-11-27T17:16", "1 day, 2027-03-27T01:30, 2027-03-28T02:30" })
	void aDeadlineIsReadAndCounted(String text, LocalDateTime start, LocalDateTime until) {
		Deadline deadline = Deadline.parse(text);
		assertThat(deadline).hasToString(text);
		assertThat(deadline.from(start.atZone(LondonTime.ZONE).toInstant(), this.workingTime))
			.isEqualTo(until.atZone(LondonTime.ZONE).toInstant());
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "4", "hours", "0 hours", "-1 hours", "04 hours", "1 hours", "2 hour", "4 Working hours",
			"4  working hours", " 4 hours", "4 hours ", "four hours", "1.5 hours", "30 seconds", "2 weeks",
			"2 working minutes", "99999 hours", "PT4H", "4 working", "٤ hours" })
	void anythingElseIsRefusedSayingWhatIsAccepted(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Deadline.parse(text))
			.withMessage("\"" + text + "\" is no deadline. Write a whole number from 1 to 9999 and what it counts: "
					+ "\"1 minute\" or \"4 minutes\", \"1 hour\" or \"4 hours\", \"1 day\" or \"4 days\", "
					+ "\"1 working hour\" or \"4 working hours\", \"1 working day\" or \"4 working days\".");
	}

}
