package org.imprimatur.incidents;

import java.time.Instant;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Traffic;
import org.imprimatur.models.Traffic.Lately;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "PERSONAL", "SAFE" })
@DisplayName("The diagram of incidents tells nobody of an incident whom it is kept from")
class TrafficOfIncidentsTests extends IncidentsAtWork {

	/** Far from every other test: nothing else has passed by then. */
	private static final Instant SINCE = Instant.parse("2026-09-21T00:00:00Z");

	@Autowired
	Traffic traffic;

	private Lately told(String login) {
		return this.traffic.since("incident-escalation", SINCE, person(login));
	}

	@Test
	@DisplayName("a restricted one is not counted, and small numbers are told to those only who find incidents")
	void kept() {
		itIs("2026-09-22T10:00");
		reports("author", "what", "Marcus leaked a list.", "concerns", "STAFF", "subjects", "sct2", "personalData",
				"NO");
		assertThat(told("hoc").elements()).isEmpty();
		for (int i = 0; i < 4; i++) {
			reports("author", "what", "The list could be seen.", "personalData", "NO");
		}
		assertThat(told("hoc").elements().get("triage-incident").cases()).isEqualTo(4);
		assertThat(told("modeller").elements()).isEmpty();
		assertThat(told("modeller").words("triage-incident")).isEqualTo("fewer than 5 cases");
		assertThat(told("modeller").words("breach-clock")).as("none and a few are not told apart")
			.isEqualTo("fewer than 5 cases");
		reports("author", "what", "The list could be seen.", "personalData", "NO");
		assertThat(told("modeller").elements().get("triage-incident").cases()).isEqualTo(5);
	}

}
