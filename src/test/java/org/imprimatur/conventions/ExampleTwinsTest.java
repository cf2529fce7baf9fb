package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.List;

import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ExampleRule;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.TableFeel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Miniature.TABLES;

/** Each thing that can be wrong with examples, in a copy of the miniature house. */
@DisplayName("Examples that a table does not keep are told so")
class ExampleTwinsTest {

	private static final TableFeel FEEL = new TableFeel();

	private static final String EXAMPLES = "processes/letters/letter-check.examples.csv";

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	@Test
	@DisplayName("the good miniature keeps them all")
	void good() {
		assertThat(findings(this.twin.house())).isEmpty();
	}

	@Test
	@DisplayName("another answer, and the row that gave it")
	void otherAnswer() {
		this.twin.with(EXAMPLES, "PRIVATE,2,NOT_REQUIRED", "PRIVATE,2,REQUIRED");
		assertThat(findings(this.twin.house())).singleElement()
			.hasToString(
					"letters/letter-check.examples.csv: row 4 expects letterCheck = REQUIRED, but the table answers "
							+ "NOT_REQUIRED by row 3 (“A short private one does not.”); correct the example, or the table");
	}

	@Test
	@DisplayName("a table that was changed, its examples not")
	void tableChanged() {
		this.twin.with(TABLES, "&gt; 2", "&gt; 3").with(TABLES, "&lt;= 2", "&lt;= 3");
		assertThat(problems()).containsExactlyInAnyOrder("has no example with pages = 4, where the answer may change",
				"has no example that row 2 (“So does a long one.”) answers",
				"expects letterCheck = REQUIRED, but the table answers NOT_REQUIRED by row 3 "
						+ "(“A short private one does not.”)");
	}

	@Test
	@DisplayName("a row and a boundary without an example")
	void missing() {
		this.twin.with(EXAMPLES, "PRIVATE,2,NOT_REQUIRED,Two pages are short.\n", "");
		assertThat(problems()).containsExactlyInAnyOrder("has no example with pages = 2, where the answer may change",
				"has no example that row 3 (“A short private one does not.”) answers");
	}

	@Test
	@DisplayName("a column that nobody knows, a fact and an answer that are missing")
	void columns() {
		this.twin.with(EXAMPLES, "kind,pages,answer: letterCheck,why", "kind,sheets,answer: check,why");
		assertThat(problems()).containsExactlyInAnyOrder("has the column sheets, which is no fact of the decision",
				"has no column for pages", "expects the answer check, which the table does not give");
		this.twin.with(EXAMPLES, "kind,sheets,answer: check,why", "kind,pages,kind,");
		assertThat(problems()).containsExactlyInAnyOrder("has the column kind twice", "has a column without a heading",
				"expects no answer", "does not end in the column why");
	}

	@Test
	@DisplayName("a value that is not allowed, none at all, one too many, the same twice")
	void values() {
		this.twin.with(EXAMPLES, "PUBLIC,1,", "PUBILC,1,")
			.with(EXAMPLES, "PRIVATE,3,REQUIRED", "PRIVATE,,REQUIRED")
			.with(EXAMPLES, "Two pages are short.", "Two pages are short.\nPRIVATE,2,NOT_REQUIRED,Again.\n"
					+ "PRIVATE,two,NOT_REQUIRED,In words.\nPRIVATE,1,NOT_REQUIRED,One, alas.");
		assertThat(problems()).contains("gives kind the value “PUBILC”, which is not allowed", "leaves pages empty",
				"has the same facts as row 4", "gives pages the value “two”, which is not allowed",
				"has more cells than there are headings");
	}

	@Test
	@DisplayName("a decision without examples, and examples without a decision")
	void alone() {
		this.twin.without(EXAMPLES).write("processes/letters/letter-chek.examples.csv", "kind,why\n");
		assertThat(findings(this.twin.house())).extracting(Finding::toString)
			.containsExactlyInAnyOrder(
					"letters/letter-chek.examples.csv: holds examples of a decision that does not stand beside it; "
							+ "name it after the decision, or delete it",
					"letters/letter-rules.dmn: “Is a check needed?” (letter-check) has no examples; "
							+ "write letters/letter-check.examples.csv, one example for each row");
	}

	@Test
	@DisplayName("nothing is missing where only some files are deployed")
	void someFiles() {
		this.twin.without(EXAMPLES).write("processes/letters/letter-chek.examples.csv", "kind,why\n");
		assertThat(new Checker(List.of(new ExampleRule(FEEL))).check(Around.models(this.twin.house()), false))
			.isEmpty();
	}

	@Test
	@DisplayName("a file that no spreadsheet can read")
	void unreadable() {
		this.twin.with(EXAMPLES, "\"Everybody", "\"Every\"body");
		assertThat(problems()).singleElement().asString().contains("cannot be read as a table");
		this.twin.write(EXAMPLES, "kind;pages;answer: letterCheck;why\n");
		assertThat(problems()).containsExactly("has semicolons between its cells");
		this.twin.write(EXAMPLES, "\n\n");
		assertThat(problems()).containsExactly("is empty");
	}

	@Test
	@DisplayName("not what spreadsheets do to a file: a mark at its start, TRUE, empty rows")
	void spreadsheets() {
		this.twin.with(EXAMPLES, "kind,pages", "\uFEFFkind,pages")
			.with(EXAMPLES, "PRIVATE,2,", "PRIVATE,2.0,")
			.with(EXAMPLES, "PRIVATE,3,", ",,,\r\nPRIVATE,3,");
		assertThat(problems()).isEmpty();
	}

	private List<String> problems() {
		return findings(this.twin.house()).stream().map(Finding::problem).toList();
	}

	static List<Finding> findings(House house) {
		return new Checker(List.of(new ExampleRule(FEEL))).check(Around.models(house), true);
	}

}
