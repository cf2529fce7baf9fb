package org.imprimatur.models;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Outline.Step;
import org.imprimatur.models.Outline.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("A procedure is read out in words, in the order of flow")
class OutlineTests extends ModelsAtWork {

	@Autowired
	Outlines outlines;

	@Autowired
	ModelTexts texts;

	@Autowired
	Diagrams diagrams;

	private Outline outline(String key) {
		return this.outlines.of(this.texts.find(key, ModelText.FILES));
	}

	private static Step step(Outline outline, String element) {
		return outline.all().stream().filter((one) -> one.element().equals(element)).findFirst().orElseThrow();
	}

	@Test
	@DisplayName("who does it, by when, and that a reminder goes out")
	void task() {
		Step check = step(outline("post-approval"), "check-charity-objects");
		assertThat(check.role()).isEqualTo("Objects reviewers");
		assertThat(check.says()).containsExactly(
				"Done by the group Charity objects reviewers (charity-objects-reviewers).",
				"Due: 30 minutes if Urgency is BREAKING; otherwise 4 working hours, or halfway to the slot if that is earlier.",
				"A reminder goes out if it is late.");
		assertThat(check.documentation()).startsWith("[OBJECTS]");
	}

	@Test
	@DisplayName("the ways out of a question, and the one that leads back")
	void ways() {
		Outline outline = outline("post-approval");
		Step draft = step(outline, "draft-post");
		Step aligned = step(outline, "post-aligned");
		assertThat(aligned.ways()).extracting(Way::when).containsExactly("Aligned", "Changes needed", "Not aligned");
		assertThat(aligned.ways().get(1).words()).isEqualTo("back to step " + draft.number() + ", Draft the post");
		assertThat(aligned.ways().get(2).words()).startsWith("on to step ").endsWith(", Post rejected");
		assertThat(draft.number()).isEqualTo("2");
	}

	@Test
	@DisplayName("what may interrupt a step, what runs beside it, and what ends when")
	void events() {
		Outline outline = outline("post-approval");
		assertThat(step(outline, "draft-unattended").says()).containsExactly(
				"Happens at step 2, Draft the post, when the time comes: 2 working days. That step goes on beside it.");
		assertThat(step(outline, "check-overtaken").says().get(0)).endsWith("That step then stops.");
		assertThat(step(outline, "draft-offered").says()).containsExactly("This path ends; the rest goes on.");
		assertThat(step(outline, "post-published").says()).containsExactly("The case ends.");
		assertThat(step(outline, "withdraw-post").says()).containsExactly(
				"Begins whenever it happens, by the message “post-withdrawn”. Everything else then stops.");
		assertThat(step(outline, "slot-arrived").says())
			.containsExactly("Waits until the time comes: the case’s “publishAt”.");
	}

	@Test
	@DisplayName("the steps inside a part, for whom it is done, and which tables and procedures it asks")
	void parts() {
		Step release = step(outline("post-approval"), "release-on-accounts");
		assertThat(release.says()).contains("Done once for each of “accountsLeft”, all at the same time.");
		assertThat(release.inside()).extracting(Step::number).startsWith(release.number() + ".1");
		assertThat(step(outline("post-approval"), "publish-post").role()).isEqualTo("Channel team");
		assertThat(step(outline("post-approval"), "objects-check").leadsTo()).isEqualTo("objects-check");
		assertThat(step(outline("incident-escalation"), "report-to-trust-board").says())
			.contains("Follows the process “board-report” to its end.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "post-approval", "post-correction", "incident-escalation", "serious-incident-decision",
			"board-report" })
	@DisplayName("everything that has a label is told once, and every way leads to something that is told")
	void whole(String key) {
		Outline outline = outline(key);
		List<String> told = outline.all().stream().map(Step::element).toList();
		assertThat(told).doesNotHaveDuplicates();
		Set<String> labelled = this.diagrams.latest(key)
			.orElseThrow()
			.elements()
			.values()
			.stream()
			.filter((one) -> !one.label().isEmpty())
			.map(Diagram.Element::id)
			.collect(Collectors.toSet());
		assertThat(told).containsAll(labelled);
		assertThat(outline.all()).flatExtracting(Step::ways).extracting(Way::to).isSubsetOf(told);
		assertThat(outline.all()).flatExtracting(Step::says)
			.noneMatch((sentence) -> sentence.contains("null") || sentence.contains("not in the table"));
	}

}
