package org.imprimatur.incidents;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;

/**
 * The Trustees were asked for their views.
 *
 * @param inOffice how many Trustees there are, those who may not take part included
 * @param asked logins, separated by commas
 * @param closesAt when it is decided without the views that are missing
 */
public record TrusteesRound(@Id String caseId, String reference, int inOffice, String asked, Instant askedAt,
		Instant closesAt) {

	public List<String> askedLogins() {
		return IncidentFacts.list(this.asked);
	}

}
