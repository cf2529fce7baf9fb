package org.imprimatur.posts;

import java.time.Instant;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Owner;

/**
 * Approved posts are held back, from one moment until somebody lifts it. Neither its
 * beginning nor its lift is ever changed.
 *
 * @param target the entity or the id of the account; null for everything
 * @param incident reference of the incident behind it, such as {@code INC-2026-000001};
 * may be null
 * @param begunBy login of its owner
 * @param lift null while it is in force
 */
public record Freeze(long id, FreezeScope scope, String target, String reason, String incident, String begunBy,
		Instant begunAt, Lift lift) {

	/**
	 * The end of a freeze: from now on posts are thawed one by one.
	 *
	 * @param lastDecision number of the last decision about any post made before it
	 */
	public record Lift(String reason, String liftedBy, Instant liftedAt, long lastDecision) {
	}

	public boolean inForce() {
		return this.lift == null;
	}

	/** Whether it was in force when this decision was made, or at any time since. */
	boolean inForceSince(PostDecision decision) {
		return inForce() || decision.id() <= this.lift.lastDecision();
	}

	/** Accounts held jointly count for both entities. */
	boolean covers(Account account) {
		return switch (this.scope) {
			case EVERYTHING -> true;
			case ENTITY -> account.owner() == Owner.JOINT || account.owner().name().equals(this.target);
			case ACCOUNT -> account.id().equals(this.target);
		};
	}

}
