package org.imprimatur.browser;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A modeller and a manager look at the models: drawn, in words, and one version beside
 * another, with the keyboard alone.
 */
@Policy("ONE-LOGIN")
class ModelsTest extends InTheBrowser {

	@Autowired
	RepositoryService repository;

	private String deployed;

	@BeforeEach
	void somethingHasChanged() throws Exception {
		String model = new ClassPathResource("processes/posts/post-approval.bpmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace("name=\"Draft the post\"", "name=\"Write <b>the</b> post\"".replace("<", "&lt;"));
		String table = new ClassPathResource("processes/posts/post-approval-deadlines.dmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace("\"30 minutes\"", "\"45 minutes\"");
		this.deployed = Door
			.through(() -> this.repository.createDeployment()
				.name("a try <b>")
				.addString("posts/post-approval.bpmn", model)
				.addString("posts/post-approval-deadlines.dmn", table)
				.deploy())
			.getId();
	}

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		this.repository.deleteDeployment(this.deployed, true);
	}

	@Test
	void theModelsAreDrawnToldAndWalkedThroughWithTheKeyboard() {
		Visitor modeller = person("modeller", "/models");
		Page page = modeller.page();
		assertThat(page.locator("main")).containsText("Differs from the files");
		modeller.looksRight("models");
		modeller.open("/models/post-approval");
		assertThat(page.locator(".djs-container")).isVisible();
		assertThat(page.locator(".bjs-powered-by")).isVisible();
		Locator next = page.getByText("Next step");
		next.focus();
		page.keyboard().press("Enter");
		Locator panel = page.locator(".imp-diagram__panel");
		assertThat(panel).containsText("1 Post proposed");
		page.keyboard().press("Enter");
		assertThat(panel).containsText("2 Write <b>the</b> post");
		assertThat(panel).containsText("Done by the person found as “author”.");
		page.getByText("back to step 2, Write").first().press("Enter");
		Assertions.assertThat(page.url()).endsWith("#step-draft-post");
		modeller.looksRight("model of a process");
		modeller.open("/models/post-approval-deadlines").looksRight("model of a decision");
	}

	@Test
	void twoVersionsStandSideBySide() {
		Visitor manager = person("manager", "/models/post-approval");
		Page page = manager.page();
		manager.field("Before").selectOption("files");
		manager.press("Compare");
		assertThat(page.locator("main .govuk-inset-text")).hasText("1 changed.");
		assertThat(page.locator(".djs-shape.imp-kind-CHANGED")).hasCount(2);
		Locator next = page.getByText("Next change");
		next.focus();
		page.keyboard().press("Enter");
		assertThat(page.locator(".imp-diagram__panel"))
			.containsText("Label: before Draft the post, now Write <b>the</b> post");
		manager.looksRight("two versions of a process");
		manager.open("/models/post-approval-deadlines/compare?from=files");
		assertThat(page.locator(".imp-differs del").first()).hasText("Before: \"30 minutes\"");
		assertThat(page.locator(".imp-differs ins").first()).hasText("Now: \"45 minutes\"");
		assertThat(page.locator("tbody .imp-kind-CHANGED")).not().hasCount(0);
		manager.looksRight("two versions of a decision");
		manager.open("/models/post-approval/compare?from=files&to=files").looksRight("nothing differs");
		person("author", "/models").looksRight("may not read models");
	}

}
