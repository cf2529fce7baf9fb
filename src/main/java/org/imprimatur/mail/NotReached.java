package org.imprimatur.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * Who should have been told of an item by mail and was not, so that somebody rings them.
 */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES" })
public class NotReached {

	/** A mail that takes longer is late. */
	private static final Duration LATE = Duration.ofMinutes(15);

	private final Outbox outbox;

	private final TaskMails tasks;

	private final People people;

	private final Clock clock;

	NotReached(Outbox outbox, TaskMails tasks, People people, Clock clock) {
		this.outbox = outbox;
		this.tasks = tasks;
		this.people = people;
		this.clock = clock;
	}

	/** A sentence for each person whom no mail about this item has reached. */
	public List<String> of(String reference) {
		Map<String, String> sentences = new LinkedHashMap<>();
		for (Mail mail : this.outbox.of(reference)) {
			List<MailTry> tries = this.outbox.tries(mail.id());
			MailTry last = tries.isEmpty() ? null : tries.get(tries.size() - 1);
			if (isOpen(mail, last) && this.tasks.isNeeded(mail)) {
				sentences.put(mail.login(), sentence(mail, last));
			}
			else if (last != null && last.outcome() == MailOutcome.SENT) {
				sentences.remove(mail.login());
			}
		}
		return new ArrayList<>(sentences.values());
	}

	private boolean isOpen(Mail mail, MailTry last) {
		boolean waits = last == null || last.outcome() == MailOutcome.AGAIN || last.outcome() == MailOutcome.PUT_OFF;
		return waits ? mail.madeAt().plus(LATE).isBefore(this.clock.instant()) : last.outcome().isMissed();
	}

	private String sentence(Mail mail, MailTry last) {
		String name = this.people.nameOf(mail.login());
		String since = LondonTime.dateTime(mail.madeAt());
		if (last == null) {
			return name + " should have had a mail on " + since + ". It is late: ring them.";
		}
		return switch (last.outcome()) {
			case NOT_KNOWN -> "The mail to " + name + " of " + since + " may have arrived or not: ring them.";
			case NO_ADDRESS -> name + " has no mail address, so no mail went out on " + since
					+ ": ring them, and tell an administrator.";
			case REFUSED -> "The mail to " + name + " of " + since
					+ " was refused: ring them, and ask an administrator to look at the address.";
			case GIVEN_UP -> "The mail to " + name + " of " + since + " never got through: ring them.";
			default -> "The mail to " + name + " of " + since + " has not got through yet: ring them.";
		};
	}

}
