package org.imprimatur.browser;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What is pressed twice or done by two people is recorded once, and everybody is told.
 */
class OnceTest extends InTheBrowser {

	@Test
	void aDoubleClickProposesOnePost() {
		Visitor author = person("author", "/start/post-approval");
		author.field("Main X account (X)").check();
		author.field("Original post").check();
		author.field("Title").fill("Pressed twice");
		author.field("Text of the post").fill("Once is enough.");
		author.field("Our policy").check();
		author.field("Which policy or research?").fill("Position on free expression");
		author.page().locator("button[value=SUBMIT]:not([formaction])").dblclick();
		assertThat(author.page().locator("h1")).hasText("Pressed twice");
		assertThat(author.page().locator(".imp-timeline__title"))
			.hasText(new String[] { "Proposed the post", "Submitted version 1" });
		// reference(…) is refused by the query if there are two
		assertThat(author.page().locator(".govuk-caption-l")).hasText(reference("Pressed twice"));
	}

	@Test
	void aDoubleClickDecidesOnce() {
		String post = submitted("Decided once", "A post to decide once.");
		Visitor objects = person("objects", "/tasks/" + task(post));
		objects.field("Aligned").check();
		objects.page().locator("input[name=object]").first().check();
		objects.page().locator("main form[data-autosave] button").dblclick();
		assertThat(objects.heading("Check the charity's objects: done")).isVisible();
		objects.open("/items/" + post);
		assertThat(objects.page().getByText("Charity’s objects: aligned (version 1)")).hasCount(1);
	}

	@Test
	void aTaskThatSomebodyElseHasDoneSaysSoAndLeadsOn() {
		String post = submitted("Done by somebody else", "Two people look at this.");
		Visitor late = person("objects2", "/tasks/" + task(post));
		isAligned(post);
		late.field("Aligned").check();
		late.page().locator("input[name=object]").first().check();
		late.press("Record the assessment");
		assertThat(late.heading("This has changed")).isVisible();
		assertThat(late.page().locator("main")).containsText("has already done the task");
		late.looksRight("done by somebody else");
		late.page().getByText("See how it stands now").click();
		assertThat(late.page().locator(".govuk-caption-l")).hasText(post);
		assertThat(late.page().locator("main")).containsText("Sign off the post: waits for");
	}

	@Test
	void aTaskIsTakenCommentedAndHandedBack() {
		String post = submitted("Taken and handed back", "A post to take.");
		String task = "/tasks/" + task(post);
		Visitor objects = person("objects", task);
		objects.press("Take this task");
		assertThat(objects.page().locator("main button").filter(text("Hand it back"))).isVisible();
		Visitor other = person("objects2", task);
		assertThat(other.page().locator("main")).containsText("is doing this task");
		assertThat(other.page().locator("form[data-autosave]")).hasCount(0);
		objects.press("Add the comment");
		assertThat(objects.page().locator("[data-error-summary]")).containsText("Enter a comment.");
		objects.field("Comment").fill("I have asked the author about line two.");
		objects.press("Add the comment");
		assertThat(objects.page().locator(".imp-timeline")).containsText("I have asked the author about line two.");
		objects.press("Hand it back");
		assertThat(objects.page().locator("main button").filter(text("Take this task"))).isVisible();
		Page page = other.open(task).page();
		assertThat(page.locator("form[data-autosave]")).hasCount(1);
		assertThat(page.locator(".imp-timeline")).containsText("I have asked the author about line two.");
		does("objects2", post, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
	}

	private static com.microsoft.playwright.Locator.FilterOptions text(String words) {
		return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
	}

}
