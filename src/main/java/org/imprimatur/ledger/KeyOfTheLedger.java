package org.imprimatur.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imprimatur.security.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the key comes from: it is set, or the demo makes one in a file beside its
 * database that only its owner may read. Without either the start is refused.
 */
final class KeyOfTheLedger {

	private static final Logger log = LoggerFactory.getLogger(KeyOfTheLedger.class);

	private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

	private static final int BYTES = 32;

	private KeyOfTheLedger() {
	}

	/**
	 * The key to use.
	 * @param database the address of the database
	 * @throws CannotStart if there is none
	 */
	static String of(LedgerSettings settings, boolean demo, String database) {
		if (!settings.key().isBlank()) {
			return settings.key();
		}
		if (!demo) {
			throw new CannotStart("The record has no key. Make one with “openssl rand -hex 32”, keep a copy apart from "
					+ "the database and its back-ups, and give it by imprimatur.ledger.key "
					+ "(or IMPRIMATUR_LEDGER_KEY, or a file of that name; see the guide for operators).");
		}
		Path file = beside(database, "ledger.key");
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new CannotStart("The demo cannot read or make the key of its ledger in " + file
					+ ". Let it write there, or give a key by imprimatur.ledger.key.");
		}
	}

	/** A file in the folder of the database, or in {@code data} if that is no file. */
	static Path beside(String database, String name) {
		Matcher file = FILE.matcher(database);
		Path folder = file.matches() ? Path.of(file.group(1)).toAbsolutePath().getParent() : Path.of("data");
		return folder.resolve(name);
	}

	private static void make(Path file) throws IOException {
		byte[] key = new byte[BYTES];
		new SecureRandom().nextBytes(key);
		if (file.getParent() != null) {
			Files.createDirectories(file.getParent());
		}
		FileAttribute<?>[] ownerOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		try {
			Files.createFile(file, ownerOnly);
			Files.writeString(file, HexFormat.of().formatHex(key), StandardOpenOption.WRITE);
			log.info("The demo made a key for its ledger: {}", file);
		}
		catch (FileAlreadyExistsException ex) {
			log.info("The key of the ledger was made by another: {}", file);
		}
	}

}
