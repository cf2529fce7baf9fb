package org.imprimatur.posts;

import org.imprimatur.kernel.Outcome;

/** The goal of the strategy that a post serves. */
public enum Goal implements Outcome {

	/** It changes how people think about human rights. */
	ATTITUDES("Changing attitudes", "It changes how people think about human rights."),
	/** It brings people in or keeps them active. */
	MOVEMENT("Building the movement", "It brings people in or keeps them active."),
	/** It helps to win a change for people. */
	VICTORIES("Winning victories", "It helps to win a change for people."),
	/** It raises money for the work. */
	FUNDRAISING("Fundraising", "It raises money for the work."),
	/** None of these; say what in the campaign. */
	OTHER("Something else", "None of these; say what in the campaign.");

	private final String label;

	private final String definition;

	Goal(String label, String definition) {
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
