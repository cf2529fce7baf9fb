package org.imprimatur.incidents;

import java.util.Locale;
import java.util.Set;

/** Something done to an incident from its own page. */
public enum IncidentDeed {

	/** New facts, or a new look at them. */
	REASSESS("Assess it again",
			"Correct what is known, and say anew how serious it is. What was decided before stays on record.",
			Triage.FIELDS),
	/** Somebody who may use an account is asked for the reply. */
	ASK_FOR_REPLY("Ask for a reply",
			"Somebody who may use an account is asked to propose the reply. They see its reference and what you write here, nothing else of it.",
			Set.of("person", "reason")),
	/** A concern about a person goes to whoever deals with such concerns. */
	REFER("Refer a concern about a person",
			"Records to whom a concern was referred, and under which reference. How it ends is never kept here.",
			Set.of("referredTo", "referralReference")),
	/** The crisis management protocol is followed from now on. */
	INVOKE_CRISIS("Invoke the crisis protocol",
			"Records who invoked which version of the crisis management protocol, when and why.",
			Set.of("reason", "protocolVersion", "at")),
	/** It is followed no longer. */
	STAND_DOWN("Stand the crisis protocol down", "Records who ended it, when and why.",
			Set.of("reason", "protocolVersion", "at"));

	private final String label;

	private final String definition;

	private final Set<String> fields;

	IncidentDeed(String label, String definition, Set<String> fields) {
		this.label = label;
		this.definition = definition;
		this.fields = fields;
	}

	public String label() {
		return this.label;
	}

	public String definition() {
		return this.definition;
	}

	/** Every field its form may send. */
	public Set<String> fields() {
		return this.fields;
	}

	/** The last part of its address, such as {@code invoke-crisis}. */
	public String path() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
