package org.imprimatur.tasks;

import java.time.LocalDate;

/**
 * Somebody is away, on whole days in London.
 *
 * @param person login
 * @param lastDay included
 * @param deputy login of who acts for them; may be null
 * @param enteredBy login
 */
public record Absence(long id, String person, LocalDate firstDay, LocalDate lastDay, String deputy, String enteredBy) {

	boolean includes(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

}
