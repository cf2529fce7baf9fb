package org.imprimatur.browser;

import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What was typed is found again: in another browser, and after a session that ended. */
class KeptTest extends InTheBrowser {

	@Test
	void aDraftIsFoundAgainInAnotherBrowser() {
		String task = "/tasks/" + task(draft("Kept while typing"));
		Visitor author = person("author", task);
		author.field("Text of the post").fill("Half a sentence, and then the tra");
		author.field("Research").check();
		assertThat(author.page().locator("[data-autosave-status]")).containsText("Saved at");
		author.close();
		Visitor elsewhere = person("author", task);
		assertThat(elsewhere.field("Text of the post")).hasValue("Half a sentence, and then the tra");
		assertThat(elsewhere.field("Research")).isChecked();
		assertThat(elsewhere.page().locator("main")).containsText("What you typed was kept on");
	}

	@Test
	void aProposalIsFoundAgainToo() {
		Visitor author = person("news", "/start/post-approval");
		author.field("Text of the post").fill("A proposal that is not ready");
		assertThat(author.page().locator("[data-autosave-status]")).containsText("Saved at");
		author.close();
		assertThat(person("news", "/start/post-approval").field("Text of the post"))
			.hasValue("A proposal that is not ready");
	}

	@Test
	void aSessionThatEndedLosesNothing() {
		String draft = draft("Sent after the session");
		String task = "/tasks/" + task(draft);
		Visitor author = person("author", task);
		author.field("Text of the post").fill("Typed before the session ended.\nSecond line.");
		author.field("Our policy").check();
		author.field("Which policy or research?").fill("Position on free expression");
		author.field("Submit for checking").check();
		author.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
		author.press("Submit for checking");
		assertThat(author.heading("Sign in")).isVisible();
		author.signIn("author");
		assertThat(author.page().locator("main")).containsText("It was not recorded: check what you typed");
		assertThat(author.field("Text of the post")).hasValue("Typed before the session ended.\nSecond line.");
		assertThat(author.field("Which policy or research?")).hasValue("Position on free expression");
		assertThat(author.field("Our policy")).isChecked();
		author.field("Submit for checking").check();
		author.press("Submit for checking");
		assertThat(author.heading("Draft the post: done")).isVisible();
		author.open("/items/" + draft);
		assertThat(author.page().locator(".imp-quoted")).hasText("Typed before the session ended.\nSecond line.");
	}

	private String draft(String title) {
		return proposed(Map.of("accounts", "main-x", "kind", "ORIGINAL", "title", title));
	}

}
