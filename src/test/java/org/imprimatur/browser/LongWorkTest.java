package org.imprimatur.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Work that takes long says that it goes on, with the keyboard alone; the page is ready
 * again when its file comes, or when somebody comes back to it.
 */
class LongWorkTest extends InTheBrowser {

	private static final String STATUS = "main [data-progress][role=status]";

	@Test
	void anExportThatTakesLongSaysSoAndThatItComes() {
		submitted("Exported slowly", "A post among many.");
		Visitor manager = person("manager", "/history");
		Page page = manager.page();
		List<Route> held = hold(page, "**/history.csv*");
		List<String> said = said(page);
		assertThat(page.locator(STATUS)).isEmpty();
		KeyboardTest.go(page, "a[data-long]", "Enter");
		page.waitForCondition(
				() -> said.contains("Still working: a large file can take a minute. Keep this page open."));
		page.waitForDownload(held.get(0)::resume);
		assertThat(page.locator(STATUS)).hasText("The download has begun.");
		page.evaluate("document.activeElement.blur()");
		manager.looksRight("an export that took long");
	}

	@Test
	void aPackThatIsAskedForByAFormCanBeAskedForAgain() {
		Visitor secretary = person("trust-secretary", "/history/board-pack");
		Page page = secretary.page();
		KeyboardTest.go(page, "#board", "Space");
		List<Route> held = hold(page, "**/board-pack.pdf*");
		List<String> said = said(page);
		KeyboardTest.go(page, "main form button", "Enter");
		page.waitForCondition(() -> said.stream().anyMatch((words) -> words.startsWith("Still working")));
		page.waitForDownload(held.get(0)::resume);
		assertThat(page.locator(STATUS)).hasText("The download has begun.");
		page.unroute("**/board-pack.pdf*");
		page.waitForDownload(() -> page.keyboard().press("Enter"));
		assertThat(page.locator(STATUS)).isEmpty();
	}

	@Test
	void theSearchForAnErasureSaysThatItGoesOnAndTheFormIsReadyAfterComingBack() {
		Visitor lead = person("dpo", "/erasures");
		Page page = lead.page();
		KeyboardTest.write(page, "#words", "Brillig Outgrabe");
		KeyboardTest.go(page, "#ground", "Space");
		KeyboardTest.write(page, "#explanation", "They asked us to.");
		List<Route> held = hold(page, "**/erasures");
		Locator button = page.locator("main form[data-long] button");
		List<String> said = said(page);
		KeyboardTest.go(page, "main form[data-long] button", "Enter");
		page.waitForCondition(() -> said.contains("Still working: this can take a minute. Keep this page open."));
		held.get(0).resume();
		assertThat(page.locator("h1")).containsText("to erase a person");
		page.unroute("**/erasures");
		page.goBack();
		assertThat(page.locator(STATUS)).isEmpty();
		assertThat(button).not().hasAttribute("aria-disabled", "true");
		KeyboardTest.go(page, "main form[data-long] button", "Enter");
		assertThat(page.locator("h1").or(page.locator("[data-error-summary]")).first()).isVisible();
		lead.hasNothingToComplainOf("the search for an erasure");
	}

	@Test
	void withoutScriptTheSameLinksAndFormsWork() {
		submitted("Exported plainly", "A post among many.");
		String address = visitor().open("/history").page().url();
		try (BrowserContext plain = Chromium.started()
			.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = plain.newPage();
			page.navigate(address);
			page.locator("#username").fill("manager");
			page.locator("#password").fill("imprimatur");
			page.locator("main button").click();
			page.navigate(address.replaceFirst("/login.*", "/history"));
			assertThat(page.locator(STATUS)).isEmpty();
			page.waitForDownload(page.locator("a[data-long]").first()::click);
		}
	}

	/** What the page tells; it cannot be looked at while an answer is awaited. */
	private static List<String> said(Page page) {
		List<String> said = new CopyOnWriteArrayList<>();
		page.exposeFunction("told", (words) -> said.add((String) words[0]));
		page.evaluate("""
				() => {
				  const status = document.querySelector('main [data-progress][role=status]');
				  new MutationObserver(() => told(status.textContent)).observe(status, { childList: true });
				}""");
		return said;
	}

	/** Answers to these are held back until the test lets them go on. */
	private static List<Route> hold(Page page, String address) {
		List<Route> held = new CopyOnWriteArrayList<>();
		page.route(address, held::add);
		return held;
	}

}
