package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.List;

import org.imprimatur.conventions.good.letters.LetterApproval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Miniature.MODEL;
import static org.imprimatur.conventions.Miniature.TABLES;

/**
 * Each convention about models and forms bites: a copy of the miniature house with one
 * thing wrong for each.
 */
@DisplayName("A model that breaks a convention is told so")
class ModelTwinsTest {

	private static final List<LetterApproval> FACES = List.of(new LetterApproval());

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	@Test
	@DisplayName("an id in camel case")
	void camelCaseId() {
		this.twin.with(MODEL, "\"letter-ready\"", "\"letterReady\"");
		assertThat(NameRules.findings(this.twin.house())).singleElement().asString().contains("letterReady");
	}

	@Test
	@DisplayName("a file not called after its process")
	void fileName() {
		this.twin.with(MODEL, "process id=\"letter-approval\"", "process id=\"letter-consent\"");
		assertThat(NameRules.findings(this.twin.house())).singleElement().asString().contains("letter-consent.bpmn");
	}

	@Test
	@DisplayName("a task that Java does not know")
	void taskWithoutFace() {
		this.twin.with(MODEL, "\"check-letter\"", "\"read-letter\"");
		assertThat(FaceRules.findings(this.twin.house(), FACES))
			.anyMatch((line) -> line
				.contains("letter-approval.bpmn holds the task read-letter, which LetterApproval does not name"))
			.anyMatch((line) -> line.contains("LetterApproval names the task check-letter"));
	}

	@Test
	@DisplayName("an ending, a step, a decision or a message that only one side knows")
	void otherNames() {
		this.twin.with(MODEL, "endEvent id=\"letter-dropped\"", "endEvent id=\"letter-gone\"")
			.with(MODEL, "targetRef=\"letter-dropped\"", "targetRef=\"letter-gone\"")
			.with(MODEL, "\"send-letter\"", "\"post-letter\"")
			.with(MODEL, "decisionRef=\"letter-check\"", "decisionRef=\"letter-checks\"")
			.with(MODEL, "name=\"letter-withdrawn\"", "name=\"letter-taken-back\"");
		assertThat(FaceRules.findings(this.twin.house(), FACES)).hasSize(8)
			.anyMatch((line) -> line.contains("the ending letter-gone"))
			.anyMatch((line) -> line.contains("the step post-letter"))
			.anyMatch((line) -> line.contains("the decision letter-checks"))
			.anyMatch((line) -> line.contains("the message letter-taken-back"));
	}

	@Test
	@DisplayName("a variable that Java does not declare")
	void undeclaredVariable() {
		this.twin.with(MODEL, "${checkDue}", "${someDay}");
		assertThat(FaceRules.findings(this.twin.house(), FACES)).singleElement().asString().contains("someDay");
	}

	@Test
	@DisplayName("a decision that asks for what nobody declares, and one that no table holds")
	void undeclaredInput() {
		this.twin.with(TABLES, "<text>pages</text>", "<text>sheets</text>");
		assertThat(FaceRules.findings(this.twin.house(), FACES)).singleElement()
			.asString()
			.contains("asks for sheets, which LetterApproval does not declare");
		this.twin.without(TABLES);
		assertThat(FaceRules.findings(this.twin.house(), FACES)).singleElement()
			.asString()
			.contains("letter-check, which no table in processes holds");
	}

	@Test
	@DisplayName("a model without a face, and a face without a model")
	void faceMissing() {
		assertThat(FaceRules.findings(this.twin.house(), List.of())).singleElement().asString().contains("no face");
		assertThat(FaceRules.findings(this.twin.without(MODEL).house(), FACES)).singleElement()
			.asString()
			.contains("no model");
	}

	@Test
	@DisplayName("a task without a form, a form without a task, another form key")
	void forms() {
		this.twin.without("forms/letters/check-letter.html")
			.write("forms/letters/burn-letter.html", "<main></main>")
			.with(MODEL, "embedded:/forms/letters/write-letter", "embedded:app:forms/write-letter");
		assertThat(FormRules.findings(this.twin.house())).hasSize(3)
			.anyMatch((line) -> line.contains("check-letter has no form"))
			.anyMatch((line) -> line.contains("burn-letter.html belongs to no user task"))
			.anyMatch((line) -> line.contains("embedded:app:forms/write-letter"));
	}

	@Test
	@DisplayName("a task found otherwise than its lane")
	void otherPeople() {
		this.twin.with(MODEL, "camunda:candidateGroups=\"letter-checkers\">", "camunda:candidateGroups=\"all\">");
		assertThat(LaneRules.findings(this.twin.house())).singleElement().asString().contains("lane checkers");
	}

