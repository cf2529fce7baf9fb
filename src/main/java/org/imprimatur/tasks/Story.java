package org.imprimatur.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.imprimatur.deadlines.Reminders;
import org.imprimatur.kernel.LondonTime;

import org.springframework.stereotype.Component;

/**
 * What happened to an item so far: the feature's record, comments and reminders in one
 * line of time.
 */
@Component
public class Story {

	private final Comments comments;

	private final Reminders reminders;

	private final Takeovers takeovers;

	private final List<AlsoTold> besides;

	private final Clock clock;

	Story(Comments comments, Reminders reminders, Takeovers takeovers, List<AlsoTold> besides, Clock clock) {
		this.besides = besides;
		this.comments = comments;
		this.reminders = reminders;
		this.takeovers = takeovers;
		this.clock = clock;
	}

	/**
	 * One entry as the pages show it.
	 *
	 * @param at London date and time
	 */
	public record Entry(String at, String who, String title, String text) {
	}

	/** Oldest first. */
	public List<Entry> of(String reference, List<Happening> happened) {
		return all(reference, happened).stream()
			.map((one) -> new Entry(LondonTime.dateTime(one.when()), one.who(), one.title(), one.text()))
			.toList();
	}

	/** The same as it was recorded, oldest first. */
	public List<Happening> all(String reference, List<Happening> happened) {
		Stream<Happening> reminded = this.reminders.of(reference)
			.stream()
			.map((reminder) -> new Happening(reminder.remindedAt(), "Imprimatur",
					"Reminder sent: “" + reminder.task().replace('-', ' ') + "” was due", null));
		return Stream
			.of(happened.stream(), this.comments.of(reference).stream(), reminded,
					this.takeovers.of(reference).stream(),
					this.besides.stream().flatMap((one) -> one.happened(reference).stream()))
			.flatMap((all) -> all)
			.sorted(Comparator.comparing(Happening::when))
			.toList();
	}

	/** What holds for the item now, a sentence each. */
	public List<String> notices(String reference) {
		return this.besides.stream().flatMap((one) -> one.notices(reference).stream()).toList();
	}

	public boolean isPast(Instant due) {
		return due != null && due.isBefore(this.clock.instant());
	}

}
