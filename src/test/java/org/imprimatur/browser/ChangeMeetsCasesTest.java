package org.imprimatur.browser;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What a change would have made of the cases on record, and what becomes of those that
 * are open, with the keyboard alone.
 */
@Policy({ "APPROVED", "OBJECTS", "ONE-LOGIN" })
class ChangeMeetsCasesTest extends InTheBrowser {

	@Autowired
	RepositoryService repository;

	private static String text(String file) throws Exception {
		return new ClassPathResource("processes/posts/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

	private static FilePayload file(String name, String content) {
		return new FilePayload(name, "text/xml", content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aManagerReadsWhatWouldHaveBeenOtherwise() throws Exception {
		String reference = submitted("A post on record", "A text.");
		isAligned(reference);
		isApproved(reference);
		Visitor manager = person("manager", "/models");
		Page page = manager.page();
		manager.open("/models/replay");
		manager.enter("Replay");
		assertThat(page.locator(".govuk-error-summary")).containsText("Choose the files");
		manager.looksRight("no file to replay");
		page.locator("input[type=file]")
			.setInputFiles(file("post-approval.bpmn", lookedAt(text("post-approval.bpmn"))));
		manager.enter("Replay");
		assertThat(page.locator("h1")).containsText("What would have been otherwise");
		assertThat(page.locator(".djs-container")).isVisible();
		Locator line = page.locator("tr", new Page.LocatorOptions().setHasText(reference));
		assertThat(line).containsText("Is the post aligned?");
		assertThat(line).containsText("<b>Looked</b> 🙂 at");
		manager.looksRight("a replay of a process");
		line.locator("a").press("Enter");
		assertThat(page.locator("h1")).containsText("A post on record");
	}

	/** With one more element on the way of every post that is aligned. */
	private static String lookedAt(String model) {
		String added = model
			.replace("sourceRef=\"post-aligned\" targetRef=\"route-needed\"",
					"sourceRef=\"post-aligned\" targetRef=\"looked-at\"")
			.replace("    <bpmn:sequenceFlow id=\"aligned-yes\"",
					"    <bpmn:exclusiveGateway id=\"looked-at\" name=\"&lt;b>Looked&lt;/b> 🙂 at\">"
							+ "<bpmn:outgoing>looked-at-on</bpmn:outgoing></bpmn:exclusiveGateway>"
							+ "<bpmn:sequenceFlow id=\"looked-at-on\" sourceRef=\"looked-at\" targetRef=\"route-needed\"/>\n"
							+ "    <bpmn:sequenceFlow id=\"aligned-yes\"")
			.replace("</bpmndi:BPMNPlane>",
					"<bpmndi:BPMNShape id=\"looked-at_di\" bpmnElement=\"looked-at\">"
							+ "<dc:Bounds x=\"900\" y=\"500\" width=\"50\" height=\"50\"/></bpmndi:BPMNShape>"
							+ "<bpmndi:BPMNEdge id=\"looked-at-on_di\" bpmnElement=\"looked-at-on\">"
							+ "<di:waypoint x=\"950\" y=\"525\"/><di:waypoint x=\"1000\" y=\"525\"/></bpmndi:BPMNEdge>"
							+ "</bpmndi:BPMNPlane>");
		Assertions.assertThat(added).isNotEqualTo(model);
		return added;
	}

	@Test
	void anAdministratorMovesOpenCasesAndMovesThemBack() throws Exception {
		String reference = submitted("An open post", "A text.");
		String model = text("post-approval.bpmn").replace("name=\"Draft the post\"", "name=\"Write the post\"");
		String deployed = Door
			.through(() -> this.repository.createDeployment()
				.name("a clearer word")
				.addString("posts/post-approval.bpmn", model)
				.deploy())
			.getId();
		try {
			Visitor modeller = person("modeller", "/models/post-approval");
			assertThat(modeller.page().locator("main")).containsText("They may be moved.");
			modeller.looksRight("cases that stay behind");
			Visitor administrator = person("admin", "/models/post-approval/cases");
			Page page = administrator.page();
			Locator line = page.locator("tr", new Page.LocatorOptions().setHasText(reference));
			assertThat(line).containsText("Can be moved");
			Locator move = page.locator("main form[method=post] button");
			move.press("Enter");
			assertThat(page.locator(".govuk-error-summary")).containsText("Say why");
			administrator.field("Why are they moved?").fill("A clearer word. <b>🙂</b>");
			move.press("Enter");
			assertThat(line).containsText("Was moved");
			administrator.looksRight("cases that were moved");
			page.getByText("Move back").press("Enter");
			assertThat(line).containsText("Can be moved");
			administrator.field("Why are they moved?").fill("And back.");
			move.press("Enter");
			assertThat(line).containsText("Was moved");
			administrator.open("/history/" + reference);
			assertThat(page.locator("main")).containsText("A clearer word. <b>🙂</b>");
			modeller.open("/models/post-approval");
			Assertions.assertThat(modeller.page().locator("#versions ~ ul").allInnerTexts().toString())
				.contains("From version ");
		}
		finally {
			this.repository.deleteDeployment(deployed, true);
		}
	}

	@Test
	void theDrawingShowsWhatTestsGoThrough() {
		Visitor modeller = person("modeller", "/models/serious-incident-decision?version=files");
		Page page = modeller.page();
		assertThat(page.locator(".djs-container")).isVisible();
		Locator tests = page.getByText("Tests", new Page.GetByTextOptions().setExact(true)).first();
		assertThat(tests).hasAttribute("aria-pressed", "false");
		tests.press("Enter");
		assertThat(tests).hasAttribute("aria-pressed", "true");
		assertThat(page.locator(".imp-diagram__key:visible")).containsText("Changed since the tests ran");
		assertThat(page.locator(".imp-shows-tests .djs-shape.imp-tests-TESTED")).not().hasCount(0);
		assertThat(page.locator(".imp-tests-NONE:not(li)")).hasCount(0);
		page.getByText("Next step").press("Enter");
		assertThat(page.locator(".imp-diagram__panel")).containsText("Tests: ");
		modeller.looksRight("tests on a diagram");
	}

}
