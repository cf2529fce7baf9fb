package org.imprimatur.incidents;

import org.imprimatur.kernel.Outcome;

/** Whom an incident is about, or who is hurt by it. */
public enum Concern implements Outcome {

	/** Somebody else is told in the place of the Chief Executive. */
	CEO("The Chief Executive", "Somebody else is told in the place of the Chief Executive."),
	/** The vice-chair stands in. */
	CHAIR("The Chair of the Trustees", "The vice-chair stands in."),
	/** That person takes no part. */
	TRUSTEE("A Trustee", "That person takes no part."),
	/** That person takes no part. */
	SECTION_BOARD_MEMBER("A member of the Section’s Board", "That person takes no part."),
	/** People employed here. */
	STAFF("Staff", "People employed here."),
	/** People who work here without pay. */
	VOLUNTEER("A volunteer", "People who work here without pay."),
	/** People who act for us without pay. */
	ACTIVIST("An activist", "People who act for us without pay."),
	/** Anybody under eighteen. */
	CHILD("A child", "Anybody under eighteen."),
	/** Supporters, followers or others. */
	PUBLIC("The public", "Supporters, followers or others.");

	private final String label;

	private final String definition;

	Concern(String label, String definition) {
		this.label = label;
		this.definition = definition;
	}

	@Override
	public String label() {
		return this.label;
	}

	@Override
	public String definition() {
		return this.definition;
	}

}
