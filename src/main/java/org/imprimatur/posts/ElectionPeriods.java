package org.imprimatur.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

import org.imprimatur.kernel.LondonTime;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Times before an election in which the Head of Communications signs every post.
 *
 * @param electionPeriods from and to, both days included, in London
 */
@ConfigurationProperties("imprimatur")
public record ElectionPeriods(List<Period> electionPeriods) {

	public ElectionPeriods {
		electionPeriods = (electionPeriods != null) ? List.copyOf(electionPeriods) : List.of();
	}

	/** One period, both days included. */
	public record Period(LocalDate from, LocalDate to) {
	}

	boolean include(Instant time) {
		LocalDate day = ZonedDateTime.ofInstant(time, LondonTime.ZONE).toLocalDate();
		return this.electionPeriods.stream()
			.anyMatch((period) -> !day.isBefore(period.from()) && !day.isAfter(period.to()));
	}

}
