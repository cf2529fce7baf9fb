package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.imprimatur.kernel.Policy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of the social media policy is in force, by the setting
 * {@code imprimatur.policy-version}, and was when each case of an item began. It is
 * written down then, so that nobody is judged later by words that were not there yet.
 */
@Component
@Policy("VERSION")
class PolicyInForce {

	private static final int LONGEST = 64;

	private final JdbcClient jdbc;

	private final Clock clock;

	/** As the policy calls it; null if nobody has said. */
	private final String version;

	PolicyInForce(JdbcClient jdbc, Clock clock, @Value("${imprimatur.policy-version:}") String version) {
		if (version.strip().length() > LONGEST) {
			throw new IllegalArgumentException(
					"imprimatur.policy-version is longer than " + LONGEST + " characters. Name the version shortly.");
		}
		this.jdbc = jdbc;
		this.clock = clock;
		this.version = version.isBlank() ? null : version.strip();
	}

	/** The version in force now; null if nobody has said. */
	String version() {
		return this.version;
	}

	/** A case of an item has begun. */
	void began(DelegateExecution execution) {
		if (version() != null && execution.getProcessBusinessKey() != null) {
			this.jdbc
				.sql("insert into history_case (case_id, reference, definition, policy_version, began_at) "
						+ "values (?, ?, ?, ?, ?)")
				.params(execution.getProcessInstanceId(), execution.getProcessBusinessKey(),
						execution.getProcessDefinitionId(), version(), Timestamp.from(this.clock.instant()))
				.update();
		}
	}

	/** Of the first case of the item; empty if that was not kept then. */
	private Optional<String> began(String reference) {
		return this.jdbc
			.sql("select policy_version from history_case where reference = ? order by began_at, case_id limit 1")
			.param(reference)
			.query(String.class)
			.optional();
	}

	/** What it began under, and whether another version came into force on the way. */
	UnderPolicy over(String reference, List<Timeline.Entry> entries) {
		Optional<String> began = began(reference);
		Set<Optional<String>> all = entries.stream()
			.filter(Timeline.Entry::isStep)
			.map((step) -> Optional.ofNullable(step.policy()))
			.collect(Collectors.toSet());
		all.add(began);
		return new UnderPolicy(began.orElse(null), all.size() > 1);
	}

}
