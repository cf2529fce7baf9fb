package org.imprimatur.history;

/** By what an item is found. */
public enum Facet {

	/** The feature it belongs to, such as {@code posts}. */
	FEATURE,
	/** OPEN or ENDED. */
	STATE,
	/** The id of the end event. */
	ENDING,
	/** The id of an account. */
	ACCOUNT,
	/** TRUST or SECTION. */
	ENTITY,
	/** The id of the group that looks after it. */
	TEAM,
	/** The login of somebody who did something to it. */
	PERSON,
	/** A step and what was decided there, such as {@code sign-off-post=APPROVED}. */
	OUTCOME,
	/** A code of {@link Sign}. */
	SIGN,
	/** A word of its texts, as {@link Words} cuts them. */
	WORD,
	/** Who may find it. */
	AUDIENCE,
	/** The login of somebody to whom it does not exist. */
	HIDDEN,
	/**
	 * By which rows of the table of retention it is kept: the procedure it began with and
	 * the sort of matter, such as {@code post-approval/LIGHT}.
	 */
	KEPT;

	/** Whether a large part of all items bears the same mark of it. */
	boolean isBroad() {
		return this == FEATURE || this == STATE || this == ENTITY;
	}

}
