package org.imprimatur.incidents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Tells both Boards' secretaries on Monday that last week's list of no and low risks
 * waits for them, and keeps every mail about an incident from whom it concerns.
 */
@Component
@Policy({ "BOARD", "RESPOND" })
class IncidentMails implements MailOccasions {

	private final LowRisks lowRisks;

	private final IncidentAccess access;

	private final People people;

	private final Clock clock;

	IncidentMails(LowRisks lowRisks, IncidentAccess access, People people, Clock clock) {
		this.lowRisks = lowRisks;
		this.access = access;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public List<Mail> due() {
		LocalDate week = this.lowRisks.thisWeek().minusWeeks(1);
		return LowRisks.SECRETARIES.stream()
			.flatMap((group) -> this.people.inGroup(group).stream())
			.filter((secretary) -> !this.lowRisks.isRead(week, secretary)
					&& !this.lowRisks.in(week, secretary).isEmpty())
			.map((secretary) -> list(week, secretary))
			.toList();
	}

	@Override
	public boolean mayBeTold(Mail mail) {
		return mail.reference() == null || !this.access.isSubject(mail.reference(), mail.login());
	}

	private Mail list(LocalDate week, Person secretary) {
		String monday = LondonTime.date(week.atStartOfDay(LondonTime.ZONE).toInstant());
		return Mail.notice("LOW-RISKS:" + LowRisks.words(week), secretary.login(), null,
				"Incidents of no or low risk, week from " + monday,
				"What nobody told the Boards in that week is on one list. Read it, and ask if you doubt one.",
				"/low-risks?week=" + week, this.clock.instant());
	}

}
