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

/** When the public profile of each account was looked at, and what it said. */
@Component
@Policy("ACCOUNT-OWNER")
class BioChecks {

	private final JdbcAggregateTemplate rows;

	private final Periods periods;

	private final Clock clock;

	BioChecks(JdbcAggregateTemplate rows, Periods periods, Clock clock) {
		this.rows = rows;
		this.periods = periods;
		this.clock = clock;
	}

	Optional<BioCheck> last(String account) {
		return this.rows
			.findAll(Query.query(Criteria.where("account").is(account)).sort(Sort.by("id").descending()).limit(1),
					BioCheck.class)
			.stream()
			.findFirst();
	}

	/** The last day on which the check still counts. */
	LocalDate until(BioCheck check) {
		return check.checkedOn().plusMonths(this.periods.bioCheckMonths());
	}

	BioState state(String account) {
		return last(account).map((check) -> {
			if (check.finding() == BioFinding.DIFFERS) {
				return BioState.DIFFERS;
			}
			return Periods.today(this.clock).isAfter(until(check)) ? BioState.OVERDUE : BioState.CURRENT;
		}).orElse(BioState.OVERDUE);
	}

	void add(BioCheck check) {
		this.rows.insert(check);
	}

}
