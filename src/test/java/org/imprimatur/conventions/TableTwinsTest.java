package org.imprimatur.conventions;

import java.nio.file.Path;
import java.util.List;

import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.TableFeel;
import org.imprimatur.models.check.TableRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Miniature.TABLES;

/** Each thing that can be wrong with a table, in a copy of the miniature house. */
@DisplayName("A table that breaks a convention is told so")
class TableTwinsTest {

	private static final TableFeel FEEL = new TableFeel();

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
	@DisplayName("a gap, named by its facts")
	void gap() {
		this.twin.with(TABLES, "&lt;= 2", "&lt; 2");
		assertFinding("letter-check", "is answered by its last row alone for kind = PRIVATE, pages = 2");
	}

	@Test
	@DisplayName("a gap that one fact makes, whatever the others are")
	void wideGap() {
		this.twin.with(TABLES, "<inputEntry id=\"e11\"><text>\"PUBLIC\"</text>",
				"<inputEntry id=\"e11\"><text>\"PRIVATE\"</text>");
		assertThat(findings(this.twin.house())).hasSize(3)
			.anyMatch((finding) -> finding.problem().endsWith("its last row alone for kind = PUBLIC"));
	}

	@Test
	@DisplayName("a row that earlier rows leave nothing to, and by which")
	void unreachable() {
		this.twin
			.with(TABLES, "<inputEntry id=\"e31\"><text>\"PRIVATE\"</text>", "<inputEntry id=\"e31\"><text></text>")
			.with(TABLES, "<inputEntry id=\"e22\"><text>&gt; 2</text>", "<inputEntry id=\"e22\"><text></text>");
		assertFinding("short-letters",
				"is never reached: row 1 (“A public letter needs a second reader.”) and row 2 (“So does a long one.”) "
						+ "answer all that it fits");
	}

	@Test
	@DisplayName("no catch-all")
	void noCatchAll() {
		this.twin.with(TABLES, "<inputEntry id=\"e41\"><text></text>",
				"<inputEntry id=\"e41\"><text>\"PUBLIC\"</text>");
		assertThat(findings(this.twin.house())).hasSize(2)
			.anyMatch((finding) -> finding.problem().startsWith("has no catch-all"))
			.anyMatch((finding) -> finding.element().equals("any-other-letter")
					&& finding.problem().startsWith("says the same as row 1"));
	}

	@Test
	@DisplayName("a step without a deadline")
	void deadlines() {
		this.twin.with(TABLES, "decision id=\"letter-check\"", "decision id=\"letter-deadlines\"");
		assertFinding("any-other-letter", "is never reached");
		this.twin.with(TABLES, "<inputEntry id=\"e41\"><text></text>", "<inputEntry id=\"e41\"><text>\"PUBLIC\"</text>")
			.with(TABLES, "&lt;= 2", "&lt; 2");
		assertThat(findings(this.twin.house())).anyMatch((finding) -> finding.problem()
			.equals("has no row that says when it is due for kind = PRIVATE, pages = 2"));
	}

	@Test
	@DisplayName("an input that does not list what it allows, one without a type, one that computes")
	void openTable() {
		this.twin.with(TABLES, "<inputValues id=\"kinds\"><text>\"PRIVATE\",\"PUBLIC\"</text></inputValues>", "");
		assertFinding("letter-check", "the input kind does not list the values it allows");
		this.twin.with(TABLES, "id=\"pages-expression\" typeRef=\"integer\"", "id=\"pages-expression\"")
			.with(TABLES, "<text>kind</text>", "<text>upper case(kind)</text>");
		assertThat(findings(this.twin.house()))
			.anyMatch((finding) -> finding.problem().equals("the input pages has no type that can be tried"))
			.anyMatch((finding) -> finding.problem().contains("upper case(kind) is not the plain name of a fact"));
	}

	@Test
	@DisplayName("a value that the input does not allow")
	void typo() {
		this.twin.with(TABLES, "<inputEntry id=\"e11\"><text>\"PUBLIC\"", "<inputEntry id=\"e11\"><text>\"PUBILC\"");
		assertThat(findings(this.twin.house())).hasSize(2)
			.anyMatch((finding) -> finding.toString()
				.contains("“letter-check row 1: A public letter needs a second reader.” (public-letters) "
						+ "asks for “PUBILC”, which kind does not allow; write one of PRIVATE, PUBLIC"))
			.anyMatch((finding) -> finding.problem().contains("alone for kind = PUBLIC"));
	}

