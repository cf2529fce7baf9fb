package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.mail.Outbox;
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

	private final Outbox outbox;

	private final Clock clock;

	IncidentMails(LowRisks lowRisks, IncidentAccess access, People people, Outbox outbox, Clock clock) {
		this.lowRisks = lowRisks;
		this.access = access;
		this.people = people;
		this.outbox = outbox;
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

	/**
	 * Tells a Trustee that an incident was found not relevant, and until when to call it
	 * in.
	 */
	void notRelevant(String reference, String caseId, String trustee, Instant callInUntil) {
		tell("NOT-RELEVANT:" + caseId, trustee, reference, "found not relevant to the Trustees",
				"If you see it otherwise, you can call it in until " + LondonTime.dateTime(callInUntil) + ".",
				"/items/" + reference);
	}

	/**
	 * Tells somebody that a reply is asked of them; the request stands on their first
	 * page.
	 */
	void replyAsked(String reference, String person) {
		tell("REPLY:" + reference + ":" + this.clock.instant(), person, reference, "a reply is asked of you",
				"What it should say stands on “My work”.", "/");
	}

	/** Tells the owner of an action that was agreed at a review. */
	void agreed(IncidentAction action) {
		tell("ACTION:" + action.id(), action.owner(), action.reference(), "an action was agreed for you",
				"Say there when it is done.", "/actions/" + action.id());
	}

	private void tell(String cause, String login, String reference, String what, String words, String path) {
		this.outbox
			.add(Mail.notice(cause, login, reference, reference + ": " + what, words, path, this.clock.instant()));
	}

	private Mail list(LocalDate week, Person secretary) {
		String monday = LondonTime.date(week.atStartOfDay(LondonTime.ZONE).toInstant());
		return Mail.notice("LOW-RISKS:" + LowRisks.words(week), secretary.login(), null,
				"Incidents of no or low risk, week from " + monday,
				"What nobody told the Boards in that week is on one list. Read it, and ask if you doubt one.",
				"/low-risks?week=" + week, this.clock.instant());
	}

}
