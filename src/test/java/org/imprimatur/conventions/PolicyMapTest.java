package org.imprimatur.conventions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.imprimatur.conventions.bad.letters.UnknownClause;
import org.imprimatur.conventions.good.letters.LetterApproval;
import org.imprimatur.conventions.good.letters.SecondReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From each clause of the policy to what carries it, and what happens if nothing does.
 */
@DisplayName("The policy map")
class PolicyMapTest {

	private static final List<String> MINIATURE = List.of("EYES", "GROUND");

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	@Test
	@DisplayName("of this checkout is sound")
	void sound() throws IOException {
		assertThat(ours().findings()).isEmpty();
	}

	@Test
	@DisplayName("of this checkout is the one that is committed")
	void committed() throws IOException {
		Path page = House.ours().root().resolve("docs/reference/policy-map.md");
		if (Boolean.getBoolean("imprimatur.write")) {
			Files.createDirectories(page.getParent());
			Files.writeString(page, ours().page());
		}
		assertThat(page).as("Write it again with ./mvnw test -Dtest=PolicyMapTest -Dimprimatur.write=true")
			.hasContent(ours().page());
	}

	@Test
	@DisplayName("leads from a clause to elements, rows, tests and classes")
	void miniature() {
		PolicyMap map = map(SecondReader.class, LetterApproval.class);
		assertThat(map.findings()).isEmpty();
		assertThat(map.page()).contains("| [EYES](#eyes) | §4 | tested | 4 | 5 | 1 | 1 |")
			.contains("- `check-letter` in `letter-approval`: Somebody else reads the letter.")
			.contains("- `letter-check`: So does a long one.")
			.contains("- `SecondReader.mayNotBeTheWriter`")
			.contains("- `LetterApproval`")
			.contains("Policy §4, planned: comes later.");
	}

	@Test
	@DisplayName("is red where something tested has no test")
	void testMissing() {
		assertThat(map(LetterApproval.class, LetterApproval.class).findings()).singleElement()
			.asString()
			.contains("EYES.md says tested, but no test");
	}

	@Test
	@DisplayName("is red where a class or a test names an unknown clause")
	void unknownClause() {
		assertThat(map(SecondReader.class, UnknownClause.class).findings()).singleElement()
			.asString()
			.contains("UnknownClause is annotated @Policy(\"EYE\")");
	}

	@Test
	@DisplayName("is red where an element does not cite its clause or cites an unknown one")
	void silentElement() {
		this.twin.with(Miniature.MODEL, "[EYES] Somebody", "Somebody").with(Miniature.TABLES, "[EYES] So", "[NOSE] So");
		assertThat(map(SecondReader.class, LetterApproval.class).findings()).hasSize(2)
			.anyMatch((line) -> line.contains("(check-letter) does not begin with the clause"))
			.anyMatch((line) -> line.contains("cites [NOSE]"));
	}

	@Test
	@DisplayName("is red where the file of an obligation is missing")
	void fileMissing() {
		PolicyMap map = new PolicyMap(this.twin.house(), List.of("EYES", "GROUND", "EARS"), classes(),
				classes(SecondReader.class));
		assertThat(map.findings()).singleElement().asString().isEqualTo("docs/policy/EARS.md is missing");
	}

	@Test
	@DisplayName("is red where a file has no state, no reason or another id")
	void fileUnsound() {
		this.twin.with("docs/policy/EYES.md", "state: tested", "state: done")
			.with("docs/policy/GROUND.md", "why: comes later\n", "")
			.write("docs/policy/EARS.md", "---\nid: EYES\nsection: 4\ntitle: T\nstate: organisational\n---\nText.\n");
		assertThat(map(SecondReader.class, LetterApproval.class).findings()).hasSize(3)
			.anyMatch((line) -> line.contains("EYES.md is neither tested, planned nor organisational"))
			.anyMatch((line) -> line.contains("GROUND.md needs one line why"))
			.anyMatch((line) -> line.contains("EARS.md states no obligation"));
	}

	private PolicyMap map(Class<?> test, Class<?> main) {
		return new PolicyMap(this.twin.house(), MINIATURE, classes(main), classes(test));
	}

	private static PolicyMap ours() throws IOException {
		List<String> ids = Files.readAllLines(Path.of("src/test/resources/conventions/obligations.txt"));
		JavaClasses main = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.imprimatur");
		JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
			.withImportOption((location) -> !location.contains("org/imprimatur/conventions/"))
			.importPackages("org.imprimatur");
		return new PolicyMap(House.ours(), ids, main, tests);
	}

	private static JavaClasses classes(Class<?>... types) {
		return new ClassFileImporter().importClasses(types);
	}

}
