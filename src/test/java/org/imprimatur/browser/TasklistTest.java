package org.imprimatur.browser;

import java.util.Map;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The whole way of a post in Camunda Tasklist, by the four people it takes. */
class TasklistTest extends InTheBrowser {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@Test
	void aPostGoesFromIdeaToRecordedReleaseInTasklist() {
		String title = "From idea to release";
		Visitor author = person("author", TASKLIST);
		author.page().getByText("Start process").first().click();
		author.page()
			.locator(".modal-dialog a")
			.filter(new Locator.FilterOptions().setHasText("Post approval"))
			.first()
			.click();
		FrameLocator start = author.page().frameLocator("#imprimatur-page");
		press(start, "Submit for checking");
		assertThat(start.locator("[data-error-summary]")).containsText("Choose the account to post on");
		assertThat(start.locator("[data-error-summary]")).isFocused();
		choose(start, "Main X account (X)");
		choose(start, "Original post");
		field(start, "Title").fill(title);
		field(start, "Text of the post").fill("Nobody should be jailed for a poem.");
		choose(start, "Our policy");
		field(start, "Which policy or research?").fill("Position on free expression, 2026");
		press(start, "Submit for checking");
		assertThat(author.page().getByText("The process has been started.")).isVisible();
		assertThat(author.page().locator(".modal-dialog")).hasCount(0);
		String item = reference(title);
		author.open("/items/" + item);
		assertThat(author.page().locator("main")).containsText("waits for Charity objects reviewers");

		Visitor objects = person("objects", TASKLIST);
		FrameLocator check = objects.takeUpById(taskAt(item, "check-charity-objects"), "Check the charity's objects");
		press(check, "Record the assessment");
		assertThat(check.locator("[data-error-summary]")).isFocused();
		choose(check, "Aligned");
		check.locator("input[name=object]").first().check();
		press(check, "Record the assessment");
		isGone(objects);

		Visitor approver = person("approver", TASKLIST);
		FrameLocator sign = approver.takeUpById(taskAt(item, "sign-off-post"), "Sign off the post");
		choose(sign, "It is accurate");
		choose(sign, "It is grounded");
		choose(sign, "Approved");
		press(sign, "Record the decision");
		isGone(approver);

		Visitor channel = person("author2", TASKLIST);
		FrameLocator schedule = channel.takeUpById(taskAt(item, "schedule-post"), "Schedule the post");
		choose(schedule, "Schedule");
		field(schedule, "When does it go out?").fill(soon().toString());
		press(schedule, "Schedule");
		isGone(channel);
		slotComes(item);
		channel.open(TASKLIST);
		FrameLocator publish = channel.takeUpById(taskAt(item, "publish-post"), "Publish the post");
		choose(publish, "Posted as approved");
		field(publish, "Address of the post on the platform").fill("https://x.example/demo/1");
		press(publish, "Record the release");
		isGone(channel);
		channel.open("/items/" + item);
		assertThat(channel.page().locator("main")).containsText("https://x.example/demo/1");
		assertThat(channel.page().locator(".govuk-inset-text")).containsText("ublished");
		for (Visitor visitor : new Visitor[] { author, objects, approver, channel }) {
			visitor.hasNothingToComplainOf("Tasklist");
		}
	}

	@Test
	void tasklistSpeaksOfOurWorkOnly() {
		String item = submitted("What Tasklist shows", "A post to look at in Tasklist.");
		Visitor objects = person("objects", TASKLIST);
		objects.takeUp("My teams' tasks", "Check the charity's objects");
		Page page = objects.page();
		assertThat(page.locator(".ce-eol-banner:visible")).hasCount(0);
		assertThat(page.locator(".create-task-action:visible")).hasCount(0);
		assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Propose a post")).first())
			.hasAttribute("href", "/start/post-approval");
		page.getByText("Diagram", new Page.GetByTextOptions().setExact(true)).first().click();
		assertThat(page.locator("[data-element-id=check-charity-objects]").first()).isVisible();
		does("objects", item, Map.of("decision", "NOT_ALIGNED", "reason", "Name the report that this rests on."));
		objects.hasNothingToComplainOf("Tasklist");
	}

	/**
	 * The frame has closed, no complaint is shown, and Tasklist waits for the next
	 * choice.
	 */
	private static void isGone(Visitor visitor) {
		assertThat(visitor.page().locator("#imprimatur-page")).hasCount(0);
		assertThat(visitor.page().locator(".alert-danger:visible")).hasCount(0);
	}

	private static void choose(FrameLocator frame, String label) {
		field(frame, label).check();
	}

	private static Locator field(FrameLocator frame, String label) {
		return frame.getByLabel(label, new FrameLocator.GetByLabelOptions().setExact(true));
	}

	private static void press(FrameLocator frame, String button) {
		frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true)).click();
	}

}
