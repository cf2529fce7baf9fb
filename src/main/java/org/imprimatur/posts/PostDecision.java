package org.imprimatur.posts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.data.annotation.Id;

/**
 * One decision of one person about one revision, never changed afterwards.
 *
 * @param task the id of the user task
 * @param taskId the engine's id of the task; one decision each
 * @param decision the code chosen
 * @param charityObject id of the object the post serves; may be null
 * @param confirmations codes of the lines confirmed, comma-separated
 * @param triggers the triggers in force, those the person added included
 * @param decidedFor the group in whose name it was decided
 * @param askedBecause why the person was asked, as shown then
 * @param accounts the accounts and their owners then, as {@code id=OWNER},
 * comma-separated
 * @param route by which it was decided: only on LIGHT may one person check and sign
 */
public record PostDecision(@Id Long id, String reference, int revision, String task, String taskId, String decision,
		String reason, String charityObject, String confirmations, String triggers, String decidedFor,
		String askedBecause, String contentDigest, String groundsDigest, String accounts, String decidedBy,
		Instant decidedAt, Route route) {

	/** Account id to the owner it had then. */
	public Map<String, String> ownersThen() {
		Map<String, String> owners = new LinkedHashMap<>();
		PostRevision.split(this.accounts).forEach((pair) -> {
			String[] parts = pair.split("=", 2);
			owners.put(parts[0], parts[1]);
		});
		return owners;
	}

	public Set<Trigger> triggerCodes() {
		Set<Trigger> codes = EnumSet.noneOf(Trigger.class);
		PostRevision.split(this.triggers).forEach((code) -> codes.add(Trigger.valueOf(code)));
		return codes;
	}

}
