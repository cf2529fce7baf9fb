package org.imprimatur.crash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.imprimatur.crash.ByHttp.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application is killed while people send pictures with posts and papers with reports
 * of incidents: what was acknowledged has its whole file, nothing has half of one.
 */
@Tag("faults")
class UploadKilledTest {

	private static final int SIZE = 700_000;

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D',
			'R' };

	@TempDir
	private Path folder;

	@Test
	void leavesWholeFilesOnly() throws Exception {
		Map<String, String> acknowledged = new ConcurrentHashMap<>();
		OwnProcess application = OwnProcess.start(this.folder, OwnProcess.small());
		try {
			OwnProcess killed = application;
			AtomicInteger sent = new AtomicInteger();
			ManyHands.killDuring(killed, ThreadLocalRandom.current().nextInt(12, 20), () -> {
				boolean picture = sent.incrementAndGet() % 2 == 0;
				byte[] content = picture ? picture() : paper();
				Answer answer = picture ? proposed(killed, content) : reported(killed, content);
				assertThat(answer.status()).as(() -> String.valueOf(answer.body())).isEqualTo(303);
				acknowledged.put(answer.location(), digest(content));
				return true;
			});

			assertThat(Halves.in(this.folder)).isEmpty();
			assertThat(halfFiles()).isEmpty();
			application = OwnProcess.start(this.folder, OwnProcess.small());
			for (Map.Entry<String, String> one : acknowledged.entrySet()) {
				String reference = one.getKey().replace("/items/", "");
				String table = reference.startsWith("POST") ? "post_media" : "incident_file";
				assertThat(Halves.rows(this.folder,
						"select file from " + table + " where reference = '" + reference + "'"))
					.as(reference)
					.containsExactly(one.getValue());
				byte[] content = application.file("author", one.getValue());
				assertThat(content).hasSize(SIZE);
				assertThat(digest(content)).isEqualTo(one.getValue());
			}
			assertThat(acknowledged.keySet()).anyMatch((path) -> path.contains("POST"))
				.anyMatch((path) -> !path.contains("POST"));
		}
		finally {
			application.close();
		}
	}

	private static Answer proposed(OwnProcess application, byte[] picture) throws Exception {
		String key = UUID.randomUUID().toString();
		return application.upload("author", "/start/post-approval",
				Map.of("startKey", key, "accounts", "main-x", "kind", "ORIGINAL", "body", "Post " + key, "grounding",
						"POLICY", "groundingSource", "Our policy on the right to protest", "altText", "A march",
						"decision", "SUBMIT"),
				"media", "march.png", picture);
	}

	private static Answer reported(OwnProcess application, byte[] paper) throws Exception {
		return application.upload("author", "/start/incident-escalation",
				Map.of("startKey", UUID.randomUUID().toString(), "what", "Somebody threatens us."), "files",
				"threat.txt", paper);
	}

	/** Kept files that are not what their id says, and items that lack their file. */
	private List<String> halfFiles() throws Exception {
		List<String> found = new ArrayList<>(Halves.rows(this.folder,
				"""
						select 'no picture: ' || reference from post where reference not in (select reference from post_media)
						union all select 'no paper: ' || reference from incident
						where reference not in (select reference from incident_file)
						union all select 'no such file: ' || file from incident_file where file not in (select id from media_file)
						"""));
		try (var connection = DriverManager.getConnection(OwnProcess.url(this.folder.resolve("copy")), "sa", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery("select id, size, content from media_file")) {
			while (rows.next()) {
				byte[] content = rows.getBinaryStream(3).readAllBytes();
				if (content.length != rows.getLong(2) || !digest(content).equals(rows.getString(1))) {
					found.add("half a file: " + rows.getString(1));
				}
			}
		}
		return found;
	}

	private static byte[] picture() {
		byte[] content = new byte[SIZE];
		new Random().nextBytes(content);
		System.arraycopy(PNG, 0, content, 0, PNG.length);
		return content;
	}

	private static byte[] paper() {
		StringBuilder words = new StringBuilder();
		while (words.length() < SIZE) {
			words.append(UUID.randomUUID()).append('\n');
		}
		return words.substring(0, SIZE).getBytes(StandardCharsets.US_ASCII);
	}

	private static String digest(byte[] content) throws NoSuchAlgorithmException {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
	}

}
