package org.imprimatur.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person at one browser of their own. Everything the page complains of is kept:
 * errors in the console (with them each breach of the content security policy), dialogs,
 * parts of a page that could not be loaded.
 */
final class Visitor implements AutoCloseable {

	/** What stands out on the right, for whoever has to mend it. */
	private static final String TOO_WIDE = "[...document.body.querySelectorAll('*')]"
			+ ".filter((one) => one.getBoundingClientRect().right > innerWidth)"
			+ ".map((one) => one.outerHTML.slice(0, 120)).slice(-3)";

	private static final int WIDE = 1280;

	private static final int PHONE = 390;

	private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

	private final String server;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	private final List<String> dialogs = new ArrayList<>();

	Visitor(Browser browser, String server) {
		this.server = server;
		this.context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")
			.setTimezoneId("Europe/London")
			.setViewportSize(WIDE, 900));
		this.context.setDefaultTimeout(15_000);
		this.page = this.context.newPage();
		this.page.onConsoleMessage((message) -> {
			// a refused form is told apart by the status of the page
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.onResponse((response) -> {
			if (response.status() >= 400 && !response.request().isNavigationRequest() && !isTaskJustDone(response)) {
				this.complaints.add(response.status() + " " + response.url());
			}
		});
		this.page.onDialog((dialog) -> {
			this.dialogs.add(dialog.message());
			dialog.dismiss();
		});
	}

	/** Tasklist may still ask for the task that has just been done. */
	private static boolean isTaskJustDone(Response response) {
		return response.status() == 404
				&& response.url().matches(".*/camunda/api/engine/engine/default/task/[0-9a-f-]+");
	}

	/** Signs in; the browser is then at the page that was asked for. */
	Visitor signIn(String login, String path) {
		this.page.navigate(this.server + path);
		return signIn(login);
	}

	/** Signs in at the page that asks for it. */
	Visitor signIn(String login) {
		this.page.getByLabel("Login", new Page.GetByLabelOptions().setExact(true)).fill(login);
		this.page.getByLabel("Password").fill("imprimatur");
		press("Sign in");
		assertThat(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))).hasCount(0);
		return this;
	}

	Visitor open(String path) {
		this.page.navigate(this.server + path);
		return this;
	}

	void press(String button) {
		button(button).click();
	}

	/** The same without a mouse. */
	void enter(String button) {
		button(button).press("Enter");
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	Locator field(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	Locator heading(String words) {
		return this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
	}

	Page page() {
		return this.page;
	}

	BrowserContext context() {
		return this.context;
	}

	/**
	 * Opens a filter of Tasklist and in it the task of an item; the answer is our page in
	 * its frame.
	 */
	FrameLocator takeUp(String filter, String task) {
		this.page.locator(".task-filters, [cam-tasklist-filters]").getByText(filter).first().click();
		this.page.locator("[cam-tasks] li, .tasks-list li")
			.filter(new Locator.FilterOptions().setHasText(task))
			.first()
			.click();
		return opened(task);
	}

	/** Opens the task of this id as the address of Tasklist names it. */
	FrameLocator takeUpById(String id, String task) {
		this.page.evaluate("(id) => { location.hash = '#/?task=' + id; }", id);
		return opened(task);
	}

	private FrameLocator opened(String task) {
		FrameLocator frame = this.page.frameLocator("#imprimatur-page");
		assertThat(frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(task).setLevel(1)))
			.isVisible();
		return frame;
	}

	/** The page is accessible, fits a phone and has nothing to complain of. */
	void looksRight(String where) {
		this.page.setViewportSize(WIDE, 900);
		AxeResults results = new AxeBuilder(this.page).withTags(WCAG).setLegacyMode(true).analyze();
		assertThat(results.getViolations()).as(where + ": " + this.page.url())
			.extracting((violation) -> violation.getId() + " " + violation.getHelp() + " "
					+ violation.getNodes().stream().map((node) -> node.getHtml()).toList())
			.isEmpty();
		this.page.setViewportSize(PHONE, 844);
		assertThat(this.page.evaluate("document.documentElement.scrollWidth"))
			.as(where + " on a phone: " + this.page.evaluate(TOO_WIDE))
			.isEqualTo(PHONE);
		for (Locator button : this.page.locator("main button:visible, main a.govuk-button:visible").all()) {
			button.scrollIntoViewIfNeeded();
			var box = button.boundingBox();
			assertThat(box.x >= 0 && box.x + box.width <= PHONE).as(where + ": " + button.textContent()).isTrue();
		}
		this.page.setViewportSize(WIDE, 900);
		hasNothingToComplainOf(where);
	}

	void hasNothingToComplainOf(String where) {
		assertThat(this.complaints).as(where).isEmpty();
		assertThat(this.dialogs).as("dialogs at " + where).isEmpty();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
