package org.imprimatur.browser;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.imprimatur.kernel.Policy;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A manager reads the story of a post: the diagram is drawn with the path that was taken,
 * and walked through with the keyboard alone.
 */
@Policy("APPROVED")
class StoryTest extends InTheBrowser {

	@Test
	void thePathIsDrawnAndWalkedThroughWithTheKeyboard() {
		String post = submitted("A post with a story <b>", "Long text 👩🏽‍🚒\n" + "long".repeat(50));
		isAligned(post);
		does("approver", post, Map.of("decision", "CHANGES_REQUESTED", "reason", "Say which town. {{7*7}}"));
		Visitor manager = person("manager", "/history/" + post);
		Page page = manager.page();
		assertThat(page.locator(".djs-shape.imp-open")).not().hasCount(0);
		assertThat(page.locator(".djs-connection.imp-taken")).not().hasCount(0);
		assertThat(page.locator(".bjs-powered-by")).isVisible();
		manager.looksRight("story");
		Locator next = page.getByText("Next step");
		next.focus();
		page.keyboard().press("Enter");
		Locator panel = page.locator(".imp-diagram__panel");
		assertThat(panel).containsText("Post");
		String first = panel.textContent();
		page.keyboard().press("Enter");
		assertThat(panel).not().hasText(first);
		keep(page, 1280, "wide");
		keep(page, 360, "phone");
		Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
		manager.hasNothingToComplainOf("story");
	}

	@Test
	void theSearchTheNumbersTheLedgerAndTheCaseFileLookRightAndTakeTheKeyboard() {
		String post = submitted("Found by managers <b>", "Zugzwang 👩🏽‍🚒 " + "long".repeat(60));
		isAligned(post);
		Visitor manager = person("manager", "/history");
		Page page = manager.page();
		manager.field("Words or reference").fill("zugzwang");
		page.keyboard().press("Enter");
		assertThat(page.getByText("Found by managers <b>")).isVisible();
		manager.looksRight("history");
		manager.open("/history?from=2026-02-30&q=" + "x".repeat(600)).looksRight("history with mistakes");
		manager.open("/numbers?since=2026-01&until=2028-12&by=ACCOUNT");
		Locator drawing = page.locator("canvas").first();
		assertThat(drawing).hasAttribute("aria-label", Pattern.compile("Bars: Posts proposed.*"));
		Locator choice = page.getByLabel("Draw");
		choice.focus();
		page.keyboard().press("ArrowDown");
		assertThat(drawing).hasAttribute("aria-label", Pattern.compile("Bars: Check required.*"));
		assertThat(page.locator(".djs-shape[class*=imp-heat]")).not().hasCount(0);
		manager.looksRight("numbers");
		Assertions
			.assertThat(page.waitForDownload(() -> page.getByText("Keep as a picture").first().press("Enter"))
				.suggestedFilename())
			.isEqualTo("items.png");
		manager.open("/numbers?since=soon").looksRight("numbers with mistakes");
		manager.open("/history/check-file").press("Check");
		assertThat(page.locator("[data-error-summary]")).isFocused();
		manager.looksRight("check a file with mistakes");
		manager.open("/ledger").looksRight("ledger");
		manager.open("/retention").looksRight("retention");
		manager.open("/history/board-pack?board=NONE&since=soon").looksRight("board pack");
	}

	@Test
	void aPersonIsErasedByTwoPeople() {
		String post = submitted("For Galumph Beamish", "Thank you, Galumph Beamish! 👩🏽‍🚒 " + "long".repeat(60));
		does("objects", post, Map.of("decision", "NOT_ALIGNED", "reason", "Galumph Beamish asked us to stop."));
		Visitor lead = person("dpo", "/erasures");
		lead.press("Look for it");
		assertThat(lead.page().locator("[data-error-summary]")).isFocused();
		lead.looksRight("erasures with mistakes");
		lead.field("What is the person called by?").fill("galumph beamish");
		lead.field("Objection").check();
		lead.field("Why does it apply?").fill("Nothing of ours weighs more.");
		lead.press("Look for it");
		assertThat(lead.page().locator("main")).containsText("asked us to stop.");
		lead.looksRight("request to erase");
		String request = lead.page().url();
		Visitor secretary = person("trust-secretary", request.substring(request.indexOf("/erasures/")));
		secretary.looksRight("answer to a request");
		secretary.press("Release: erase all of this now");
		assertThat(secretary.page().locator("main")).containsText("Taken out of");
		secretary.looksRight("erasures");
		Visitor manager = person("manager", "/history/" + post);
		assertThat(manager.page().locator("main")).containsText("[removed] asked us to stop.");
		assertThat(manager.page().locator("main")).not().containsText("Beamish");
		secretary.open("/retention?hold=" + post).press("Place the hold");
		secretary.looksRight("retention with mistakes");
		secretary.field("Reason").fill("A court asks for it.");
		secretary.press("Place the hold");
		secretary.page().getByText("Lift the hold").first().click();
		secretary.press("Lift the hold");
		assertThat(secretary.page().locator("[data-error-summary]")).isFocused();
		secretary.looksRight("lift a hold with mistakes");
	}

	/** A picture for whoever wants to look at it; never compared. */
	private static void keep(Page page, int width, String name) {
		page.setViewportSize(width, 900);
		page.locator(".imp-diagram")
			.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "story-diagram-" + name + ".png")));
		page.locator("section[aria-labelledby=happened]")
			.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "story-happened-" + name + ".png")));
		page.locator(".imp-stops")
			.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "story-stops-" + name + ".png")));
		page.screenshot(
				new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "story-" + name + ".png")));
	}

}
