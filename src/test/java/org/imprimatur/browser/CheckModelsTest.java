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
 * A modeller drops a changed diagram and sees what is wrong with it, in words and drawn,
 * with the keyboard alone.
 */
@Policy({ "APPROVED", "OBJECTS" })
class CheckModelsTest extends InTheBrowser {

	@Test
	void whatIsWrongIsNamedAndDrawn() throws Exception {
		String model = new ClassPathResource("processes/posts/post-approval.bpmn")
			.getContentAsString(StandardCharsets.UTF_8);
		Visitor modeller = person("modeller", "/models");
		Page page = modeller.page();
		page.getByText("Check models").first().press("Enter");
		modeller.press("Check");
		assertThat(page.locator(".govuk-error-summary")).containsText("Choose the files to check");
		modeller.looksRight("no file to check");
		send(modeller,
				model
					.replace("name=\"Aligned\" sourceRef=\"post-aligned\" targetRef=\"route-needed\"",
							"name=\"Aligned\" sourceRef=\"post-aligned\" targetRef=\"release-on-accounts\"")
					.replace("name=\"Draft the post\"", "name=\"&lt;b>Draft&lt;/b> 🙂 the post\""));
		assertThat(page.locator("main")).containsText("May not go live");
		assertThat(page.locator(".imp-findings"))
			.containsText("Is reached without “Verify the approval” (PUBLISH), against [APPROVED]");
		assertThat(page.locator(".djs-container")).isVisible();
		Locator next = page.getByText("Next", new Page.GetByTextOptions().setExact(true));
		next.focus();
		page.keyboard().press("Enter");
		assertThat(page.locator(".imp-diagram__panel")).containsText("2 of ");
		assertThat(page.locator(".djs-element.imp-wrong")).not().hasCount(0);
		modeller.looksRight("what is wrong with a model");
		send(modeller, model);
		assertThat(page.locator("main")).containsText("May go live");
		modeller.looksRight("nothing is wrong with a model");
		send(modeller, "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>");
		assertThat(page.locator(".imp-findings")).containsText("Declares a document type");
		person("author", "/models/check").looksRight("may not check models");
	}

	private static void send(Visitor modeller, String content) {
		modeller.page()
			.locator("input[type=file]")
			.setInputFiles(new FilePayload("post-approval.bpmn", "text/xml", content.getBytes(StandardCharsets.UTF_8)));
		modeller.press("Check");
	}

}
