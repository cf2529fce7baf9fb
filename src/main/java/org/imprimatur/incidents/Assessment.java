package org.imprimatur.incidents;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;

/**
 * How serious an incident was held to be at one moment, and why.
 *
 * @param facts number of the version of the facts that was looked at
 * @param taskId the engine's id of the task; null where it was no task
 * @param suggested what the rules made of those facts
 * @param severity null below significant
 * @param entities codes of {@link Entity} whose Boards are concerned, separated by commas
 * @param entitiesReason why it is not what the register says; null if it is
 * @param response null where nobody has said
 * @param assessedBy login; null where the clock decided
 */
public record Assessment(@Id Long id, String reference, int facts, Origin origin, String taskId, Risk risk,
		Risk suggested, String riskReason, Severity severity, String entities, String entitiesReason,
		Fact personalDataBreach, Fact crisis, Response response, String responseReason, String assessedBy,
		Instant assessedAt) {

	public boolean isSignificant() {
		return this.risk == Risk.SIGNIFICANT;
	}

	public List<String> entityCodes() {
		return IncidentFacts.list(this.entities);
	}

}
