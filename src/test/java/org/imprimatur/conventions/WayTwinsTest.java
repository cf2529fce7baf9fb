package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.imprimatur.conventions.good.letters.LetterApproval;
import org.imprimatur.conventions.good.letters.LetterPromises;
import org.imprimatur.models.check.BindingRule;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ConditionRule;
import org.imprimatur.models.check.DeadlineRule;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.FlowRule;
import org.imprimatur.models.check.ModelRule;
import org.imprimatur.models.check.ModelSet;
import org.imprimatur.models.check.PromiseRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Miniature.MODEL;
import static org.imprimatur.conventions.Miniature.TABLES;

/**
 * Each rule about ways, conditions, clocks and promises bites: a copy of the miniature
 * house with one thing wrong for each.
 */
@DisplayName("A model that leads astray is told so")
class WayTwinsTest {

	private static final String TO_CHECK = "sourceRef=\"is-a-check-needed\" targetRef=\"letter-in-person\"";

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	private Around around() {
		return new Around(this.twin.house(), List.of(new LetterApproval()), List.of(new LetterPromises()), Set.of(),
				Set.of());
	}

	private List<String> deadlines() {
		return around().findings(new DeadlineRule(around()));
	}

	private List<String> bindings() {
		return around().findings(new BindingRule());
	}

	private List<String> conditions() {
		return around().findings(new ConditionRule(around()));
	}

	private List<String> flows() {
		return around().findings(new FlowRule(around()));
	}

	private List<Finding> promises() {
		return around().found(new PromiseRule(around()));
	}

	@Test
	@DisplayName("the good miniature keeps them all")
	void good() {
		assertThat(deadlines()).isEmpty();
		assertThat(bindings()).isEmpty();
		assertThat(conditions()).isEmpty();
		assertThat(flows()).isEmpty();
		assertThat(promises()).isEmpty();
	}

	@Test
	@DisplayName("a task without a due date, a table that sets a time for nothing")
	void noDueDate() {
		this.twin.with(MODEL, " camunda:dueDate=\"${deadlines.of(execution, 'write-letter')}\"", "")
			.with(MODEL, "write-letter')}</bpmn:timeDate>", "check-letter')}</bpmn:timeDate>");
		assertThat(deadlines()).hasSize(3)
			.anyMatch((line) -> line.contains("“Write letter” (write-letter) does not say by when"))
			.anyMatch((line) -> line.contains("reminds people at another time"))
			.anyMatch((line) -> line.contains("has no clock for write-letter"));
	}

	@Test
	@DisplayName("a deadline that no table knows, the deadline of another task")
	void otherDeadline() {
		this.twin.with(MODEL, "${deadlines.of(execution, 'check-letter')}", "${deadlines.of(execution, 'check-late')}");
		assertThat(deadlines()).anyMatch((line) -> line.contains("asks when check-late is due"))
			.anyMatch((line) -> line.contains("which is not its own deadline"));
	}

	@Test
	@DisplayName("a task whose end nobody is reminded of, a clock without a time")
	void noReminder() {
		this.twin
			.with(MODEL, "camunda:taskListener event=\"timeout\" delegateExpression=\"${reminder}\" id=\"write",
					"camunda:taskListener event=\"create\" delegateExpression=\"${reminder}\" id=\"write")
			.with(MODEL, "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${checkDue}</bpmn:timeDate>", "");
		assertThat(deadlines()).anyMatch((line) -> line.contains("(write-letter) reminds nobody"))
			.anyMatch((line) -> line.contains("“Check late” (check-late) has a clock that says no time"));
	}

	@Test
	@DisplayName("rules that change under a case, a decision that nobody has, an answer that it does not give")
	void bindingsOfRules() {
		this.twin.with(MODEL, "camunda:decisionRefBinding=\"deployment\"", "");
		assertThat(bindings()).singleElement().asString().contains("whichever version of letter-check is the latest");
		this.twin.with(MODEL, "decisionRef=\"letter-check\"", "decisionRef=\"letter-chek\"");
		assertThat(bindings()).anyMatch((line) -> line.contains("letter-chek, which no table here holds"));
	}

	@Test
	@DisplayName("a history that is not kept, a task that runs in the background")
	void historyAndBackground() {
		this.twin.with(MODEL, " camunda:historyTimeToLive=\"P30D\"", "")
			.with(MODEL, "<bpmn:userTask id=\"write-letter\"",
					"<bpmn:userTask camunda:asyncAfter=\"true\" id=\"write-letter\"");
		assertThat(bindings()).hasSize(2)
			.anyMatch((line) -> line.contains("how long its history is kept"))
			.anyMatch((line) -> line.contains("runs later, in the background"));
	}

