package org.imprimatur.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.imprimatur.kernel.Policy;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** Who was trained for posting, and until when that counts. */
@Component
@Policy("TRAINED")
class Trainings {

	private final JdbcAggregateTemplate rows;

	private final Periods periods;

	private final Clock clock;

	Trainings(JdbcAggregateTemplate rows, Periods periods, Clock clock) {
		this.rows = rows;
		this.periods = periods;
		this.clock = clock;
	}

	/**
	 * The training that counts: the one recorded last, so that a mistake can be mended.
	 */
	Optional<Training> last(String person) {
		return this.rows
			.findAll(Query.query(Criteria.where("person").is(person)).sort(Sort.by("id").descending()).limit(1),
					Training.class)
			.stream()
			.findFirst();
	}

	/** The last day on which it counts. */
	LocalDate until(Training training) {
		return training.trainedOn().plusMonths(this.periods.trainingMonths());
	}

	/** Why the person's training does not count now; empty if it does. */
	Optional<String> whyNot(String person) {
		Optional<Training> last = last(person);
		if (last.isEmpty()) {
			return Optional.of("no training is recorded");
		}
		LocalDate until = until(last.get());
		return Periods.today(this.clock).isAfter(until) ? Optional
			.of("the training of " + Periods.words(last.get().trainedOn()) + " counted until " + Periods.words(until))
				: Optional.empty();
	}

	void add(Training training) {
		this.rows.insert(training);
	}

}
