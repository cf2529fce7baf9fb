package org.imprimatur.browser;

import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
		manager.hasNothingToComplainOf("story");
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