	@Test
	@DisplayName("a cell that cannot be read, a text without quotes, a number among texts")
	void unreadable() {
		this.twin.with(TABLES, "&gt; 2", "&gt; &gt; 2");
		assertFinding("long-letters", "has a cell that cannot be read: “> > 2” under pages");
		this.twin.with(TABLES, "&gt; &gt; 2", "\"many\"")
			.with(TABLES, "<inputEntry id=\"e11\"><text>\"PUBLIC\"", "<inputEntry id=\"e11\"><text>PUBLIC")
			.with(TABLES, "<inputEntry id=\"e31\"><text>\"PRIVATE\"", "<inputEntry id=\"e31\"><text>1");
		assertThat(findings(this.twin.house())).hasSize(3)
			.anyMatch((finding) -> finding.mend().equals("put a text in quotes: \"PUBLIC\""))
			.anyMatch((finding) -> finding.problem().contains("compares a string with something else: “1” under kind"))
			.anyMatch((finding) -> finding.problem().contains("compares a integer with something else"));
	}

	@Test
	@DisplayName("a number that no machine counts to")
	void large() {
		this.twin.with(TABLES, "&gt; 2", "&gt; 99999999999");
		assertFinding("long-letters", "holds a number that is too large");
	}

	@Test
	@DisplayName("an answer that the output does not allow, is no fact, is missing")
	void answers() {
		this.twin.with(TABLES, "id=\"o1\"><text>\"REQUIRED\"", "id=\"o1\"><text>\"REQUIERD\"")
			.with(TABLES, "id=\"o2\"><text>\"REQUIRED\"", "id=\"o2\"><text>REQUIRED")
			.with(TABLES, "id=\"o3\"><text>\"NOT_REQUIRED\"", "id=\"o3\"><text>")
			.with(TABLES, "id=\"o4\"><text>\"REQUIRED\"", "id=\"o4\"><text>if pages then 1");
		assertThat(findings(this.twin.house())).hasSize(4)
			.anyMatch((finding) -> finding.problem().equals("answers “REQUIERD”, which letterCheck does not allow"))
			.anyMatch((finding) -> finding.problem().contains("names REQUIRED under letterCheck, which is no fact"))
			.anyMatch((finding) -> finding.problem().equals("leaves letterCheck empty"))
			.anyMatch((finding) -> finding.problem().contains("cannot be read: “if pages then 1” under letterCheck"));
	}

	@Test
	@DisplayName("a row twice")
	void twice() {
		this.twin
			.with(TABLES, "<inputEntry id=\"e31\"><text>\"PRIVATE\"</text></inputEntry>",
					"<inputEntry id=\"e31\"><text>\"PUBLIC\"</text></inputEntry>")
			.with(TABLES, "&lt;= 2", "")
			.with(TABLES, "\"NOT_REQUIRED\"</text></outputEntry>", "\"REQUIRED\"</text></outputEntry>");
		assertThat(findings(this.twin.house())).hasSize(2)
			.anyMatch((finding) -> finding.element().equals("short-letters")
					&& finding.problem().equals("says the same as row 1 (“A public letter needs a second reader.”)"))
			.anyMatch((finding) -> finding.problem().endsWith("alone for kind = PRIVATE, pages = 0 or 1 or 2"));
	}

	@Test
	@DisplayName("another hit policy, and where two rows fit there")
	void overlap() {
		this.twin.with(TABLES, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"").with(TABLES, "&lt;= 2", "&lt;= 3");
		assertThat(findings(this.twin.house()))
			.anyMatch((finding) -> finding.problem().equals("has the hit policy UNIQUE"))
			.anyMatch((finding) -> finding.element().equals("short-letters") && finding.problem()
				.equals("fits together with row 2 (“So does a long one.”) for kind = PRIVATE, pages = 3"));
		this.twin.with(TABLES, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANY\"");
		// row 2 answers as the last one does, so the two may fit together
		assertThat(findings(this.twin.house())).filteredOn((finding) -> finding.problem().contains("fits together"))
			.extracting(Finding::element)
			.containsExactlyInAnyOrder("short-letters", "any-other-letter");
	}

	private void assertFinding(String element, String problem) {
		assertThat(findings(this.twin.house())).singleElement().satisfies((finding) -> {
			assertThat(finding.element()).isEqualTo(element);
			assertThat(finding.problem()).contains(problem);
			assertThat(finding.mend()).isNotBlank();
		});
	}

	static List<Finding> findings(House house) {
		return new Checker(List.of(new TableRule(FEEL))).check(Around.models(house), true);
	}

}
