package org.imprimatur.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Comparison.Change;
import org.imprimatur.models.Comparison.Detail;
import org.imprimatur.models.Comparison.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies of the real models, each edited as a modeller might. */
@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Whoever reads a changed model is told what differs")
class ComparisonTest {

	private static final String POST = "posts/post-approval.bpmn";

	private static final String CHECKS = "posts/post-checks.dmn";

	private static String text(String file) {
		try {
			return new ClassPathResource("processes/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Comparison changed(String file, String key, String... replacements) {
		String before = text(file);
		String after = before;
		for (int i = 0; i < replacements.length; i += 2) {
			assertThat(after).contains(replacements[i]);
			after = after.replace(replacements[i], replacements[i + 1]);
		}
		return new Comparisons().between(key, ModelFile.of(file, before.getBytes(StandardCharsets.UTF_8)),
				ModelFile.of(file, after.getBytes(StandardCharsets.UTF_8)));
	}

	private static Comparison post(String... replacements) {
		return changed(POST, "post-approval", replacements);
	}

	private static Change only(Comparison comparison) {
		assertThat(comparison.changes()).hasSize(1);
		return comparison.changes().get(0);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "posts/post-approval.bpmn", "posts/post-correction.bpmn", "incidents/incident-escalation.bpmn",
					"incidents/serious-incident-decision.bpmn", "incidents/board-report.bpmn" })
	@DisplayName("a file that is written in another way says the same")
	void written(String file) {
		Comparison comparison = changed(file, "any", "\n", "\r\n", "    <bpmn:", "\t\t<bpmn:");
		assertThat(comparison.changes()).isEmpty();
		assertThat(comparison.summary("element")).isEqualTo("Nothing differs.");
	}

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|', value = {
			"check-charity-objects|name=\"Check the charity's objects\"|name=\"Look at the objects\"|Label|Check the charity's objects|Look at the objects",
			"check-charity-objects|Say whether this post serves|Say if this post serves|Documentation|[OBJECTS] Say whether this post serves the charity's objects, and which one. If it does not, or not yet, give the reason: it is kept as evidence.|[OBJECTS] Say if this post serves the charity's objects, and which one. If it does not, or not yet, give the reason: it is kept as evidence.",
			"check-charity-objects|posts/check-charity-objects\" camunda:candidateGroups=\"charity-objects-reviewers\"|posts/check-charity-objects\" camunda:candidateGroups=\"digital-team\"|Groups it is offered to|charity-objects-reviewers|digital-team",
			"draft-post|camunda:assignee=\"${author}\" camunda:dueDate|camunda:candidateUsers=\"${author}\" camunda:dueDate|Person|${author}|''",
			"draft-post|camunda:dueDate=\"${deadlines.of(execution, 'draft-post')}\"|camunda:dueDate=\"${deadlines.of(execution, 'sign-off-post')}\"|Due|${deadlines.of(execution, 'draft-post')}|${deadlines.of(execution, 'sign-off-post')}",
			"draft-post|camunda:formKey=\"embedded:/forms/posts/draft-post\"|camunda:formKey=\"embedded:/forms/posts/draft\"|Form|embedded:/forms/posts/draft-post|embedded:/forms/posts/draft",
			"draft-unattended|${deadlines.of(execution, 'draft-unattended')}|P2D|Timer|${deadlines.of(execution, 'draft-unattended')}|P2D",
			"draft-unattended|cancelActivity=\"false\" attachedToRef=\"draft-post\"|attachedToRef=\"draft-post\"|Stops the step|false|''",
			"check-overtaken|attachedToRef=\"check-charity-objects\"|attachedToRef=\"draft-post\"|Stands on|Check the charity's objects|Draft the post",
			"approval-route|camunda:decisionRef=\"approval-route\"|camunda:decisionRef=\"objects-check\"|Decision|approval-route|objects-check",
			"establish-facts|${establishFacts}|${verifyApproval}|What runs|${establishFacts}|${verifyApproval}",
			"objects-check|<camunda:outputParameter name=\"objectsCheck\">${decisionResult[0].objectsCheck}|<camunda:outputParameter name=\"objectsCheck\">NONE|Keeps “objectsCheck”|${decisionResult[0].objectsCheck}|NONE",
			"check-charity-objects|<camunda:taskListener delegateExpression=\"${remindPeople}\" event=\"timeout\" id=\"check-charity-objects-overdue\">|<camunda:taskListener delegateExpression=\"${tellPeople}\" event=\"timeout\" id=\"check-charity-objects-overdue\">|Reminder|${remindPeople}|${tellPeople}",
			"post-approval|historyTimeToLive=\"P2192D\"|historyTimeToLive=\"P30D\"|Kept for|P2192D|P30D",
			"check-charity-objects|camunda:priority=\"${taskPriority}\">\\n      <bpmn:documentation>[OBJECTS] Say|camunda:priority=\"${taskPriority}\" camunda:jobPriority=\"7\">\\n      <bpmn:documentation>[OBJECTS] Say|Setting “@jobPriority”|''|7" })
	@DisplayName("each setting of an element is told, before and after")
	void settings(String element, String old, String changed, String what, String before, String after) {
		Change change = only(post(old.replace("\\n", "\n"), changed.replace("\\n", "\n")));
		assertThat(change.element()).isEqualTo(element);
		assertThat(change.kind()).isEqualTo(Kind.CHANGED);
		assertThat(change.details()).contains(new Detail(what, before, after));
	}

	@Test
	@DisplayName("a way that leads elsewhere is told by the labels of both ends")
	void ways() {
		Change change = only(post("sourceRef=\"post-aligned\" targetRef=\"route-needed\"",
				"sourceRef=\"post-aligned\" targetRef=\"post-published\""));
		assertThat(change.element()).isEqualTo("aligned-yes");
		assertThat(change.label()).isEqualTo("Aligned (from Is the post aligned? to Post published)");
		assertThat(change.details())
			.containsExactly(new Detail("Leads to", "exclusive gateway route-needed", "Post published"));
	}

	@Test
	@DisplayName("an inverted condition is told")
	void condition() {
		Comparison comparison = post("${whatNext == 'PUBLISH'}", "${whatNext != 'PUBLISH'}");
		assertThat(only(comparison).details())
			.containsExactly(new Detail("Condition", "${whatNext == 'PUBLISH'}", "${whatNext != 'PUBLISH'}"));
		assertThat(comparison.summary("element")).isEqualTo("1 changed.");
	}

	@Test
	@DisplayName("a new step and the way to it are told as added, and what they say")
	void added() {
		Comparison comparison = post("<bpmn:endEvent id=\"draft-offered\"",
				"<bpmn:userTask id=\"tell-the-chair\" name=\"Tell the chair\" camunda:assignee=\"${chair}\" />"
						+ "<bpmn:endEvent id=\"draft-offered\"",
				"<bpmn:flowNodeRef>draft-offered</bpmn:flowNodeRef>",
				"<bpmn:flowNodeRef>draft-offered</bpmn:flowNodeRef><bpmn:flowNodeRef>tell-the-chair</bpmn:flowNodeRef>");
		Change change = only(comparison);
		assertThat(change.kind()).isEqualTo(Kind.ADDED);
		assertThat(change.label()).isEqualTo("Tell the chair");
		assertThat(change.sort()).isEqualTo("user task");
		assertThat(change.details()).containsExactly(new Detail("Role", "", "Author"),
				new Detail("Person", "", "${chair}"));
	}

	@Test
	@DisplayName("what is gone is told as removed")
	void removed() {
		String text = text(POST);
		int from = text.indexOf("<bpmn:boundaryEvent id=\"check-overtaken\"");
		String gone = text.substring(from, text.indexOf("</bpmn:boundaryEvent>", from) + 21);
		int flow = text.indexOf("<bpmn:sequenceFlow id=\"check-overtaken-verify\"");
		String way = text.substring(flow, text.indexOf(">", flow) + 1);
		int shape = text.indexOf("<bpmndi:BPMNShape id=\"check-overtaken");
		String drawn = text.substring(shape, text.indexOf("</bpmndi:BPMNShape>", shape) + 19);
		int edge = text.indexOf("<bpmndi:BPMNEdge id=\"check-overtaken-verify");
		String line = text.substring(edge, text.indexOf("</bpmndi:BPMNEdge>", edge) + 18);
		Comparison comparison = post(gone, "", way, "", drawn, "", line, "",
				"<bpmn:flowNodeRef>check-overtaken</bpmn:flowNodeRef>", "",
				"<bpmn:incoming>check-overtaken-verify</bpmn:incoming>", "");
		assertThat(comparison.of(Kind.REMOVED)).extracting(Change::label)
			.containsExactly("Post changed", "From Post changed to exclusive gateway approval-to-verify");
		assertThat(comparison.of(Kind.REMOVED).get(0).details()).contains(new Detail("Message", "post-changed", ""));
		assertThat(comparison.changes()).hasSize(2);
		assertThat(comparison.summary("element")).isEqualTo("2 removed.");
	}

	@Test
	@DisplayName("a step that only stands elsewhere in the drawing is told as only moved")
	void moved() {
		String text = text(POST);
		int at = text.indexOf("bpmnElement=\"draft-post\"");
		int bounds = text.indexOf("<dc:Bounds x=\"", at);
		String shape = text.substring(at, text.indexOf("/>", bounds));
		Comparison comparison = post(shape, shape.replaceFirst("<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"7\""));
		assertThat(only(comparison).kind()).isEqualTo(Kind.MOVED);
		assertThat(comparison.isOnlyMoved()).isTrue();
		assertThat(comparison.summary("element"))
			.isEqualTo("Only moved: 1 element stands in another place. Nothing else differs.");
	}

	@Test
	@DisplayName("a new label changes nothing about the ways that lead there, nor a renamed lane its steps")
	void labels() {
		assertThat(only(post("name=\"Draft the post\"", "name=\"Write the post\"")).element()).isEqualTo("draft-post");
		assertThat(only(post("id=\"channel-team\" name=\"Channel team\"", "id=\"channel-team\" name=\"The team\""))
			.element()).isEqualTo("channel-team");
	}

	@Test
	@DisplayName("a step in another lane is told with both roles")
	void lanes() {
		Change change = only(post("<bpmn:flowNodeRef>check-charity-objects</bpmn:flowNodeRef>", "",
				"<bpmn:flowNodeRef>draft-post</bpmn:flowNodeRef>",
				"<bpmn:flowNodeRef>draft-post</bpmn:flowNodeRef><bpmn:flowNodeRef>check-charity-objects</bpmn:flowNodeRef>"));
		assertThat(change.details()).containsExactly(new Detail("Role", "Objects reviewers", "Author"));
	}

	@Test
	@DisplayName("a table's changed cells are told one by one, with the number of the row")
	void cells() {
		Comparison comparison = changed("posts/post-approval-deadlines.dmn", "post-approval-deadlines",
				"<text>\"30 minutes\"</text>", "<text>\"45 minutes\"</text>");
		assertThat(comparison.changes()).isNotEmpty().allSatisfy((change) -> {
			assertThat(change.sort()).isEqualTo("row");
			assertThat(change.label()).matches("Row \\d+");
			assertThat(change.details())
				.containsExactly(new Detail("Answer: Due after", "\"30 minutes\"", "\"45 minutes\""));
		});
	}

	@Test
	@DisplayName("rows and columns are told as added, removed, or in another place; another decision's are not")
	void rows() {
		String text = text(CHECKS);
		int table = text.indexOf("<decisionTable id=\"objects-check-table\"");
		int first = text.indexOf("<rule ", table);
		int second = text.indexOf("<rule ", first + 1);
		int third = text.indexOf("<rule ", second + 1);
		String one = text.substring(first, second);
		String two = text.substring(second, third);
		Change gone = only(changed(CHECKS, "objects-check", one, ""));
		assertThat(gone.kind()).isEqualTo(Kind.REMOVED);
		assertThat(gone.label()).isEqualTo("Row 1");
		assertThat(gone.details()).extracting(Detail::what).contains("Because");
		assertThat(changed(CHECKS, "approval-route", one, "").changes()).isEmpty();
		Change swapped = only(changed(CHECKS, "objects-check", one + two, two + one));
		assertThat(swapped.details()).extracting(Detail::what).containsExactly("Place");
		Change policy = only(changed("posts/post-approval-deadlines.dmn", "post-approval-deadlines",
				"hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));
		assertThat(policy.details()).isEqualTo(List.of(new Detail("Which row holds", "FIRST", "UNIQUE")));
	}

	@Test
	@DisplayName("an input that looks at something else, or allows another value, is told")
	void columns() {
		Change change = only(changed("posts/post-approval-deadlines.dmn", "post-approval-deadlines",
				"\"NORMAL\",\"BREAKING\"", "\"NORMAL\",\"BREAKING\",\"SLOW\""));
		assertThat(change.sort()).isEqualTo("input");
		assertThat(change.label()).isEqualTo("Urgency");
		assertThat(change.details())
			.containsExactly(new Detail("Values", "\"NORMAL\",\"BREAKING\"", "\"NORMAL\",\"BREAKING\",\"SLOW\""));
	}

}
