package org.imprimatur.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps each mail as a file: for a demo, or until there is a mail server. Nothing leaves
 * this machine.
 */
class FileDelivery implements Delivery {

	private final Path folder;

	FileDelivery(Path folder) {
		this.folder = folder;
	}

	@Override
	public Answer send(Letter letter, String address) {
		Path file = file(letter.number());
		try {
			Files.createDirectories(this.folder);
			Path half = Files.createTempFile(this.folder, "mail-", ".part");
			Files.writeString(half, "To: " + address + "\nSubject: " + letter.subject() + "\n\n" + letter.text(),
					StandardCharsets.UTF_8);
			Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return new Answer(MailOutcome.SENT, "Kept as a file: there is no mail server.", true);
		}
		catch (IOException ex) {
			return new Answer(MailOutcome.PUT_OFF, "The folder of the outbox cannot be written.", false);
		}
	}

	/** The text of a mail that was kept. */
	Optional<String> read(long number) {
		try {
			return Optional.of(Files.readString(file(number), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private Path file(long number) {
		return this.folder.resolve("mail-" + number + ".txt");
	}

}
