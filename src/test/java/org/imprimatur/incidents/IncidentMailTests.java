package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.mail.Outbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is told of an incident by mail")
class IncidentMailTests extends IncidentsAtWork {

	@Autowired
	private Outbox outbox;

	@Autowired
	private IncidentMails mails;

	@Autowired
	private List<MailOccasions> occasions;

	@Test
	@Policy("BOARD")
	@DisplayName("on Monday both secretaries are told that last week's list of no and low risks waits, until they have read it")
	void lastWeeksListIsAnnounced() {
		String low = reports("author", "what", "A rude comment.");
		assesses(low, "LOW", "severity", "S4");
		String week = "/low-risks?week=2026-11-23";
		assertThat(this.mails.due()).extracting(Mail::path).as("the week still runs").doesNotContain(week);

		itIs("2026-11-30T00:00");

		assertThat(this.mails.due()).filteredOn((mail) -> mail.path().equals(week))
			.extracting(Mail::login)
			.containsExactlyInAnyOrder("trust-secretary", "section-secretary");
	}

	@Test
	@Policy("TRUSTEES")
	@DisplayName("no mail about an incident goes to somebody it turns out to be about")
	void aSubjectIsToldNothing() {
		String incident = reports("author", "what", "Somebody wrote in our name.", "subjects", "trustee2");
		Mail toTheSubject = Mail.notice("NOT-RELEVANT:1", "trustee2", incident, incident + ": found", "Words", "/",
				java.time.Instant.EPOCH);
		Mail toAnother = Mail.notice("NOT-RELEVANT:1", "trustee1", incident, incident + ": found", "Words", "/",
				java.time.Instant.EPOCH);

		assertThat(this.occasions).anyMatch((one) -> !one.mayBeTold(toTheSubject))
			.allMatch((one) -> one.mayBeTold(toAnother));
	}

}
