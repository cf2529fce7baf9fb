package org.imprimatur.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person types is shown as typed, whatever a template or a browser could take it
 * for.
 */
class AsTypedTest extends InTheBrowser {

	private static final String TYPED = String.join("\n", "{{7*7}} ${7*7} #{7*7} [[${7*7}]]",
			"<script>alert(1)</script><img src=x onerror=alert(2)>", "مرحبا بالعالم and \u202Eback to front\u202C",
			"😡 & &amp; \"quoted\" 'too'", "long".repeat(120), "  two spaces before");

	@Test
	void aPostIsShownAsTypedEverywhere() {
		Visitor author = person("author", "/start/post-approval");
		Page page = author.page();
		author.field("Title").fill("{{7*7}} <b>as typed</b> 😡");
		author.field("Text of the post").fill(TYPED);
		author.field("Our policy").check();
		author.field("Which policy or research?").fill("${7*7} <script>alert(3)</script>");
		author.press("Submit for checking");
		assertThat(page.locator("[data-error-summary]")).isVisible();
		assertThat(author.field("Text of the post")).hasValue(TYPED);
		assertThat(author.field("Title")).hasValue("{{7*7}} <b>as typed</b> 😡");
		isNotReckoned(page.locator("body"));
		author.field("Main Facebook page (Facebook)").check();
		author.field("Original post").check();
		author.press("Submit for checking");
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
			.hasText("{{7*7}} <b>as typed</b> 😡");
		isAsTyped(page.locator(".imp-quoted"));
		isNotReckoned(page.locator("body"));
		author.hasNothingToComplainOf("item page");
		String reference = page.url().substring(page.url().lastIndexOf('/') + 1);

		Visitor objects = person("objects", "/tasks/" + task(reference));
		isAsTyped(objects.page().locator(".imp-quoted"));
		isNotReckoned(objects.page().locator("body"));
		objects.open("/");
		assertThat(objects.page().locator("main")).containsText("{{7*7}} <b>as typed</b> 😡");
		// the post's title stands first: it is shown by our page in the frame, not by
		// Tasklist
		objects.open("/camunda/app/tasklist/default/#/?task=" + task(reference));
		var frame = objects.page().frameLocator("#imprimatur-page");
		isAsTyped(frame.locator(".imp-quoted"));
		isNotReckoned(frame.locator("body"));
		isNotReckoned(objects.page().locator("body"));
		objects.hasNothingToComplainOf("Tasklist");
	}

	private static void isAsTyped(Locator shown) {
		assertThat(shown).isVisible();
		assertThat(shown.textContent()).isEqualTo(TYPED);
		assertThat(shown.evaluate("(shown) => shown.scrollWidth <= shown.clientWidth")).isEqualTo(true);
	}

	private static void isNotReckoned(Locator body) {
		assertThat(body.innerText().replaceAll("[0-9a-f]{12}", "")).doesNotContain("49");
		assertThat(body.locator("img[src=x]")).hasCount(0);
	}

}
