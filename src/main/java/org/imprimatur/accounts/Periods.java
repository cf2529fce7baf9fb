package org.imprimatur.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things in the register of accounts last: calendar months in London, the last
 * day included. Defaults of ours, since the policy is silent.
 *
 * @param bioCheckMonths for how many months a check of an account's public profile counts
 * @param trainingMonths for how many months training counts
 * @param authorisationMonths for how many months at most a person is authorised at a time
 * @param remindDays how many days before one of these runs out people are reminded
 */
@ConfigurationProperties("imprimatur.accounts")
@Policy({ "ACCOUNT-OWNER", "TRAINED", "AUTHORISED" })
public record Periods(@DefaultValue("3") int bioCheckMonths, @DefaultValue("24") int trainingMonths,
		@DefaultValue("12") int authorisationMonths, @DefaultValue("14") int remindDays) {

	public Periods {
		if (bioCheckMonths < 1 || trainingMonths < 1 || authorisationMonths < 1) {
			throw new IllegalArgumentException("The months under imprimatur.accounts must be one or more.");
		}
		if (remindDays < 0) {
			throw new IllegalArgumentException("imprimatur.accounts.remind-days must not be negative.");
		}
	}

	static LocalDate today(Clock clock) {
		return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
	}

	/** The first moment that no longer belongs to this day. */
	static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
	}

	/**
	 * The last day of which this is the first moment no longer in it, or that it is in.
	 */
	static LocalDate lastDay(Instant until) {
		return LocalDate.ofInstant(until.minusNanos(1), LondonTime.ZONE);
	}

	/** Such as "22 June 2026". */
	static String words(LocalDate day) {
		return LondonTime.date(day.atStartOfDay(LondonTime.ZONE).toInstant());
	}

}
