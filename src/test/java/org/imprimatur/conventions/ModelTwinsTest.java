package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.imprimatur.conventions.good.letters.LetterApproval;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ClauseRule;
import org.imprimatur.models.check.CodeRule;
import org.imprimatur.models.check.FaceRule;
import org.imprimatur.models.check.FormRule;
import org.imprimatur.models.check.LaneRule;
import org.imprimatur.models.check.NameRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Miniature.MODEL;
import static org.imprimatur.conventions.Miniature.TABLES;

/**
 * Each rule about names, people, forms and code bites: a copy of the miniature house with
 * one thing wrong for each. {@link WayTwinsTest} does the same for ways and clocks.
 */
@DisplayName("A model that breaks a convention is told so")
class ModelTwinsTest {

	private static final List<LetterApproval> FACES = List.of(new LetterApproval());

	private static final String DELEGATE = "camunda:delegateExpression=\"${sendLetter}\"";

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	private Around around(List<? extends ProcessFace> faces) {
		return new Around(this.twin.house(), faces, List.of(), Set.of("sendLetter", "reminder"),
				Set.of("letter-checkers"));
	}

	private List<String> names() {
		return around(FACES).findings(new NameRule());
	}

	private List<String> faces(List<? extends ProcessFace> faces) {
		return around(faces).findings(new FaceRule(around(faces)));
	}

	private List<String> forms() {
		return around(FACES).findings(new FormRule(around(FACES)));
	}

	private List<String> lanes() {
		return around(FACES).findings(new LaneRule(around(FACES)));
	}

	private List<String> clauses() {
		return around(FACES).findings(new ClauseRule(around(FACES)));
	}

	private List<String> code() {
		return around(FACES).findings(new CodeRule(around(FACES)));
	}

	@Test
	@DisplayName("the good miniature keeps them all")
	void good() {
		assertThat(names()).isEmpty();
		assertThat(faces(FACES)).isEmpty();
		assertThat(forms()).isEmpty();
		assertThat(lanes()).isEmpty();
		assertThat(clauses()).isEmpty();
		assertThat(code()).isEmpty();
	}

	@Test
	@DisplayName("an id in camel case")
	void camelCaseId() {
		this.twin.with(MODEL, "\"letter-ready\"", "\"letterReady\"");
		assertThat(names()).singleElement().asString().contains("letterReady");
	}

	@Test
	@DisplayName("a file not called after its process")
	void fileName() {
		this.twin.with(MODEL, "process id=\"letter-approval\"", "process id=\"letter-consent\"");
		assertThat(names()).singleElement().asString().contains("letter-consent.bpmn");
	}

	@Test
	@DisplayName("a task that Java does not know")
	void taskWithoutFace() {
		this.twin.with(MODEL, "\"check-letter\"", "\"read-letter\"");
		assertThat(faces(FACES))
			.anyMatch((line) -> line.contains("is the task read-letter, which LetterApproval does not name"))
			.anyMatch((line) -> line.contains("has lost the task check-letter"));
	}

	@Test
	@DisplayName("an ending, a step, a decision or a message that only one side knows")
	void otherNames() {
		this.twin.with(MODEL, "endEvent id=\"letter-dropped\"", "endEvent id=\"letter-gone\"")
			.with(MODEL, "targetRef=\"letter-dropped\"", "targetRef=\"letter-gone\"")
			.with(MODEL, "\"send-letter\"", "\"post-letter\"")
			.with(MODEL, "decisionRef=\"letter-check\"", "decisionRef=\"letter-checks\"")
			.with(MODEL, "name=\"letter-withdrawn\"", "name=\"letter-taken-back\"");
		assertThat(faces(FACES)).hasSize(8)
			.anyMatch((line) -> line.contains("the ending letter-gone"))
			.anyMatch((line) -> line.contains("the step post-letter"))
			.anyMatch((line) -> line.contains("the decision letter-checks"))
			.anyMatch((line) -> line.contains("the message letter-taken-back"));
	}

	@Test
	@DisplayName("a variable that Java does not declare")
	void undeclaredVariable() {
		this.twin.with(MODEL, "${checkDue}", "${someDay}");
		assertThat(faces(FACES)).singleElement().asString().contains("someDay");
	}

	@Test
	@DisplayName("a decision that asks for what nobody declares")
	void undeclaredInput() {
		this.twin.with(TABLES, "<text>pages</text>", "<text>sheets</text>");
		assertThat(faces(FACES)).singleElement()
			.asString()
			.contains("asks for sheets, which LetterApproval does not declare");
	}

	@Test
	@DisplayName("a model without a face, and a face without a model")
	void faceMissing() {
		assertThat(faces(List.of())).singleElement().asString().contains("no face");
		this.twin.without(MODEL);
		assertThat(faces(FACES)).singleElement().asString().contains("holds no model of the process letter-approval");
	}

	@Test
	@DisplayName("a task without a form, another form key, a form without a task")
	void formsAndTasks() {
		this.twin.without("forms/letters/check-letter.html")
			.write("forms/letters/burn-letter.html", "<main></main>")
			.with(MODEL, "embedded:/forms/letters/write-letter", "embedded:app:forms/write-letter");
		assertThat(forms()).hasSize(2)
			.anyMatch((line) -> line.contains("“Check letter” (check-letter) has no form"))
			.anyMatch((line) -> line.contains("embedded:app:forms/write-letter"));
		assertThat(FormRules.findings(this.twin.house())).singleElement()
			.asString()
			.contains("burn-letter.html belongs to no user task");
	}

	@Test
	@DisplayName("a task found otherwise than its lane")
	void otherPeople() {
		this.twin.with(MODEL, "camunda:candidateGroups=\"letter-checkers\" ", "camunda:candidateGroups=\"all\" ");
		assertThat(lanes()).singleElement().asString().contains("lane checkers");
	}

