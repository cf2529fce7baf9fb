package org.imprimatur.models.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Examples of a decision")
class ExampleRuleTest {

	private static final TableFeel FEEL = new TableFeel();

	private static final String FEE = """
			<decision id="fee" name="Fee">
			  <informationRequirement id="needs-size"><requiredDecision href="#size"/></informationRequirement>
			  <decisionTable id="fee-table" hitPolicy="COLLECT">
			    <input id="i1"><inputExpression typeRef="string"><text>size</text></inputExpression>
			      <inputValues><text>"LARGE","SMALL"</text></inputValues></input>
			    <input id="i2"><inputExpression typeRef="boolean"><text>abroad</text></inputExpression></input>
			    <output id="o1" name="part" typeRef="string"/>
			    <rule id="r1"><inputEntry id="e11"><text>"LARGE"</text></inputEntry>
			      <inputEntry id="e12"><text></text></inputEntry>
			      <outputEntry id="a1"><text>"WEIGHT"</text></outputEntry></rule>
			    <rule id="r2"><inputEntry id="e21"><text></text></inputEntry>
			      <inputEntry id="e22"><text>true</text></inputEntry>
			      <outputEntry id="a2"><text>"BORDER"</text></outputEntry></rule>
			  </decisionTable>
			</decision>
			""";

	private static final String SIZE = """
			<decision id="size" name="Size">
			  <decisionTable id="size-table" hitPolicy="FIRST">
			    <input id="i3"><inputExpression typeRef="integer"><text>grams</text></inputExpression></input>
			    <output id="o2" name="size" typeRef="string"/>
			    <rule id="r3"><inputEntry id="e31"><text>> 500</text></inputEntry>
			      <outputEntry id="a3"><text>"LARGE"</text></outputEntry></rule>
			    <rule id="r4"><inputEntry id="e41"><text>&lt;= 500</text></inputEntry>
			      <outputEntry id="a4"><text>"SMALL"</text></outputEntry></rule>
			    <rule id="r5"><inputEntry id="e51"><text></text></inputEntry>
			      <outputEntry id="a5"><text>"LARGE"</text></outputEntry></rule>
			  </decisionTable>
			</decision>
			""";

	private static final String SIZES = "grams,answer: size,why\n501,LARGE,heavy\n500,SMALL,not yet\n";

	@Test
	@DisplayName("are run with the decisions before it, lists with semicolons between their parts")
	void withWhatItNeeds() {
		assertThat(check(FEE, "grams,abroad,answer: part,why\n600,TRUE,WEIGHT; BORDER,both\n500,false,,neither\n"))
			.isEmpty();
		assertThat(check(FEE, "grams,abroad,answer: part,why\n600,true,WEIGHT,one is missing\n")).singleElement()
			.asString()
			.contains("expects part = WEIGHT, but the table answers WEIGHT; BORDER by row 1 and row 2");
		assertThat(check(FEE, "size,abroad,answer: part,why\n")).extracting(Finding::problem)
			.containsExactlyInAnyOrder("has the column size, which is no fact of the decision",
					"has no column for grams");
	}

	@Test
	@DisplayName("are found for a file that comes without its folder, as the Modeler sends it")
	void withoutFolder() {
		assertThat(
				check("fees.dmn", FEE + SIZE, "grams,abroad,answer: part,why\n600,true,WEIGHT,one is missing\n", SIZES))
			.singleElement()
			.asString()
			.startsWith("letters/fee.examples.csv: row 2 expects part = WEIGHT");
	}

	@Test
	@DisplayName("may say an answer as spreadsheets write it: TRUE, 2.0")
	void asSpreadsheetsWrite() {
		var answer = new ExampleRun.Answer(List.of(Map.of("late", true, "months", 24, "code", "True")), "row 1");
		assertThat(answer.is("late", "TRUE")).isTrue();
		assertThat(answer.is("months", "24.0")).isTrue();
		assertThat(answer.is("months", "240")).isFalse();
		assertThat(answer.is("code", "TRUE")).isFalse();
	}

	@Test
	@DisplayName("are left alone where a table cannot be read: the rule about tables says so")
	void unsound() {
		assertThat(check(FEE.replace("<text>true</text>", "<text>for i in 1..9 return i</text>"),
				"grams,abroad,answer: part,why\n600,true,NONE,wrong\n"))
			.isEmpty();
	}

	@Test
	@DisplayName("of decisions that need each other end in a finding")
	void circle() {
		String size = SIZE.replace("<decisionTable id=\"size-table\"",
				"<informationRequirement id=\"back\"><requiredDecision href=\"#fee\"/></informationRequirement>"
						+ "<decisionTable id=\"size-table\"");
		assertThat(check("letters/fees.dmn", FEE + size, "abroad,grams,answer: part,why\ntrue,1,BORDER,round\n", SIZES))
			.extracting(Finding::problem)
			.anyMatch((problem) -> problem.startsWith("cannot be run: "));
	}

	private static List<Finding> check(String fee, String examples) {
		return check("letters/fees.dmn", fee + SIZE, examples, SIZES);
	}

	private static List<Finding> check(String file, String decisions, String fees, String sizes) {
		Findings findings = new Findings();
		String xml = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"D\" namespace=\"n\">"
				+ decisions + "</definitions>";
		ModelSet models = new ModelSet(List.of(),
				List.of(new ModelSet.DecisionFile(file,
						Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))),
				Map.of("letters/fee.examples.csv", fees, "letters/size.examples.csv", sizes), file.contains("/"));
		new ExampleRule(FEEL).check(models, findings);
		return findings.all();
	}

}