	@Test
	@DisplayName("an outcome without a way, two ways for one outcome, an outcome that never is")
	void conditionsOfSplits() {
		this.twin.with(MODEL, "${letterCheck == 'NOT_REQUIRED'}", "${letterCheck != 'REQUIERD'}");
		assertThat(conditions()).hasSize(2)
			.anyMatch((line) -> line.contains("compares letterCheck with REQUIERD, which it never is"))
			.anyMatch((line) -> line.contains("“Is a check needed?” (is-a-check-needed) leads 2 ways"));
		this.twin.with(MODEL, "${letterCheck != 'REQUIERD'}", "${letterCheck == 'REQUIRED'}");
		assertThat(conditions()).hasSize(2)
			.anyMatch((line) -> line.contains("leads nowhere if letterCheck is NOT_REQUIRED"))
			.anyMatch((line) -> line.contains("leads 2 ways if letterCheck is REQUIRED"));
	}

	@Test
	@DisplayName("an element that no case comes to, and one that leads nowhere")
	void loose() {
		this.twin.with(MODEL, TO_CHECK, "sourceRef=\"is-a-check-needed\" targetRef=\"letter-ready\"");
		assertThat(flows()).anyMatch((line) -> line.contains("“Check letter” (check-letter) is never reached"))
			.anyMatch((line) -> line.contains("(check-late) is never reached"));
		this.twin.with(MODEL, "sourceRef=\"letter-ready\" targetRef=\"send-letter\"",
				"sourceRef=\"letter-ready\" targetRef=\"write-letter\"");
		assertThat(flows()).anyMatch((line) -> line.contains("(write-letter) leads to no end"));
	}

	@Test
	@DisplayName("a way round the second reader, drawn from its start to its end")
	void roundThePromise() {
		this.twin.with(MODEL, TO_CHECK, "sourceRef=\"is-a-check-needed\" targetRef=\"letter-ready\"");
		assertThat(promises()).singleElement().satisfies((finding) -> {
			assertThat(finding.toString()).contains(
					"is reached without “Check letter”, although the answer was “Find checker” (REQUIRED), against [EYES]");
			assertThat(finding.path()).containsExactly("letter-begun", "write-letter", "find-checker",
					"is-a-check-needed", "letter-ready", "send-letter");
		});
	}

	@Test
	@DisplayName("a table that may answer less than the gateway asks for is not a way round")
	void answersOfTables() {
		this.twin.with(TABLES, "\"REQUIRED\",\"NOT_REQUIRED\"", "\"NOT_REQUIRED\"")
			.with(MODEL, TO_CHECK, "sourceRef=\"is-a-check-needed\" targetRef=\"letter-ready\"");
		assertThat(promises()).isEmpty();
	}

	@Test
	@DisplayName("a start with unchanged models asks the code around them again, and the tables not")
	void checkedAgain() {
		ModelRule ofTables = new ModelRule() {

			@Override
			public void check(ModelSet models, Findings findings) {
				findings.add("tables", "are asked", "ask them once");
			}

			@Override
			public boolean isAboutTablesAlone() {
				return true;
			}

		};
		Checker checker = new Checker(List.of(ofTables, new FlowRule(around())));
		this.twin.with(MODEL, TO_CHECK, "sourceRef=\"is-a-check-needed\" targetRef=\"letter-ready\"");
		assertThat(checker.check(Around.models(this.twin.house()), true)).extracting(Finding::file).contains("tables");
		assertThat(checker.checkAgain(Around.models(this.twin.house()))).isNotEmpty()
			.extracting(Finding::file)
			.doesNotContain("tables");
	}

	@Test
	@DisplayName("a clock that is gone, or that takes the task away")
	void clocks() {
		this.twin.with(MODEL, "id=\"check-late\" name=\"Check late\" cancelActivity=\"false\"",
				"id=\"check-late\" name=\"Check late\"");
		assertThat(promises()).anyMatch((finding) -> finding.toString().contains("ends what it stands on"))
			.anyMatch((finding) -> finding.toString().contains("takes the task check-letter away"));
		this.twin.with(MODEL, "\"check-late\"", "\"check-slow\"");
		assertThat(promises()).anyMatch((finding) -> finding.toString().contains("has lost its clock check-late"));
	}

}
