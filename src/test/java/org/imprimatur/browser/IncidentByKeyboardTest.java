package org.imprimatur.browser;

import java.time.LocalDateTime;

import com.microsoft.playwright.Page;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.imprimatur.browser.KeyboardTest.go;
import static org.imprimatur.browser.KeyboardTest.write;
import static org.imprimatur.browser.KeyboardTest.writeTime;

/**
 * An incident from its report to the Charity Commission's reference, by ten people on
 * phones with nothing but a keyboard.
 */
@Policy({ "SAFE", "CEO", "BOARD", "TRUSTEES" })
class IncidentByKeyboardTest extends InTheBrowser {

	private static final String SEND = "main form[data-autosave] button[type=submit]";

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anIncidentGoesItsWholeWayByKeyboardOnAPhone() {
		Page reporter = at("activist", "/start/incident-escalation");
		write(reporter, "#what", "A list of supporters could be seen.");
		go(reporter, SEND, "Enter");
		assertThat(reporter.locator("h1")).hasText("The incident you reported");
		String reference = this.jdbc.sql("select max(reference) from incident").query(String.class).single();

		Page triage = at("sct", task(reference, "triage-incident", null));
		choose(triage, "#risk", 2);
		write(triage, "#riskReason", "It may go on.");
		choose(triage, "#severity", 1);
		go(triage, "#entities", "Space");
		go(triage, "#entities-SECTION", "Space");
		choose(triage, "#personalDataBreach", 0);
		choose(triage, "#response", 1);
		write(triage, "#responseReason", "An answer would spread it.");
		sent(triage);

		Page ceo = at("ceo", task(reference, "acknowledge-incident", null));
		go(ceo, "#acknowledged", "Space");
		sent(ceo);
		Page lead = at("dpo", task(reference, "decide-breach-notification", null));
		choose(lead, "#decision", 1);
		write(lead, "#reason", "Names only, and for an hour.");
		sent(lead);
		brief(reference);
		board(reference, "trust-secretary", "trust-board-secretary");
		board(reference, "section-secretary", "section-board-secretary");
		trustees(reference);
		Page review = at("sct", task(reference, "review-incident", null));
		write(review, "#lessons", "Close the folder.");
		choose(review, "#policyReview", 1);
		write(review, "#reason", "It says so already.");
		sent(review);
		review.navigate(review.url().replaceAll("/tasks/.*", "/items/" + reference));
		assertThat(review.locator(".govuk-inset-text").first()).containsText("Handled on");
	}

	private void brief(String reference) {
		Page secretary = at("trust-secretary", task(reference, "prepare-incident-brief", null));
		writeTime(secretary, "#occurredAt", LocalDateTime.now(LondonTime.ZONE).minusHours(1).withSecond(0).withNano(0));
		for (String impact : new String[] { "People", "Finances", "Operations", "Assets", "Reputation" }) {
			write(secretary, "#impact" + impact, "None.");
		}
		sent(secretary);
	}

	private void board(String reference, String login, String group) {
		Page secretary = at(login, task(reference, "prepare-board-report", group));
		write(secretary, "#paper", "What happened, and what was done.");
		choose(secretary, "#route", 1);
		sent(secretary);
		secretary.navigate(secretary.url().replaceAll("/tasks/.*", task(reference, "record-board-minute", group)));
		if (secretary.locator("#reportedAt").inputValue().isEmpty()) {
			writeTime(secretary, "#reportedAt", LocalDateTime.now(LondonTime.ZONE).withSecond(0).withNano(0));
		}
		write(secretary, "#minuteReference", "Minute 7");
		sent(secretary);
	}

	private void trustees(String reference) {
		Page chair = at("chair", task(reference, "assess-relevance", null));
		choose(chair, "#decision", 0);
		write(chair, "#reason", "Many people are concerned.");
		sent(chair);
		for (String login : new String[] { "chair", "trustee1" }) {
			Page trustee = at(login, task(reference, "give-view", login));
			choose(trustee, "#conflict", 0);
			choose(trustee, "#view", 0);
			write(trustee, "#reason", "People were put at risk.");
			sent(trustee);
		}
		chair.navigate(chair.url().replaceAll("/tasks/.*", task(reference, "record-trustees-decision", null)));
		choose(chair, "#decision", 0);
		write(chair, "#reason", "All agree.");
		write(chair, "#reporter", "Agnes");
		sent(chair);
		Page reporter = at("trust-secretary", task(reference, "submit-serious-incident-report", null));
		write(reporter, "#commissionReference", "RSI-2026-1");
		if (reporter.locator("#submittedAt").inputValue().isEmpty()) {
			writeTime(reporter, "#submittedAt", LocalDateTime.now(LondonTime.ZONE).withSecond(0).withNano(0));
		}
		sent(reporter);
	}

	/** Signs in by keyboard on a phone. */
	private Page at(String login, String path) {
		Page page = visitor().open(path).page();
		page.setViewportSize(390, 844);
		write(page, "#username", login);
		write(page, "#password", "imprimatur");
		go(page, "main button", "Enter");
		assertThat(page.locator("#username")).hasCount(0);
		return page;
	}

	/** Chooses one of several: the first by the space bar, the others by arrows. */
	private static void choose(Page page, String group, int option) {
		go(page, group, "Space");
		for (int i = 0; i < option; i++) {
			page.keyboard().press("ArrowDown");
		}
	}

	private static void sent(Page page) {
		go(page, SEND, "Enter");
		assertThat(page.locator("h1")).containsText("done");
	}

	/** The page of an open task, of several the one offered to this group or person. */
	private String task(String reference, String task, String whose) {
		return "/tasks/" + this.jdbc.sql("""
				select distinct t.id_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				left join act_ru_identitylink l on l.task_id_ = t.id_
				where e.business_key_ = :reference and t.task_def_key_ = :task
				and (cast(:whose as varchar(64)) is null or l.group_id_ = :whose or t.assignee_ = :whose)""")
			.param("reference", reference)
			.param("task", task)
			.param("whose", whose)
			.query(String.class)
			.single();
	}

}
