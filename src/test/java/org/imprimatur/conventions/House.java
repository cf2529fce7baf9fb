package org.imprimatur.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/**
 * A checkout as the conventions see it: this one, or a miniature that breaks one of them.
 *
 * @param root the folder that holds {@code processes}, {@code forms}, {@code docs} and
 * {@code src}
 */
record House(Path root) {

	/** Folders under {@code forms} that belong to no feature. */
	static final Set<String> COMMON_FORMS = Set.of("shared", "start");

	/** The checkout that is being built. */
	static House ours() {
		return new House(Path.of("").toAbsolutePath());
	}

	/** A file that holds one process. */
	record ProcessFile(String name, String feature, BpmnModelInstance model) {

		Process process() {
			return this.model.getModelElementsByType(Process.class).iterator().next();
		}

	}

	/** A file of decisions, a requirements diagram. */
	record DecisionFile(String name, String feature, DmnModelInstance model) {
	}

	List<ProcessFile> processes() {
		return files("processes", ".bpmn").stream()
			.map((file) -> new ProcessFile(name(file), feature(file), Bpmn.readModelFromFile(file.toFile())))
			.toList();
	}

	List<DecisionFile> decisions() {
		return files("processes", ".dmn").stream()
			.map((file) -> new DecisionFile(name(file), feature(file), Dmn.readModelFromFile(file.toFile())))
			.toList();
	}

	/** Every file below a folder whose name ends in one of these, in order. */
	List<Path> files(String folder, String... endings) {
		Path below = this.root.resolve(folder);
		if (!Files.isDirectory(below)) {
			return List.of();
		}
		try (Stream<Path> walk = Files.walk(below)) {
			return walk.filter(Files::isRegularFile)
				.filter((file) -> Stream.of(endings).anyMatch((ending) -> file.toString().endsWith(ending)))
				.filter((file) -> !name(file).contains("node_modules/") && !name(file).contains("/."))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The names of the folders directly below this one, in order. */
	List<String> folders(String folder) {
		Path below = this.root.resolve(folder);
		if (!Files.isDirectory(below)) {
			return List.of();
		}
		try (Stream<Path> list = Files.list(below)) {
			return list.filter(Files::isDirectory)
				.map((path) -> path.getFileName().toString())
				.filter((name) -> !name.startsWith("."))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The path from the root, with slashes everywhere. */
	String name(Path file) {
		return this.root.relativize(file).toString().replace('\\', '/');
	}

	private String feature(Path file) {
		return this.root.relativize(file).getName(1).toString();
	}

}
