package org.imprimatur.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.imprimatur.kernel.LondonTime;

import org.springframework.stereotype.Component;

/**
 * The end of the chain of each day, one line a day in a file outside the database: the
 * day in London, the number and the mac. Lines that are none are passed over.
 */
@Component
class Heads {

	private static final String FILE = "heads.txt";

	private final Path folder;

	Heads(LedgerSettings settings) {
		this.folder = Path.of(settings.heads());
	}

	/** All that were noted, in every file of the folder. */
	List<NotedHead> noted() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		List<NotedHead> noted = new ArrayList<>();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((one) -> one.toString().endsWith(".txt")).sorted().toList()) {
				Files.readAllLines(file, StandardCharsets.UTF_8).forEach((line) -> read(line).ifPresent(noted::add));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return noted;
	}

	/** The head that was noted on this day by this program. */
	Optional<LedgerHead> of(LocalDate day) throws IOException {
		Path file = this.folder.resolve(FILE);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			return lines.filter((line) -> line.startsWith(day + " "))
				.flatMap((line) -> read(line).stream())
				.map(NotedHead::head)
				.findFirst();
		}
	}

	/** Notes the head of a day. */
	void note(LocalDate day, LedgerHead head) throws IOException {
		Files.createDirectories(this.folder);
		Files.writeString(this.folder.resolve(FILE), day + " " + head.number() + " " + head.mac() + "\n",
				StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
	}

	private static Optional<NotedHead> read(String line) {
		String[] parts = line.strip().split("\\s+");
		try {
			String day = LondonTime.date(LocalDate.parse(parts[0]).atStartOfDay(LondonTime.ZONE).toInstant());
			return Optional.of(new NotedHead(LedgerHead.parse(parts[1] + ":" + parts[2]), "on " + day));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.folder.toString();
	}

}
