package org.imprimatur.conventions;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each convention bites: a miniature house that keeps them all, and a copy with one thing
 * wrong for each.
 */
@DisplayName("A house that breaks a convention is told so")
class HouseTwinsTest {

	private static final String GOOD = "org.imprimatur.conventions.good";

	private static final String BAD = "org.imprimatur.conventions.bad";

	private Miniature twin;

	@BeforeEach
	void copy(@TempDir Path folder) {
		this.twin = new Miniature(folder);
	}

	@Test
	@DisplayName("the good miniature keeps them all")
	void good() {
		House house = this.twin.house();
		assertThat(FormRules.findings(house)).isEmpty();
		assertThat(FileRules.duplicateFiltering(house)).isEmpty();
		assertThat(FileRules.unescaped(house)).isEmpty();
		assertThat(FileRules.tooLong(house)).isEmpty();
		assertThat(FileRules.mirrors(house)).isEmpty();
		assertThat(JavaRules.engine(classes(GOOD), GOOD)).isEmpty();
		assertThat(JavaRules.names(classes(GOOD), GOOD)).isEmpty();
	}

	@Test
	@DisplayName("duplicate filtering for models bound to their deployment")
	void duplicateFiltering() {
		this.twin.with("src/main/java/org/imprimatur/letters/Letters.java", "(false)", "(true)");
		assertThat(FileRules.duplicateFiltering(this.twin.house())).singleElement().asString().contains("find-checker");
	}

	@Test
	@DisplayName("unescaped text on a form and on a page")
	void unescaped() {
		this.twin.with("forms/letters/write-letter.html", "th:text", "th:utext")
			.with("src/main/resources/templates/letter.html", ">Text<", ">[(${item.text})]<");
		assertThat(FileRules.unescaped(this.twin.house())).hasSize(2);
	}

	@Test
	@DisplayName("a long file")
	void tooLong() {
		this.twin.write("src/main/java/org/imprimatur/letters/Long.java", "\n".repeat(300));
		assertThat(FileRules.tooLong(this.twin.house())).singleElement().asString().contains("300 lines");
	}

	@Test
	@DisplayName("a process without tests, forms without a process")
	void mirrors() {
		this.twin.without("src/test/java/org/imprimatur/letters/LettersTest.java")
			.write("forms/parcels/open-parcel.html", "<main></main>");
		assertThat(FileRules.mirrors(this.twin.house())).hasSize(2)
			.anyMatch((line) -> line.contains("src/test/java/org/imprimatur/letters"))
			.anyMatch((line) -> line.contains("processes/parcels"));
	}

	@Test
	@DisplayName("the engine in the wrong class, and its inner parts in the kernel")
	void engine() {
		assertThat(JavaRules.engine(classes(BAD), BAD)).isNotEmpty()
			.allMatch((line) -> line.startsWith(BAD + ".letters.Letters uses the engine"));
		assertThat(JavaRules.kernel(classes(BAD), BAD)).singleElement().asString().contains("ClockUtil");
	}

	@Test
	@DisplayName("an empty name in an empty folder")
	void javaNames() {
		assertThat(JavaRules.names(classes(BAD), BAD)).hasSize(2)
			.anyMatch((line) -> line.contains("ends in Helper"))
			.anyMatch((line) -> line.contains("called util"));
	}

	@Test
	@DisplayName("a package that uses somebody it does not declare")
	void modules() {
		ApplicationModules modules = ApplicationModules.of(BAD, (ImportOption) (location) -> true);
		assertThatExceptionOfType(Violations.class).isThrownBy(modules::verify).withMessageContaining("letters");
	}

	private static JavaClasses classes(String base) {
		return new ClassFileImporter().importPackages(base);
	}

}
