package org.imprimatur.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.security.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round: notes become mails, mails of a day are put together, and what is due goes
 * out. No transaction is open while a mail server is spoken to. A mail is taken out of
 * the queue before it is handed over and its outcome recorded after: between the two a
 * program that ends leaves a mail of which it is said that it may have arrived, never a
 * mail twice.
 */
@Component
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final int MOST = 50;

	/** The pauses between tries; after the last it goes on in the same pace. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1));

	/** Three days. */
	private static final int MOST_TRIES = 75;

	private static final LocalTime DIGEST = LocalTime.of(9, 0);

	private final Outbox outbox;

	private final TaskMails tasks;

	private final List<MailOccasions> occasions;

	private final Letters letters;

	private final People people;

	private final WorkingTime workingTime;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private final Delivery delivery;

	private final MailSettings settings;

	Postman(Outbox outbox, TaskMails tasks, List<MailOccasions> occasions, Letters letters, People people,
			WorkingTime workingTime, Clock clock, TransactionTemplate transaction, Delivery delivery,
			MailSettings settings) {
		this.outbox = outbox;
		this.tasks = tasks;
		this.occasions = occasions;
		this.letters = letters;
		this.people = people;
		this.workingTime = workingTime;
		this.clock = clock;
		this.transaction = transaction;
		this.delivery = delivery;
		this.settings = settings;
	}

	/** Does everything there is to do now. */
	void round() {
		this.outbox.foundTakenBefore(this.clock.instant().minus(this.settings.longestTry()));
		this.tasks.spread();
		this.occasions
			.forEach((one) -> this.transaction.executeWithoutResult((status) -> one.due().forEach(this.outbox::add)));
		this.outbox.forDigest().forEach(this::putTogether);
		send();
	}

	private void send() {
		for (Mail mail : this.outbox.due(MOST)) {
			if (this.outbox.take(mail) && !send(mail)) {
				return;
			}
		}
	}

	/** Sends one mail; false if no other would get through now either. */
	private boolean send(Mail mail) {
		if (!this.tasks.isNeeded(mail) || !this.occasions.stream().allMatch((one) -> one.mayBeTold(mail))) {
			this.outbox.finish(mail, MailOutcome.NOT_NEEDED, "");
			return true;
		}
		Optional<String> address = this.people.addressOf(mail.login());
		if (address.isEmpty()) {
			this.outbox.finish(mail, MailOutcome.NO_ADDRESS, "");
			return true;
		}
		List<Mail> ofTheDay = (mail.kind() == MailKind.DIGEST) ? stillNeeded(mail) : List.of();
		if (mail.kind() == MailKind.DIGEST && ofTheDay.isEmpty()) {
			this.outbox.finish(mail, MailOutcome.NOT_NEEDED, "");
			return true;
		}
		Delivery.Answer answer = this.delivery.send(this.letters.write(mail, ofTheDay), address.get());
		int tries = this.outbox.tries(mail);
		if (answer.outcome() != MailOutcome.PUT_OFF) {
			this.outbox.finish(mail, answer.outcome(), answer.words());
		}
		else if (tries >= MOST_TRIES) {
			this.outbox.finish(mail, MailOutcome.GIVEN_UP, answer.words());
		}
		else {
			this.outbox.putOff(mail, PAUSES.get(Math.min(tries, PAUSES.size() - 1)), answer.words());
		}
		if (answer.outcome() != MailOutcome.SENT) {
			log.warn("Mail {} of {} did not go out: {}.", mail.id(), mail.reference(), answer.outcome());
		}
		return answer.serverAnswers();
	}

	/** What waits for this person's mail of the day, once it is time for it. */
	private void putTogether(String login) {
		ZonedDateTime now = this.clock.instant().atZone(LondonTime.ZONE);
		LocalDate day = now.toLocalDate();
		if (now.toLocalTime().isBefore(DIGEST) || !this.workingTime.isWorkingDay(day)) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			List<Mail> held = this.outbox.forDigest(login)
				.stream()
				.filter((mail) -> mail.madeAt().isBefore(day.atTime(DIGEST).atZone(LondonTime.ZONE).toInstant()))
				.toList();
			if (held.isEmpty()) {
				return;
			}
			String cause = "DIGEST:" + day;
			this.outbox.add(new Mail(null, cause, login, MailKind.DIGEST, null, null, "Tasks that wait for you",
					"These tasks have come since your last mail.", "/", this.clock.instant()));
			held.forEach((one) -> this.outbox.finish(one, MailOutcome.IN_DIGEST, cause));
		});
	}

	private List<Mail> stillNeeded(Mail digest) {
		return this.outbox.inDigest(digest).stream().filter(this.tasks::isNeeded).toList();
	}

}
