package org.imprimatur.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The way of an incident, reported from a phone and taken up in Tasklist, with every page
 * looked at on both.
 */
@Policy({ "SAFE", "CEO", "RESPOND" })
class IncidentTest extends InTheBrowser {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final String WORDS = "Somebody posted the addresses of two supporters 😟 and writes that ";

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anIncidentGoesFromAPhoneToTheChiefExecutive() {
		Visitor reporter = person("activist", "/start/incident-escalation");
		reporter.looksRight("report an incident");
		reporter.press("Report it");
		assertThat(reporter.page().locator("[data-error-summary]")).containsText("Enter what happened");
		reporter.looksRight("report an incident with a mistake");
		reporter.page().setViewportSize(390, 844);
		reporter.field("What happened?").fill(WORDS + "more will follow. ".repeat(2000));
		reporter.press("Report it");
		reporter.looksRight("what was reported, for the reporter");
		String reference = reference();

		Visitor triage = person("sct", TASKLIST);
		FrameLocator assess = triage.takeUp("My teams' tasks", "Assess the incident");
		press(assess, "Record the assessment");
		assertThat(assess.locator("[data-error-summary]")).isFocused();
		assess.locator("input[name=risk][value=SIGNIFICANT]").check();
		field(assess, "Why?").first().fill("Two people may be visited.");
		assess.locator("input[name=severity][value=S1]").check();
		assess.locator("input[name=entities][value=TRUST]").check();
		assess.locator("input[name=entities][value=SECTION]").check();
		assess.locator("input[name=personalDataBreach][value=YES]").check();
		assess.locator("input[name=response][value=NO_RESPONSE]").check();
		assess.locator("#responseReason").fill("An answer would show where they live.");
		press(assess, "Record the assessment");
		assertThat(triage.page().locator("#imprimatur-page")).hasCount(0);
		triage.open("/items/" + reference).looksRight("incident");
		triage.open("/items/" + reference + "/reassess").looksRight("assess it again");
		triage.open("/clocks").looksRight("clocks");
		assertThat(triage.page().locator("main")).containsText("+ 72 hours");
		triage.page().setViewportSize(390, 844);
		Locator table = triage.page().getByRole(AriaRole.TABLE);
		assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasCount(6);
		assertThat(table.getByRole(AriaRole.CELL).filter(new Locator.FilterOptions().setHasText("+ 72 hours")).last())
			.hasCSS("display", "block");

		for (String[] task : new String[][] { { "ceo", "acknowledge-incident", "Take note" },
				{ "dpo", "decide-breach-notification", "Record the decision" },
				{ "trust-secretary", "prepare-incident-brief", "Record the brief" },
				{ "chair", "assess-relevance", "Record the relevance" },
				{ "sct", "review-incident", "Record the review" } }) {
			Visitor person = person(task[0], "/tasks/" + task(reference, task[1]));
			person.looksRight(task[1]);
			person.press(task[2]);
			person.looksRight(task[1] + " with mistakes");
			person.hasNothingToComplainOf(task[1]);
		}
		Visitor ceo = person("ceo", "/tasks/" + task(reference, "acknowledge-incident"));
		ceo.page().keyboard().press("Tab");
		for (int tabs = 0; tabs < 120 && !isAt(ceo, "#acknowledged"); tabs++) {
			ceo.page().keyboard().press("Tab");
		}
		ceo.page().keyboard().press("Space");
		ceo.page().keyboard().press("Tab");
		ceo.page().keyboard().type("Call the police.");
		ceo.page().keyboard().press("Tab");
		ceo.page().keyboard().press("Enter");
		assertThat(ceo.page().locator("h1")).containsText("done");
		Visitor chair = person("chair", "/tasks/" + task(reference, "assess-relevance"));
		chair.page().locator("input[name=decision][value=RELEVANT]").check();
		chair.page().locator("#reason").fill("Two people may be in danger.");
		chair.press("Record the relevance");
		Visitor trustee = person("trustee1", "/tasks/" + view(reference, "trustee1"));
		trustee.looksRight("give a view");
		trustee.press("Record what you say");
		trustee.looksRight("give a view with mistakes");
		Visitor hoc = person("hoc", "/items/" + reference + "/invoke-crisis");
		hoc.looksRight("invoke the crisis protocol");
		Visitor secretary = person("trust-secretary", "/low-risks");
		secretary.looksRight("low risks");
		secretary.open("/history/" + reference + "/serious-incident-pack").looksRight("serious-incident pack");
		secretary.press("Take it with names (PDF)");
		assertThat(secretary.page().locator("[data-error-summary]")).isFocused();
		secretary.looksRight("serious-incident pack without its reason");
	}

	private String reference() {
		return this.jdbc.sql("select max(reference) from incident").query(String.class).single();
	}

	private String task(String reference, String task) {
		return this.jdbc
			.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
					+ "where e.business_key_ = ? and t.task_def_key_ = ?")
			.params(reference, task)
			.query(String.class)
			.single();
	}

	private String view(String reference, String login) {
		return this.jdbc
			.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
					+ "where e.business_key_ = ? and t.task_def_key_ = 'give-view' and t.assignee_ = ?")
			.params(reference, login)
			.query(String.class)
			.single();
	}

	private static boolean isAt(Visitor visitor, String field) {
		return Boolean.TRUE.equals(visitor.page().evaluate("(to) => document.activeElement.matches(to)", field));
	}

	private static Locator field(FrameLocator frame, String label) {
		return frame.getByLabel(label, new FrameLocator.GetByLabelOptions().setExact(true));
	}

	private static void press(FrameLocator frame, String button) {
		frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true)).click();
	}

}
