package org.imprimatur.models.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@DisplayName("The rule about tables")
class TableRuleTest {

	private static final TableFeel FEEL = new TableFeel();

	private static final String LITERAL = """
			<decision id="sum" name="Sum"><literalExpression><text>1 + 1</text></literalExpression></decision>
			""";

	static Stream<Path> tables() throws IOException {
		return Files.walk(Path.of("processes")).filter((file) -> file.toString().endsWith(".dmn")).sorted();
	}

	@ParameterizedTest
	@MethodSource("tables")
	@DisplayName("reads cells as the engine does: for every combination the same row answers")
	void asTheEngine(Path file) throws IOException {
		List<String> matched = new ArrayList<>();
		DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
		configuration.getCustomPostDecisionTableEvaluationListeners()
			.add((event) -> event.getMatchingRules().forEach((rule) -> matched.add(rule.getId())));
		configuration.setFeelEngineFactory(FEEL::engine);
		var engine = configuration.buildEngine();
		DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
		for (Decision decision : model.getModelElementsByType(Decision.class)) {
			TableGrid grid = TableGrid.of("", decision, (DecisionTable) decision.getExpression(), FEEL);
			TableCombinations combinations = new TableCombinations(grid, FEEL);
			DmnDecision real = engine.parseDecision(decision.getId(), model);
			for (int number = 0; number < combinations.size(); number++) {
				Map<String, Object> facts = combinations.facts(number);
				matched.clear();
				engine.evaluateDecisionTable(real, Variables.fromMap(facts));
				assertThat(fitting(grid, combinations, number)).as(decision.getId() + " for " + facts)
					.isEqualTo(matched);
			}
		}
	}

	@Test
	@DisplayName("finds what is no table, and a table without rows or inputs")
	void noTable() {
		assertThat(check(LITERAL)).singleElement().asString().contains("“Sum” (sum) is no table");
		assertThat(check("<decision id=\"void\" name=\"Void\"/>")).singleElement()
			.asString()
			.contains("holds no table");
		assertThat(check(table("empty", "", ""))).hasSize(2)
			.anyMatch((finding) -> finding.problem().equals("has no rows"))
			.anyMatch((finding) -> finding.problem().equals("asks for nothing"));
	}

	@Test
	@DisplayName("asks for one cell a column")
	void cells() {
		assertThat(check(table("few", input("open"),
				row("true") + "<rule id=\"r2\"><outputEntry id=\"o2\"><text>1</text>" + "</outputEntry></rule>")))
			.anyMatch((finding) -> finding.problem().equals("has not one cell for each column"));
	}

	@Test
	@DisplayName("says so when there are too many combinations to try")
	void explosion() {
		StringBuilder inputs = new StringBuilder();
		for (int fact = 0; fact < 17; fact++) {
			inputs.append(input("fact" + fact));
		}
		assertThat(check(table("many", inputs.toString(), row("-".repeat(17).split("")))))
			.anyMatch((finding) -> finding.problem().equals("has too many combinations to try: more than 100000"));
	}

	@Test
	@DisplayName("takes each table of a requirements diagram by itself")
	void alone() {
		String needs = "<informationRequirement><requiredDecision href=\"#first\"/></informationRequirement>";
		String first = table("first", input("open"), row("true") + row("-"));
		String second = table("second", input("answer"), row("true") + row("false") + row("-")).replaceFirst(">",
				">" + needs);
		assertThat(check(first + second)).singleElement()
			.asString()
			.contains("first is answered by its last row alone for open = false");
	}

	@Test
	@DisplayName("never fails, whatever is missing or wrong in a file")
	void mutants() throws Exception {
		String good = Files
			.readString(Path.of("src/test/resources/conventions/house/processes/letters/letter-rules.dmn"));
		int elements = document(good).getElementsByTagName("*").getLength();
		int read = 0;
		for (int index = 1; index < elements; index++) {
			for (String mutant : mutants(good, index)) {
				DmnModelInstance model;
				try {
					model = Dmn.readModelFromStream(new ByteArrayInputStream(mutant.getBytes(StandardCharsets.UTF_8)));
				}
				catch (ModelException ex) {
					continue;
				}
				read++;
				assertThatCode(() -> check(model)).as(mutant).doesNotThrowAnyException();
			}
		}
		assertThat(read).as("mutants that could be read").isGreaterThan(100);
	}

	private static List<String> fitting(TableGrid grid, TableCombinations combinations, int number) {
		List<String> fitting = new ArrayList<>();
		for (TableGrid.Row row : grid.rows()) {
			BitSet fits = combinations.of(row.number() - 1);
			if (fits.get(number) && (fitting.isEmpty() || !grid.hitPolicy().name().equals("FIRST"))) {
				fitting.add(row.id());
			}
		}
		return fitting;
	}

	/** The element taken out, each of its attributes, and its text replaced. */
	private static List<String> mutants(String good, int index) throws Exception {
		List<String> mutants = new ArrayList<>();
		Document without = document(good);
		Element element = (Element) without.getElementsByTagName("*").item(index);
		int attributes = element.getAttributes().getLength();
		element.getParentNode().removeChild(element);
		mutants.add(written(without));
		for (int attribute = 0; attribute < attributes; attribute++) {
			Document less = document(good);
			Element here = (Element) less.getElementsByTagName("*").item(index);
			here.removeAttribute(here.getAttributes().item(attribute).getNodeName());
			mutants.add(written(less));
		}
		for (String junk : List.of("", "\"", "((((", "for i in 1..9 return i", "99999999999999999999", "-", "\"\\")) {
			Document other = document(good);
			NodeList all = other.getElementsByTagName("*");
			if (((Element) all.item(index)).getTagName().equals("text")) {
				all.item(index).setTextContent(junk);
				mutants.add(written(other));
			}
		}
		return mutants;
	}

	private static Document document(String xml) throws Exception {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static String written(Document document) throws Exception {
		var out = new java.io.StringWriter();
		TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
		return out.toString();
	}

	private static List<Finding> check(String decisions) {
		return check(Dmn.readModelFromStream(new ByteArrayInputStream(
				("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"D\" namespace=\"n\">"
						+ decisions + "</definitions>")
					.getBytes(StandardCharsets.UTF_8))));
	}

	private static List<Finding> check(DmnModelInstance model) {
		Findings findings = new Findings();
		new TableRule(FEEL).check(
				new ModelSet(List.of(), List.of(new ModelSet.DecisionFile("letters/some.dmn", model)), Map.of(), true),
				findings);
		return findings.all();
	}

	private static String table(String id, String inputs, String rows) {
		return "<decision id=\"" + id + "\" name=\"" + id + "\"><decisionTable id=\"" + id
				+ "-table\" hitPolicy=\"FIRST\">" + inputs + "<output id=\"" + id
				+ "-answer\" name=\"answer\" typeRef=\"integer\"/>" + rows + "</decisionTable></decision>";
	}

	private static String input(String fact) {
		return "<input><inputExpression typeRef=\"boolean\"><text>" + fact + "</text></inputExpression></input>";
	}

	private static String row(String... cells) {
		StringBuilder row = new StringBuilder("<rule>");
		for (String cell : cells) {
			row.append("<inputEntry><text>" + cell + "</text></inputEntry>");
		}
		return row.append("<outputEntry><text>1</text></outputEntry></rule>").toString();
	}

}
