package org.imprimatur.browser;

import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.imprimatur.WebTest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@WebTest
@Policy("BOARD")
@DisplayName("A Board in the browser: its meetings, and an incident told between them")
class BoardTest extends InTheBrowser {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void meetings() {
		Visitor secretary = person("section-secretary", "/meetings");
		secretary.looksRight("meetings");
		secretary.press("Add the meeting");
		assertThat(secretary.page().locator("[data-error-summary]")).isFocused();
		secretary.looksRight("meetings with mistakes");
		secretary.page().locator("#board").check();
		secretary.page().locator("#heldAt").fill("2031-05-06T10:00");
		secretary.field("Where?").fill("Room " + "long".repeat(60));
		secretary.page().locator("#papersDue").fill("2031-05-01T17:00");
		secretary.press("Add the meeting");
		secretary.looksRight("a meeting too far ahead");
		secretary.open("/meetings");
		Locator move = secretary.page().locator("a[href$='/move']").last();
		String address = move.getAttribute("href");
		move.click();
		secretary.press("Move the meeting");
		assertThat(secretary.page().locator("[data-error-summary]")).containsText("Enter why the meeting moves.");
		secretary.looksRight("move a meeting with mistakes");
		secretary.open(address.replace("/move", "/cancel")).press("Cancel the meeting");
		secretary.looksRight("cancel a meeting with mistakes");
		person("author", "/meetings").looksRight("meetings, for somebody who keeps none");
	}

	@Test
	void anIncidentIsToldBetweenMeetings() {
		Visitor reporter = person("activist", "/start/incident-escalation");
		reporter.field("What happened?").fill("A threat under our post 😟 " + "and more. ".repeat(300));
		reporter.press("Report it");
		String reference = this.jdbc.sql("select max(reference) from incident").query(String.class).single();
		Visitor assessor = person("sct", "/tasks/" + task(reference, "triage-incident"));
		Page triage = assessor.page();
		triage.locator("input[name=risk][value=SIGNIFICANT]").check();
		triage.locator("#riskReason").fill("Somebody may be hurt.");
		triage.locator("input[name=severity][value=S1]").check();
		triage.locator("input[name=entities][value=TRUST]").check();
		triage.locator("input[name=entities][value=SECTION]").check();
		triage.locator("input[name=personalDataBreach][value=YES]").check();
		triage.locator("input[name=response][value=NO_RESPONSE]").check();
		triage.locator("#responseReason").fill("An answer would spread it.");
		triage.locator("#awareHow").evaluate("(field) => field.value = 'A supporter wrote to us.'");
		assessor.press("Record the assessment");
		assertThat(triage.locator("main")).not().containsText("There is a problem");
		assertThat(triage.locator("h1")).containsText("done");

		Visitor secretary = at("trust-secretary", reference, "prepare-board-report", "Hand in the report");
		secretary.field("At the next meeting").check();
		secretary.field("The report").fill("What happened.\n" + "long".repeat(120));
		secretary.press("Hand in the report");
		assertThat(secretary.page().locator("[data-error-summary]")).containsText("It is urgent.");
		secretary.looksRight("an urgent report that is to wait");
		secretary.field("Between meetings").check();
		secretary.press("Hand in the report");
		secretary.looksRight("report handed in");

		Visitor member = at("trustee1", reference, "acknowledge-board-notice", "Acknowledge the notice");
		member.page().locator("#acknowledged").focus();
		member.page().keyboard().press("Space");
		member.page().keyboard().press("Tab");
		member.page().keyboard().press("Enter");
		assertThat(member.page().locator("h1")).containsText("done");

		secretary = at("trust-secretary", reference, "record-board-minute", "Record the minute");
		secretary.page().locator("#reportedAt").fill(LondonTime.input(Instant.now()));
		secretary.field("Reference of the minute").fill("TB 2026/11, by letter");
		secretary.press("Record the minute");
		assertThat(secretary.page().locator("h1")).containsText("done");
		secretary.open("/items/" + reference);
		assertThat(secretary.page().locator("main")).containsText("Trust Board told between meetings");
		secretary.looksRight("an incident of which a Board was told");
		secretary.hasNothingToComplainOf("the pages of a Board");
	}

	/** The person at this task, where the button alone is a mistake. */
	private Visitor at(String login, String reference, String task, String button) {
		Visitor person = person(login, "/tasks/" + taskOf(login, reference, task));
		person.looksRight(task);
		person.press(button);
		assertThat(person.page().locator("[data-error-summary]")).isFocused();
		person.looksRight(task + " with mistakes");
		return person;
	}

	private String taskOf(String login, String reference, String task) {
		return this.jdbc
			.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
					+ "left join act_ru_identitylink l on l.task_id_ = t.id_ where e.business_key_ = ? "
					+ "and t.task_def_key_ = ? and (t.assignee_ = ? or l.group_id_ = 'trust-board-secretary')")
			.params(reference, task, login)
			.query(String.class)
			.single();
	}

	private String task(String reference, String task) {
		return this.jdbc
			.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
					+ "where e.business_key_ = ? and t.task_def_key_ = ?")
			.params(reference, task)
			.query(String.class)
			.single();
	}

}
