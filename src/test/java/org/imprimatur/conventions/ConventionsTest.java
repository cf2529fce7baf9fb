package org.imprimatur.conventions;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.imprimatur.Imprimatur;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Promises;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.LaneRule;
import org.imprimatur.models.check.ModelRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house, held against this checkout. Each has a twin in
 * {@link ModelTwinsTest}, {@link TableTwinsTest}, {@link ExampleTwinsTest} or
 * {@link HouseTwinsTest} that breaks it.
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
	@DisplayName("the models may go live")
	void models() {
		Around around = around();
		assertThat(around.findings(around.rules().toArray(ModelRule[]::new))).isEmpty();
	}

	@Test
	@DisplayName("every group that a lane names is there in the demo")
	void groups() {
		assertThat(new Checker(List.of(new LaneRule(around()))).check(Around.models(HOUSE), false)).isEmpty();
	}

	@Test
	@DisplayName("every process promises something")
	void promises() {
		assertThat(around().promises()).extracting(Promises::process)
			.containsExactlyInAnyOrderElementsOf(faces(CLASSES).stream().map(ProcessFace::key).toList());
		assertThat(around().promises()).allSatisfy((one) -> assertThat(one.promises()).isNotEmpty());
	}

	@Test
	@DisplayName("every form has its task")
	void forms() {
		assertThat(FormRules.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("tables are complete and no row is dead")
	void tables() {
		assertThat(TableTwinsTest.findings(HOUSE)).isEmpty();
	}

	@Test
	@DisplayName("tables answer as their examples say")
	void examples() {
		assertThat(ExampleTwinsTest.findings(HOUSE)).isEmpty();
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

	/** This checkout as its models meet it. */
	static Around around() {
		Set<String> beans = new TreeSet<>(Set.of("deadlines"));
		CLASSES.stream()
			.filter((type) -> type.getPackageName().endsWith(".steps"))
			.forEach((type) -> beans.add(StringUtils.uncapitalize(type.getSimpleName())));
		Set<String> groups = new TreeSet<>();
		HOUSE.read(HOUSE.root().resolve("src/main/resources/demo/people.csv"))
			.lines()
			.skip(1)
			.forEach((line) -> groups.addAll(List.of(line.substring(line.lastIndexOf(',') + 1).split(" "))));
		return new Around(HOUSE, faces(CLASSES), made(CLASSES, Promises.class), beans, groups);
	}

	/** Every face in these classes. */
	static Collection<ProcessFace> faces(JavaClasses classes) {
		return made(classes, ProcessFace.class);
	}

	/** Each of that kind in these classes, made by its constructor without arguments. */
	private static <T> Collection<T> made(JavaClasses classes, Class<T> kind) {
		return classes.stream()
			.filter((type) -> type.isAssignableTo(kind) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map((type) -> kind.cast(made(type.reflect())))
			.toList();
	}

	private static Object made(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(
					type + " says what models keep, so it needs a constructor without arguments", ex);
		}
	}

}
