package org.imprimatur.browser;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A modeller tries a changed model to its end before anybody deploys it, with the
 * keyboard alone.
 */
@Policy("APPROVED")
class TryTest extends InTheBrowser {

	@Test
	void aModellerGoesThroughAChangedModelToItsEnd() throws Exception {
		String model = new ClassPathResource("processes/posts/post-correction.bpmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace("name=\"Decide on the correction\"",
					"name=\"&lt;b>Decide&lt;/b> 🙂 on the {correction} " + "Donaudampfschiff".repeat(8) + "\"");
		Visitor modeller = person("modeller", "/models/try");
		Page page = modeller.page();
		modeller.enter("Try");
		assertThat(page.locator(".govuk-error-summary")).containsText("Choose the files to try");
		modeller.looksRight("no file to try");
		page.locator("input[type=file]")
			.setInputFiles(new FilePayload("post-correction.bpmn", "text/xml", model.getBytes(StandardCharsets.UTF_8)));
		modeller.enter("Try");
		assertThat(page.locator("#next")).hasText("How it begins");
		assertThat(page.locator(".djs-container")).isVisible();
		modeller.looksRight("a trial that begins");
		Locator next = page.locator("section[aria-labelledby=next]");
		next.locator("select").first().selectOption("GIVEN");
		modeller.enter("Begin");
		assertThat(page.locator("#next")).hasText("Where it stands");
		assertThat(next).containsText("<b>Decide</b> 🙂 on the {correction}");
		modeller.looksRight("a trial under way");
		String clock = page.locator("main p strong").first().innerText();
		modeller.enter("Clock on by 1 working day");
		assertThat(page.locator("main p strong").first()).not().hasText(clock);
		modeller.enter("One step back");
		assertThat(page.locator("main p strong").first()).hasText(clock);
		next.locator("input[value=KEEP]").check();
		modeller.enter("Go on");
		assertThat(page.locator("#next")).hasText("The case has ended");
		assertThat(page.locator("section[aria-labelledby=story]")).containsText("<b>Decide</b> 🙂");
		modeller.looksRight("a trial that has ended");
		modeller.enter("Start again");
		assertThat(page.locator("#next")).hasText("How it begins");
	}

}
