package org.imprimatur.retention.web;

import java.util.Map;

import org.imprimatur.history.FromStory;
import org.imprimatur.kernel.Policy;
import org.imprimatur.retention.LegalHolds;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** Leads whoever may hold an item from its story to the form of a legal hold. */
@Component
@Policy({ "TRUSTEES", "APPROVED" })
class HoldFromStory implements FromStory {

	private final LegalHolds holds;

	HoldFromStory(LegalHolds holds) {
		this.holds = holds;
	}

	@Override
	public Map<String, String> links(String reference, Person person) {
		return this.holds.mayHold(reference, person)
				? Map.of("Place a legal hold", "/retention?hold=" + reference + "#hold-heading") : Map.of();
	}

}
