package org.imprimatur.browser;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Holds and erasures with the keyboard alone: Tab, Space, Enter and what is typed. */
class RetentionByKeyboardTest extends InTheBrowser {

	private static final String SUMMARY = "[data-error-summary]";

	@Test
	void aHoldIsPlacedFromTheStoryAndLifted() {
		String post = submitted("Held by keyboard", "A court may ask for it.");
		Page page = person("hoc", "/history/" + post).page();
		KeyboardTest.go(page, "a[href*='/retention?hold=']", "Enter");
		assertThat(page.locator("#reference")).hasValue(post);
		String place = "section[aria-labelledby=holds-heading] form button";
		KeyboardTest.go(page, place, "Enter");
		assertThat(page.locator(SUMMARY)).isFocused();
		KeyboardTest.go(page, SUMMARY + " a", "Enter");
		assertThat(page.locator("#reason")).isFocused();
		page.keyboard().type("A court asks for it.");
		KeyboardTest.go(page, place, "Enter");
		assertThat(page.locator(SUMMARY)).hasCount(0);
		assertThat(page.locator("section[aria-labelledby=holds-heading] li").filter(said(post)))
			.containsText("A court asks for it.");
		String lift = page.locator("li").filter(said(post)).locator("a[href$='/lift']").getAttribute("href");
		KeyboardTest.go(page, "a[href='" + lift + "']", "Enter");
		assertThat(page.locator("h1")).hasText("Lift the legal hold");
		KeyboardTest.write(page, "#reason", "The court is done.");
		KeyboardTest.go(page, "main form button", "Enter");
		assertThat(page.locator("h1")).hasText("Retention");
		assertThat(page.locator("section[aria-labelledby=holds-heading] li").filter(said(post))).hasCount(0);
	}

	@Test
	void anErasureIsAskedForDeclinedAskedForAgainAndReleased() {
		String post = submitted("For Tumtum Jubjub", "Thank you, Tumtum Jubjub!");
		does("objects", post, Map.of("decision", "NOT_ALIGNED", "reason", "Tumtum Jubjub asked us to stop."));
		String request = ask();
		Page secretary = person("trust-secretary", request).page();
		String decline = "form[action$='/decline'] button";
		KeyboardTest.go(secretary, decline, "Enter");
		assertThat(secretary.locator(SUMMARY)).isFocused();
		KeyboardTest.go(secretary, SUMMARY + " a", "Enter");
		assertThat(secretary.locator("#reason")).isFocused();
		secretary.keyboard().type("Needed for a court case.");
		KeyboardTest.go(secretary, decline, "Enter");
		assertThat(secretary.locator("section[aria-labelledby=past-heading]")).containsText("Needed for a court case.");
		secretary.navigate(secretary.url().replaceFirst("/erasures.*", ask()));
		KeyboardTest.go(secretary, "form[action$='/release'] button", "Enter");
		assertThat(secretary.locator("section[aria-labelledby=past-heading]")).containsText("Taken out of");
	}

	/** The address of the request. */
	private String ask() {
		Page lead = person("dpo", "/erasures").page();
		KeyboardTest.write(lead, "#words", "Tumtum Jubjub");
		KeyboardTest.go(lead, "#ground", "Space");
		KeyboardTest.write(lead, "#explanation", "They asked us to.");
		KeyboardTest.go(lead, "main form[data-long] button", "Enter");
		assertThat(lead.locator("main")).containsText("asked us to stop.");
		return lead.url().substring(lead.url().indexOf("/erasures/"));
	}

	private static com.microsoft.playwright.Locator.FilterOptions said(String words) {
		return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
	}

}
