package org.imprimatur.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.history.EndedItems;
import org.imprimatur.history.EndedItems.Ended;
import org.imprimatur.history.EndedItems.Sort;
import org.imprimatur.history.EndedItems.Time;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.security.Person;

/**
 * Items of every sort in the one order in which they fall due, read sort by sort as they
 * are needed.
 */
final class InOrder {

	private final EndedItems items;

	private final List<Flow> flows;

	/**
	 * From after that place on.
	 * @param kept how long items of each sort are kept
	 * @param atOnce how many are read of each sort at once
	 * @param person who may read them
	 */
	InOrder(EndedItems items, Map<Sort, Kept> kept, Place after, int atOnce, Person person) {
		this.items = items;
		this.flows = kept.entrySet()
			.stream()
			.map((one) -> new Flow(one.getKey(), one.getValue(), after, atOnce, person))
			.toList();
	}

	/** The next one; empty at the end. */
	Optional<Candidate> next() {
		Optional<Flow> first = this.flows.stream()
			.filter((flow) -> flow.first().isPresent())
			.min(Comparator.comparing((flow) -> flow.first().orElseThrow().place()));
		return first.map(Flow::take);
	}

	/** Where an item stands in the order in which items fall due. */
	record Place(LocalDate due, Instant endedAt, long number) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparing(Place::due)
			.thenComparing(Place::endedAt)
			.thenComparingLong(Place::number);

		static final Place FIRST = new Place(LocalDate.of(1970, 1, 1), Instant.EPOCH, Long.MIN_VALUE);

		static Place parse(String typed) {
			if (typed.isBlank()) {
				return FIRST;
			}
			try {
				String[] parts = typed.split("\\.");
				long micros = Long.parseLong(parts[1]);
				LocalDate due = LocalDate.parse(parts[0]);
				if (parts.length == 3 && due.getYear() >= 1970 && due.getYear() < 3000 && micros >= 0
						&& micros < 100_000_000_000_000_000L) {
					return new Place(due, Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
							Long.parseLong(parts[2]));
				}
			}
			catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
				// said below
			}
			throw new InvalidFields("after", "Begin at the first page again: this address names one that cannot be.");
		}

		@Override
		public String toString() {
			return this.due + "." + (this.endedAt.getEpochSecond() * 1_000_000 + this.endedAt.getNano() / 1_000) + "."
					+ this.number;
		}

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

	/** One item and when it falls due. */
	record Candidate(Ended item, Kept kept, LocalDate due) {

		Place place() {
			return new Place(this.due, this.item.endedAt(), this.item.number());
		}

	}

	/** Items of one sort. */
	private final class Flow {

		private final Sort sort;

		private final Kept kept;

		private final int atOnce;

		private final Person person;

		private final Deque<Candidate> read = new ArrayDeque<>();

		private Instant from;

		private long after;

		private boolean over;

		Flow(Sort sort, Kept kept, Place after, int atOnce, Person person) {
			this.sort = sort;
			this.kept = kept;
			this.atOnce = atOnce;
			this.person = person;
			Time sameDay = kept.ended(after.due(), after.due().plusDays(1));
			// of other sorts, whatever falls due on that day and ended later
			boolean within = !after.endedAt().isBefore(sameDay.from()) && after.endedAt().isBefore(sameDay.to());
			this.from = within ? after.endedAt()
					: after.endedAt().isBefore(sameDay.from()) ? sameDay.from() : sameDay.to();
			this.after = within ? after.number() : Long.MIN_VALUE;
		}

		Optional<Candidate> first() {
			if (this.read.isEmpty() && !this.over) {
				List<Ended> next = InOrder.this.items.next(this.sort, this.from, this.after, this.atOnce, this.person);
				next.forEach((item) -> this.read.add(new Candidate(item, this.kept, this.kept.due(item.endedAt()))));
				this.over = next.size() < this.atOnce;
				if (!next.isEmpty()) {
					this.from = next.get(next.size() - 1).endedAt();
					this.after = next.get(next.size() - 1).number();
				}
			}
			return Optional.ofNullable(this.read.peek());
		}

		Candidate take() {
			return this.read.remove();
		}

	}

}
