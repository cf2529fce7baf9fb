package org.imprimatur.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The Head of Communications reads what a modeller changed and lets it go live, with the
 * keyboard alone.
 */
@Policy({ "APPROVED", "OBJECTS" })
class ProposalTest extends InTheBrowser {

	@Autowired
	RepositoryService repository;

	@Autowired
	IdentityService identity;

	@Autowired
	JdbcClient jdbc;

	private List<String> before;

	@BeforeEach
	void noDemo() {
		System.setProperty("imprimatur.models.second-person", "true");
		this.before = deployments();
	}

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		System.clearProperty("imprimatur.models.second-person");
		deployments().stream()
			.filter((id) -> !this.before.contains(id))
			.forEach((id) -> this.repository.deleteDeployment(id, true));
	}

	private List<String> deployments() {
		return this.jdbc.sql("select id_ from act_re_deployment").query(String.class).list();
	}

	private void proposes(String half) throws Exception {
		String table = new ClassPathResource("processes/posts/post-approval-deadlines.dmn")
			.getContentAsString(StandardCharsets.UTF_8);
		String model = new ClassPathResource("processes/posts/post-approval.bpmn")
			.getContentAsString(StandardCharsets.UTF_8);
		this.identity.setAuthentication("modeller", List.of("modellers"));
		try {
			assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> this.repository.createDeployment()
					.name("<b>Slower</b> 🙂 " + "Wort".repeat(40))
					.source("Camunda Modeler")
					.addString("post-approval-deadlines.dmn", table.replaceFirst("\"30 minutes\"", "\"" + half + "\""))
					.addString("post-approval.bpmn",
							model.replace("name=\"Draft the post\"", "name=\"&lt;b>Draft&lt;/b> 🙂 the post\""))
					.deploy())
				.withMessageContaining("Not live yet");
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	@Test
	void aSecondPersonReadsAndReleases() throws Exception {
		proposes("45 minutes");
		Visitor head = person("hoc", "/");
		Page page = head.page();
		page.locator("a[href^='/models/proposals/']").first().press("Enter");
		assertThat(page.locator("h1")).containsText("Proposal ");
		assertThat(page.locator("main")).containsText("Only words and the drawing: this needs no second person.");
		assertThat(page.locator(".djs-container")).hasCount(2);
		head.looksRight("a proposal");
		page.getByText("Which cases on record would have gone another way").press("Enter");
		assertThat(page.locator("h1")).containsText("What would have been otherwise");
		head.looksRight("a replay of a proposal");
		page.locator(".imp-back a").press("Enter");
		head.press("Decline");
		assertThat(page.locator(".govuk-error-summary")).containsText("Say why");
		head.press("Release: let it go live");
		assertThat(page.locator("main")).containsText("Released by Gareth Penrose");
		assertThat(page.locator("main")).containsText("what it changed");
		head.looksRight("a proposal that is live");
		page.getByText("All proposals").press("Enter");
		assertThat(page.locator("main")).containsText("Nothing waits.");
		head.looksRight("all proposals");
		proposes("50 minutes");
		Visitor modeller = person("modeller", "/models/proposals");
		modeller.looksRight("a proposal of mine in the list");
		Visitor administrator = person("admin", "/models/post-approval/cases");
		administrator.looksRight("cases of an older version");
		modeller.page().locator("tbody a").first().press("Enter");
		modeller.press("Take it back");
		assertThat(modeller.page().locator("main")).containsText("Taken back by Piers Sandford");
	}

}
