package org.imprimatur.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Sends the Trust's Board secretary each day where the record ends: kept, the mails prove
 * later that nothing was changed or cut off since.
 */
@Component
@Policy("ONE-LOGIN")
class LedgerMails implements MailOccasions {

	static final String SECRETARIES = "trust-board-secretary";

	/** In London: the day's work is in it. */
	private static final LocalTime FROM = LocalTime.of(17, 0);

	private final Ledger ledger;

	private final People people;

	private final Clock clock;

	LedgerMails(Ledger ledger, People people, Clock clock) {
		this.ledger = ledger;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public List<Mail> due() {
		ZonedDateTime now = this.clock.instant().atZone(LondonTime.ZONE);
		if (now.toLocalTime().isBefore(FROM)) {
			return List.of();
		}
		LedgerHead head = this.ledger.head();
		return this.people.inGroup(SECRETARIES)
			.stream()
			.map((secretary) -> mail(head, now.toLocalDate(), secretary))
			.toList();
	}

	private Mail mail(LedgerHead head, LocalDate day, Person secretary) {
		return Mail.notice("LEDGER-HEAD:" + day, secretary.login(), null,
				"The end of the record on " + LondonTime.date(this.clock.instant()),
				"Keep this mail: with it anybody can prove later that nothing in the record was changed or cut off.\n"
						+ "The record had " + head.number() + " entries.\n" + head,
				"/ledger", this.clock.instant());
	}

}
