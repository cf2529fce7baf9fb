package org.imprimatur.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.tika.Tika;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every file that people attached. The type is read from the content, whatever its name
 * says.
 */
@Component
public class MediaFiles {

	/** The largest file, in bytes. */
	public static final long LARGEST = 50L * 1024 * 1024;

	private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp",
			"video/mp4");

	/** What is read, with the ends of the names it may have, the usual one first. */
	private static final Map<String, List<String>> DOCUMENTS = Map.of("application/pdf", List.of(".pdf"), "text/plain",
			List.of(".txt", ".csv", ".log", ".md"), "message/rfc822", List.of(".eml"));

	private static final Map<String, String> SORTS = Map.of("application/pdf", "PDF", "text/plain", "plain text",
			"message/rfc822", "e-mail");

	private final JdbcClient jdbc;

	private final Clock clock;

	private final List<MediaUse> uses;

	private final Tika tika = new Tika();

	MediaFiles(JdbcClient jdbc, Clock clock, List<MediaUse> uses) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.uses = uses;
	}

	/**
	 * Keeps a file; the same content is kept once.
	 * @param field the form's field, for the message
	 * @throws InvalidFields if it is empty, too large or of another type than the
	 * platforms take
	 */
	@Transactional
	public MediaFile keep(String field, String name, byte[] content, Person person) {
		return keep(field, name, content, PICTURES, "Choose a PNG, JPEG, GIF or WebP picture or an MP4 clip: ", person);
	}

	/**
	 * Keeps what somebody reports with: besides pictures and clips also PDF, plain text
	 * and e-mail.
	 * @param field the form's field, for the message
	 * @throws InvalidFields if it is empty, too large or anything else
	 */
	@Transactional
	public MediaFile keepEvidence(String field, String name, byte[] content, Person person) {
		Set<String> types = new TreeSet<>(PICTURES);
		types.addAll(DOCUMENTS.keySet());
		return keep(field, name, content, types, "Choose a picture (PNG, JPEG, GIF, WebP), an MP4 clip, a PDF, "
				+ "plain text or an e-mail saved as .eml: ", person);
	}

	/** The ends of names that fit a type, the usual one first; an empty one if any do. */
	static List<String> endings(String type) {
		return DOCUMENTS.getOrDefault(type, List.of(""));
	}

	/** What people call files of this type. */
	static String sort(String type) {
		return SORTS.getOrDefault(type, type.startsWith("video/") ? "clip" : "picture");
	}

	private MediaFile keep(String field, String name, byte[] content, Set<String> types, String ifOther,
			Person person) {
		if (content.length == 0) {
			throw new InvalidFields(field, "Choose a file that is not empty: " + name + " has no content.");
		}
		if (content.length > LARGEST) {
			throw new InvalidFields(field, "Choose a file of at most 50 MB: " + name + " is larger.");
		}
		String type = this.tika.detect(content);
		if (!types.contains(type)) {
			throw new InvalidFields(field, ifOther + name + " is none of these.");
		}
		String id = digest(content);
		Optional<MediaFile> known = find(id);
		if (known.isPresent()) {
			uploaded(id, person);
			return known.get();
		}
		MediaFile file = new MediaFile(id, shortened(name), type, content.length, person.login(), this.clock.instant());
		this.jdbc.sql("""
				insert into media_file (id, name, type, size, content, added_by, added_at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(id, file.name(), type, file.size(), content, file.addedBy(), Timestamp.from(file.addedAt()))
			.update();
		uploaded(id, person);
		return file;
	}

	private void uploaded(String id, Person person) {
		this.jdbc.sql("""
				insert into media_upload (file, person) select id, cast(:person as varchar(64)) from media_file
				where id = :id and not exists (select 1 from media_upload where file = :id and person = :person)""")
			.param("id", id)
			.param("person", person.login())
			.update();
	}

	public Optional<MediaFile> find(String id) {
		return this.jdbc.sql("select id, name, type, size, added_by, added_at from media_file where id = ?")
			.param(id)
			.query(MediaFiles::read)
			.optional();
	}

	/** The content of a file. */
	public byte[] content(String id) {
		return this.jdbc.sql("select content from media_file where id = ?")
			.param(id)
			.query((row, number) -> bytes(row))
			.single();
	}

	/** Whether the person attached the file or may see something it belongs to. */
	public boolean maySee(MediaFile file, Person person) {
		return this.jdbc.sql("select count(*) from media_upload where file = ? and person = ?")
			.params(file.id(), person.login())
			.query(Integer.class)
			.single() > 0 || this.uses.stream().anyMatch((use) -> use.maySee(file.id(), person));
	}

	/** Tells what the file belongs to that this person is given it. */
	public void looked(MediaFile file, Person person) {
		this.uses.forEach((use) -> use.looked(file.id(), person));
	}

	private static byte[] bytes(ResultSet row) throws SQLException {
		try (InputStream content = row.getBinaryStream(1)) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MediaFile read(ResultSet row, int number) throws SQLException {
		return new MediaFile(row.getString("id"), row.getString("name"), row.getString("type"), row.getLong("size"),
				row.getString("added_by"), row.getTimestamp("added_at").toInstant());
	}

	private static String shortened(String name) {
		String plain = name.replaceAll("[\\p{Cntrl}]", "");
		return (plain.length() > 200) ? plain.substring(plain.length() - 200) : plain;
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
