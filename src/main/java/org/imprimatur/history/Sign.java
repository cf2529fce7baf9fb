package org.imprimatur.history;

import org.imprimatur.kernel.Outcome;

/** What is out of the ordinary about an item. */
public enum Sign implements Outcome {

	/** A step of it was done after its deadline. */
	LATE("Late", "A step was done after its deadline, or its deadline has passed."),
	/** Somebody overrode another person or a suggestion, and gave a reason. */
	OVERRIDDEN("Overridden", "Somebody overrode another person’s decision or the rules’ suggestion, with a reason."),
	/** What went out differed from what was approved. */
	DIFFERED("Went out differently", "What went out differed from what was approved."),
	/** It went out without approval. */
	OUT_OF_BAND("Without approval", "Something went out without approval."),
	/** Something was decided about it after it was out. */
	CORRECTED("Looked at after release", "After its release somebody had to decide whether it stays."),
	/** It was decided on in a hurry. */
	BREAKING("Breaking news", "It was decided on in a hurry, by the rules for breaking news."),
	/** Somebody who had to acknowledge it has not. */
	UNACKNOWLEDGED("No acknowledgement", "Somebody who was asked to acknowledge it has not done so."),
	/** An administrator changed it in the engine. */
	ADMINISTERED("Changed by an administrator", "An administrator changed its case in the engine."),
	/** Only some people may read it. */
	RESTRICTED("Restricted", "It concerns people so closely that each look at it is recorded.");

	private final String label;

	private final String definition;

	Sign(String label, String definition) {
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

	/** By which items that bear it are found. */
	public Mark mark() {
		return new Mark(Facet.SIGN, name());
	}

}
