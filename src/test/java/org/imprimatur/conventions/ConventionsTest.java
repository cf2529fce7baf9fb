package org.imprimatur.conventions;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.imprimatur.Imprimatur;
import org.imprimatur.kernel.ProcessFace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house, held against this checkout. Each has a twin in
 * {@link ModelTwinsTest} or {@link HouseTwinsTest} that breaks it.
 */
@DisplayName("This checkout keeps the conventions")
class ConventionsTest {

	private static final String BASE = "org.imprimatur";

	private static final House HOUSE = House.ours();

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(BASE);

	@Test
	@DisplayName("there is something to check")
	void somethingToCheck() {
		assertThat(HOUSE.processes()).isNotEmpty();
		assertThat(HOUSE.decisions()).isNotEmpty();
		assertThat(JavaRules.faces(CLASSES)).isNotEmpty();
	}

	@Test
	@DisplayName("names are spelled one way")
	void names() {
		assertThat(NameRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("faces and models say the same")
	void faces() {
		assertThat(FaceRules.findings(HOUSE, faces(CLASSES))).isEmpty();
	}

	@Test
	@DisplayName("every task has its form and every form its task")
	void forms() {
		assertThat(FormRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("a lane is a role")
	void lanes() {
		assertThat(LaneRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("models and tables say which clause they carry")
	void clauses() {
		assertThat(ClauseRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("models run no code")
	void expressions() {
		assertThat(ExpressionRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("tables are complete and no row is dead")
	void tables() {
		assertThat(TableRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("models bound to their deployment are deployed whole")
	void duplicateFiltering() {
		assertThat(FileRules.duplicateFiltering(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("pages escape what people typed")
	void unescaped() {
		assertThat(FileRules.unescaped(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("files are short")
	void tooLong() {
		assertThat(FileRules.tooLong(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("process, forms, code and tests stand in folders of the same name")
	void mirrors() {
		assertThat(FileRules.mirrors(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("the engine is used in few places")
	void engine() {
		assertThat(JavaRules.engine(CLASSES, BASE)).isEmpty();
	}

	@Test
	@DisplayName("the kernel keeps to the engine's public interfaces")
	void kernel() {
		assertThat(JavaRules.kernel(CLASSES, BASE)).isEmpty();
	}

	@Test
	@DisplayName("classes and packages are called after what they are")
	void javaNames() {
		assertThat(JavaRules.names(CLASSES, BASE)).isEmpty();
	}

	@Test
	@DisplayName("packages use only whom they declare")
	void modules() {
		ApplicationModules.of(Imprimatur.class).verify();
	}

	/** Every face in these classes, made by its constructor without arguments. */
	static Collection<ProcessFace> faces(JavaClasses classes) {
		List<JavaClass> types = JavaRules.faces(classes);
		return types.stream().map((type) -> face(type.reflect())).toList();
	}

	private static ProcessFace face(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return (ProcessFace) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type + " is a face, so it needs a constructor without arguments", ex);
		}
	}

}
