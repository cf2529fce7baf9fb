package org.imprimatur.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.imprimatur.history.EndedItems;
import org.imprimatur.history.EndedItems.Ended;
import org.imprimatur.history.EndedItems.Sort;
import org.imprimatur.history.Forgetting;
import org.imprimatur.history.KnownItems;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.Erasing;
import org.imprimatur.ledger.Erasing.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is due and not held, so many items in one transaction, each of them whole:
 * what the engine keeps goes with what we keep. Several nodes may try at once; an item
 * that another has in hand is left to it.
 */
@Component
@Policy("APPROVED")
public class Deletion {

	private static final Logger log = LoggerFactory.getLogger(Deletion.class);

	private static final int AT_ONCE = 100;

	private final EndedItems items;

	private final KnownItems known;

	private final Retention retention;

	private final LegalHolds holds;

	private final Forgetting forgetting;

	private final Erasing erasing;

	private final DueItems due;

	private final TransactionTemplate transaction;

	Deletion(EndedItems items, KnownItems known, Retention retention, LegalHolds holds, Forgetting forgetting,
			Erasing erasing, DueItems due, TransactionTemplate transaction) {
		this.items = items;
		this.known = known;
		this.retention = retention;
		this.holds = holds;
		this.forgetting = forgetting;
		this.erasing = erasing;
		this.due = due;
		this.transaction = transaction;
	}

	/**
	 * Deletes all that is due now.
	 * @return how many items
	 */
	public int round() {
		LocalDate tomorrow = this.due.today().plusDays(1);
		Retention.Answers answers = this.retention.of(this.items.sorts());
		answers.problems().forEach(log::warn);
		int deleted = 0;
		for (Map.Entry<Sort, Kept> one : answers.kept().entrySet()) {
			deleted += sort(one.getKey(), one.getValue(), one.getValue().firstEnded(tomorrow));
		}
		if (deleted > 0) {
			log.info("{} items were deleted whose time to be kept is over.", deleted);
		}
		return deleted;
	}

	private int sort(Sort sort, Kept kept, Instant before) {
		int deleted = 0;
		Instant from = Instant.EPOCH;
		long after = Long.MIN_VALUE;
		List<Ended> some;
		do {
			some = this.items.before(sort, from, after, before, AT_ONCE);
			if (!some.isEmpty()) {
				deleted += together(some, sort, kept);
				from = some.get(some.size() - 1).endedAt();
				after = some.get(some.size() - 1).number();
			}
		}
		while (some.size() == AT_ONCE);
		return deleted;
	}

	private int together(List<Ended> some, Sort sort, Kept kept) {
		try {
			return this.transaction.execute((status) -> delete(some, sort, kept));
		}
		catch (RuntimeException ex) {
			if (some.size() == 1) {
				log.error("{} could not be deleted", some.get(0).reference(), ex);
				return 0;
			}
			// one of them must not hold up the others
			return some.stream().mapToInt((one) -> together(List.of(one), sort, kept)).sum();
		}
	}

	/** What is held, or has changed since it was listed, is left. */
	private int delete(List<Ended> some, Sort sort, Kept kept) {
		List<Ended> these = some.stream()
			.filter((one) -> this.known.lock(one.reference()))
			.filter((one) -> this.items.find(one.reference()).filter(one::equals).isPresent())
			.filter((one) -> !this.holds.isHeld(one.reference()) && !this.forgetting.isNeeded(one.reference()))
			.toList();
		if (these.isEmpty()) {
			return 0;
		}
		long erasure = this.erasing.begin(Kind.RETENTION, null,
				"Kept for " + kept.words() + " after its end: " + sort + ". " + kept.because());
		for (Ended one : these) {
			this.erasing.rows(erasure, "legal_hold_end",
					"r.hold in (select h.id from legal_hold h where h.reference = ?)", one.reference());
			this.erasing.rows(erasure, "legal_hold", "r.reference = ?", one.reference());
			this.forgetting.forget(one.reference(), erasure);
		}
		return these.size();
	}

}
