package org.imprimatur.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small house that keeps every convention, and copies of it that break one each. */
final class Miniature {

	static final Path GOOD = Path.of("src/test/resources/conventions/house").toAbsolutePath();

	static final String MODEL = "processes/letters/letter-approval.bpmn";

	static final String TABLES = "processes/letters/letter-rules.dmn";

	private final Path root;

	/**
	 * @param root an empty folder that the copy is made in
	 */
	Miniature(Path root) {
		this.root = root;
		try (Stream<Path> walk = Files.walk(GOOD)) {
			for (Path file : walk.filter(Files::isRegularFile).toList()) {
				Path copy = root.resolve(GOOD.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Replaces a text of a file; fails if the text is not there, so no twin sleeps. */
	Miniature with(String file, String old, String replacement) {
		Path path = this.root.resolve(file);
		String content = house().read(path);
		if (!content.contains(old)) {
			throw new IllegalArgumentException(file + " does not hold " + old);
		}
		return write(file, content.replace(old, replacement));
	}

	Miniature write(String file, String content) {
		try {
			Path path = this.root.resolve(file);
			Files.createDirectories(path.getParent());
			Files.writeString(path, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Miniature without(String file) {
		try {
			Files.delete(this.root.resolve(file));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	House house() {
		return new House(this.root);
	}

}