	@Test
	@DisplayName("a task that is offered to a person besides its lane")
	void morePeople() {
		this.twin.with(MODEL, "camunda:assignee=\"${writer}\">",
				"camunda:assignee=\"${writer}\" camunda:candidateGroups=\"all\">");
		assertThat(LaneRules.findings(this.twin.house())).singleElement().asString().contains("lane writer");
	}

	@Test
	@DisplayName("a lane that does not say how its people are found, a task in no lane")
	void silentLane() {
		this.twin.with(MODEL, " Found by: camunda:assignee=\"${writer}\"", "")
			.with(MODEL, "<bpmn:flowNodeRef>letter-in-person</bpmn:flowNodeRef>", "");
		assertThat(LaneRules.findings(this.twin.house())).hasSize(2)
			.anyMatch((line) -> line.contains("the lane writer"))
			.anyMatch((line) -> line.contains("check-letter stands in no lane"));
	}

	@Test
	@DisplayName("a task, rule task, timer, split or row without its clause")
	void silentElements() {
		this.twin.with(MODEL, "[GROUND] Say", "Say")
			.with(MODEL, "[EYES] Some letters", "Some letters")
			.with(MODEL, "[EYES] Nobody", "Nobody")
			.with(MODEL, "[EYES] The table", "The table")
			.with(TABLES, "[EYES] So does", "So does");
		assertThat(ClauseRules.findings(this.twin.house())).hasSize(5)
			.allMatch((line) -> line.contains("does not begin with the clause"));
	}

	@Test
	@DisplayName("a clause that nobody knows, and one with nothing to say")
	void unknownClause() {
		this.twin.with(MODEL, "[GROUND] Say", "[GRUOND] Say").with(MODEL, "[EYES] Nobody waits for ever.", "[EYES]");
		assertThat(ClauseRules.findings(this.twin.house())).hasSize(2)
			.anyMatch((line) -> line.contains("[GRUOND]"))
			.anyMatch((line) -> line.contains("says nothing"));
	}

	@Test
	@DisplayName("code in a model")
	void code() {
		String delegate = "camunda:delegateExpression=\"${sendLetter}\"";
		assertExpression(delegate, "camunda:class=\"org.example.Send\"", "camunda:class");
	}

	@Test
	@DisplayName("an expression that does something")
	void expression() {
		assertExpression("camunda:delegateExpression=\"${sendLetter}\"", "camunda:expression=\"${letters.send()}\"",
				"camunda:expression");
	}

	@Test
	@DisplayName("a bean of another name")
	void otherBean() {
		assertExpression("${sendLetter}", "${sender}", "instead of ${sendLetter}");
	}

	@Test
	@DisplayName("a listener that does more than name a bean")
	void listener() {
		assertExpression("${reminder}", "${reminder.at(1)}", "does more than name a bean");
		assertExpression("delegateExpression=\"${reminder.at(1)}\"", "class=\"org.example.Reminder\"", "camunda:class");
	}

	@Test
	@DisplayName("a due date that computes, and a deadline that no table knows")
	void deadlines() {
		assertExpression("${checkDue}", "${dateTime().plusDays(1).toDate()}", "does more than name a fact");
		assertExpression("${dateTime().plusDays(1).toDate()}", "${deadlines.of(execution, 'check-late')}",
				"asks when check-late is due");
	}

	@Test
	@DisplayName("a script")
	void script() {
		assertExpression("<bpmn:serviceTask id=\"send-letter\" name=\"Send letter\" camunda:delegateExpression=\""
				+ "${sendLetter}\">\n      <bpmn:incoming>ready</bpmn:incoming>\n      <bpmn:outgoing>sent</bpmn:outgoing>"
				+ "\n    </bpmn:serviceTask>",
				"<bpmn:scriptTask id=\"send-letter\" scriptFormat=\"javascript\"><bpmn:incoming>ready</bpmn:incoming>"
						+ "<bpmn:outgoing>sent</bpmn:outgoing><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
				"is a script");
	}

	@Test
	@DisplayName("a condition that computes")
	void condition() {
		assertExpression("${letterCheck == 'REQUIRED'}", "${letter.pages > 2}", "compares one name with a code");
	}

	@Test
	@DisplayName("a table in another language than FEEL")
	void otherLanguage() {
		this.twin.with(TABLES, "inputEntry id=\"e11\"", "inputEntry id=\"e11\" expressionLanguage=\"juel\"");
		assertThat(ExpressionRules.findings(this.twin.house())).singleElement().asString().contains("juel");
	}

	private void assertExpression(String old, String replacement, String finding) {
		this.twin.with(MODEL, old, replacement);
		assertThat(ExpressionRules.findings(this.twin.house())).anyMatch((line) -> line.contains(finding));
	}

}
