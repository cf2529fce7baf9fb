package org.imprimatur.browser;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Every act of a post's way with the keyboard alone: Tab, Space, Enter and what is typed.
 */
class KeyboardTest extends InTheBrowser {

	@Test
	void aPostGoesItsWholeWayByKeyboard() {
		String title = "By keyboard alone";
		Page author = at("author", "/start/post-approval");
		go(author, "button[value=SUBMIT]", "Enter");
		assertThat(author.locator("[data-error-summary]")).isFocused();
		go(author, "[data-error-summary] a", "Enter");
		assertThat(author.locator("#accounts")).isFocused();
		author.keyboard().press("Space");
		go(author, "#kind", "Space");
		write(author, "#body", "Typed without a mouse.");
		go(author, "#grounding", "Space");
		write(author, "#groundingSource", "Position on free expression");
		write(author, "#title", title);
		go(author, "button[value=SUBMIT]", "Enter");
		assertThat(author.locator("h1")).hasText(title);
		String task = "/tasks/" + task(reference(title));

		Page objects = at("objects", task);
		go(objects, "main form[data-autosave] button", "Enter");
		assertThat(objects.locator("[data-error-summary]")).isFocused();
		go(objects, "#decision", "Space");
		go(objects, "#object", "Space");
		go(objects, "main form[data-autosave] button", "Enter");
		assertThat(objects.locator("h1")).containsText("done");

		Page approver = at("approver", "/tasks/" + task(reference(title)));
		go(approver, "#confirmations", "Space");
		go(approver, "#confirmations-GROUNDED", "Space");
		go(approver, "#decision", "Space");
		go(approver, "main form[data-autosave] button", "Enter");
		assertThat(approver.locator("h1")).containsText("done");

		Page channel = at("author2", "/tasks/" + task(reference(title)));
		go(channel, "#decision", "Space");
		writeTime(channel, "#publishAt", soon());
		go(channel, "main form[data-autosave] button", "Enter");
		assertThat(channel.locator("h1")).containsText("done");
		slotComes(reference(title));
		channel.navigate(channel.url().replaceAll("/tasks/.*", "/tasks/" + task(reference(title))));
		go(channel, "#decision", "Space");
		write(channel, "#postedUrl", "https://facebook.example/1");
		go(channel, "main form[data-autosave] button", "Enter");
		assertThat(channel.locator("h1")).containsText("done");
	}

	/** Signs in by keyboard. */
	private Page at(String login, String path) {
		Page page = visitor().open(path).page();
		write(page, "#username", login);
		write(page, "#password", "imprimatur");
		go(page, "main button", "Enter");
		assertThat(page.locator("#username")).hasCount(0);
		return page;
	}

	static void write(Page page, String field, String text) {
		go(page, field, null);
		page.keyboard().type(text);
	}

	/** Types date and time in the order of the browser's language. */
	static void writeTime(Page page, String field, LocalDateTime time) {
		String[][] orders = { { "ddMMyyyy", "HHmm" }, { "MMddyyyy", "hhmma" } };
		for (String[] order : orders) {
			go(page, field, null);
			while (isAt(page, field)) {
				page.keyboard().press("Shift+Tab");
			}
			page.keyboard().press("Tab");
			page.keyboard().type(time.format(DateTimeFormatter.ofPattern(order[0], Locale.US)));
			page.keyboard().press("Tab");
			page.keyboard().type(time.format(DateTimeFormatter.ofPattern(order[1], Locale.US)));
			if (page.locator(field).inputValue().equals(time.toString())) {
				return;
			}
		}
		fail("No time can be typed into " + field);
	}

	private static boolean isAt(Page page, String field) {
		return Boolean.TRUE.equals(page.evaluate("(to) => document.activeElement.matches(to)", field));
	}

	/**
	 * Tabs on until the focus is there, as somebody who sees the page does, and presses
	 * the key.
	 */
	static void go(Page page, String to, String key) {
		for (int tabs = 0; tabs < 120; tabs++) {
			if (isAt(page, to)) {
				if (key != null) {
					page.keyboard().press(key);
				}
				return;
			}
			page.keyboard().press("Tab");
		}
		fail("The keyboard does not reach " + to + " on " + page.url());
	}

}
