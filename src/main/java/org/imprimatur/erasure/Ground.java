package org.imprimatur.erasure;

import org.imprimatur.kernel.Outcome;

/** On which ground a person may ask to be erased (UK GDPR, article 17(1)). */
public enum Ground implements Outcome {

	/** Article 17(1)(a). */
	NO_LONGER_NEEDED("No longer needed", "What it was collected for is done with."),
	/** Article 17(1)(b). */
	CONSENT_WITHDRAWN("Consent withdrawn", "We had it by consent only, and the person has taken that back."),
	/** Article 17(1)(c). */
	OBJECTION("Objection", "The person objects, and nothing of ours weighs more."),
	/** Article 17(1)(d). */
	UNLAWFUL("Never lawful", "We should not have had it in the first place."),
	/** Article 17(1)(e). */
	LEGAL_DUTY("A legal duty", "The law, or a court, tells us to erase it."),
	/** Article 17(1)(f). */
	CHILD("A child’s data", "It was collected from a child by a service on the internet.");

	private final String label;

	private final String definition;

	Ground(String label, String definition) {
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