	@Test
	@DisplayName("a task that is offered to a person besides its lane")
	void morePeople() {
		this.twin.with(MODEL, "camunda:assignee=\"${writer}\" ",
				"camunda:assignee=\"${writer}\" camunda:candidateGroups=\"all\" ");
		assertThat(lanes()).singleElement().asString().contains("lane writer");
	}

	@Test
	@DisplayName("a lane that does not say how its people are found, a task in no lane")
	void silentLane() {
		this.twin.with(MODEL, " Found by: camunda:assignee=\"${writer}\"", "")
			.with(MODEL, "<bpmn:flowNodeRef>letter-in-person</bpmn:flowNodeRef>", "");
		assertThat(lanes()).hasSize(2)
			.anyMatch((line) -> line.contains("“Writer” (writer) does not say"))
			.anyMatch((line) -> line.contains("(check-letter) stands in no lane"));
	}

	@Test
	@DisplayName("a task, rule task, timer, split or row without its clause")
	void silentElements() {
		this.twin.with(MODEL, "[GROUND] Say", "Say")
			.with(MODEL, "[EYES] Some letters", "Some letters")
			.with(MODEL, "[EYES] Nobody", "Nobody")
			.with(MODEL, "[EYES] The table", "The table")
			.with(TABLES, "[EYES] So does", "So does");
		assertThat(clauses()).hasSize(5).allMatch((line) -> line.contains("does not begin with the clause"));
	}

	@Test
	@DisplayName("a clause that nobody knows, and one with nothing to say")
	void unknownClause() {
		this.twin.with(MODEL, "[GROUND] Say", "[GRUOND] Say").with(MODEL, "[EYES] Nobody waits for ever.", "[EYES]");
		assertThat(clauses()).hasSize(2)
			.anyMatch((line) -> line.contains("[GRUOND]"))
			.anyMatch((line) -> line.contains("says nothing"));
	}

	@Test
	@DisplayName("a group that does not exist, once people are there")
	void unknownGroup() {
		this.twin.with(MODEL, "\"letter-checkers\"", "\"letter-chekers\"");
		assertThat(lanes()).isEmpty();
		assertThat(new Checker(List.of(new LaneRule(around(FACES)))).check(Around.models(this.twin.house()), false))
			.singleElement()
			.asString()
			.contains("names the group letter-chekers, which does not exist");
	}

	@Test
	@DisplayName("a class, a script, a connector, an outside worker, mapped data")
	void codeInModels() {
		assertCode(DELEGATE, "camunda:class=\"org.example.Send\"", "uses camunda:class");
		assertCode(DELEGATE, "camunda:expression=\"${letters.send()}\"", "uses camunda:expression");
		assertCode(DELEGATE, "camunda:type=\"external\" camunda:topic=\"letters\"", "uses camunda:topic");
		assertCode("${sendLetter}", "${sender}", "set the delegate expression to ${sendLetter}");
		assertCode("${reminder}", "${reminder.at(1)}", "does more than name a bean");
		assertCode("${reminder}", "${runtimeService}", "names the step runtimeService, which no code knows");
		assertCode("delegateExpression=\"${reminder}\" id", "class=\"org.example.Reminder\" id", "uses camunda:class");
		assertCode("delegateExpression=\"${reminder}\" id", "expression=\"${x.y()}\" id", "uses camunda:expression");
		assertCode("${checkDue}", "${dateTime().plusDays(1).toDate()}", "does more than name a fact");
		assertCode("${checkDue}", "#{system.exit(1)}", "does more than name a fact");
		assertCode("${checkDue}", "tomorrow", "has the time tomorrow drawn in");
		assertCode("<bpmn:serviceTask id=\"send-letter\" name=\"Send letter\" " + DELEGATE + ">",
				"<bpmn:serviceTask id=\"send-letter\" name=\"Send letter\" " + DELEGATE
						+ "><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements>",
				"holds a camunda:connector");
		assertCode("name=\"Send letter\"", "name=\"Send ${letter.delete()}\"", "has an expression in its label");
		assertCode("[GROUND] Say what", "[GROUND] Say #{letter.delete()} what",
				"has an expression in its documentation");
		assertCode("${letterCheck == 'REQUIRED'}", "${letter.pages > 2}", "compares one name with a code");
	}

	@Test
	@DisplayName("a script")
	void script() {
		assertCode("<bpmn:serviceTask id=\"send-letter\" name=\"Send letter\" camunda:delegateExpression=\""
				+ "${sendLetter}\">\n      <bpmn:incoming>ready</bpmn:incoming>\n      <bpmn:outgoing>sent</bpmn:outgoing>"
				+ "\n    </bpmn:serviceTask>",
				"<bpmn:scriptTask id=\"send-letter\" scriptFormat=\"javascript\"><bpmn:incoming>ready</bpmn:incoming>"
						+ "<bpmn:outgoing>sent</bpmn:outgoing><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
				"is a script");
	}

	@Test
	@DisplayName("a table in another language than FEEL")
	void otherLanguage() {
		this.twin.with(TABLES, "inputEntry id=\"e11\"", "inputEntry id=\"e11\" expressionLanguage=\"juel\"");
		assertThat(code()).singleElement().asString().contains("juel");
	}

	/** In a copy that is otherwise good. */
	private void assertCode(String old, String replacement, String finding) {
		String good = this.twin.house().read(this.twin.house().root().resolve(MODEL));
		this.twin.with(MODEL, old, replacement);
		assertThat(code()).anyMatch((line) -> line.contains(finding));
		this.twin.write(MODEL, good);
	}

}
