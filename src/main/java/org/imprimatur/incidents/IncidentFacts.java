package org.imprimatur.incidents;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.springframework.data.annotation.Id;

/**
 * One version of what is known about an incident. A correction is another version; none
 * is ever changed.
 *
 * @param number from 1, the report itself
 * @param what as it was typed
 * @param account id of the account, if it is about one of ours; may be null
 * @param affected codes of {@link Affected}, separated by commas
 * @param concerns codes of {@link Concern}, separated by commas
 * @param subjects logins of the people it is about, separated by commas
 * @param post reference of the post it is about; may be null
 * @param awareAt when the organisation became aware: the breach clock counts from here
 * @param why what the correction rests on; null for the report
 */
public record IncidentFacts(@Id Long id, String reference, int number, String what, String account, String url,
		Instant seenAt, String affected, Fact personalData, Fact immediateDanger, String concerns, String subjects,
		String post, Instant awareAt, String awareHow, String why, String recordedBy, Instant recordedAt) {

	public boolean affects(Affected whom) {
		return list(this.affected).contains(whom.name());
	}

	public boolean concerns(Concern whom) {
		return list(this.concerns).contains(whom.name());
	}

	/** Logins of the people it is about. */
	public List<String> subjectLogins() {
		return list(this.subjects);
	}

	/** Whether it is about people of ours. */
	public boolean isAboutPeople() {
		return !this.subjects.isEmpty() || list(this.concerns).stream()
			.anyMatch((code) -> !code.equals(Concern.CHILD.name()) && !code.equals(Concern.PUBLIC.name()));
	}

	/** Whether only those named may learn of it, and each look at it is recorded. */
	public boolean isRestricted() {
		return isAboutPeople() || concerns(Concern.CHILD);
	}

	static List<String> list(String codes) {
		return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(","));
	}

}
