package org.imprimatur.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.imprimatur.crash.Crew.Open;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The move from the file to PostgreSQL as the guide for operators describes it:
 * everything is there, and the work goes on where it stood.
 */
@Tag("faults")
class MoveTest {

	@TempDir
	private Path folder;

	@Test
	void everythingIsBackAndMovesAndTheWorkGoesOn() throws Exception {
		String post;
		String scheduled;
		Instant slot;
		JsonNode before;
		try (OwnProcess onFile = OwnProcess.start(this.folder, OwnProcess.small())) {
			Crew crew = new Crew(onFile);
			post = crew.propose("0b4f6d0e-5b0a-4a57-9a7e-0d6b7b1c2a31").location().replace("/items/", "");
			assertThat(crew.decide(crew.open(post).get(0), null).status()).isEqualTo(303);
			before = onFile.get("author", "/items/" + post);
			scheduled = crew.propose("1c9a7f0e-3d52-4a57-9a7e-0d6b7b1c2a32").location().replace("/items/", "");
			assertThat(crew.decide(crew.open(scheduled).get(0), null).status()).isEqualTo(303);
			assertThat(crew.decide(crew.open(scheduled).get(0), null).status()).isEqualTo(303);
			slot = Instant.now().plusSeconds(15);
			assertThat(crew.decide(crew.open(scheduled).get(0), slot).status()).isEqualTo(303);
			onFile.stop();
		}
		Path file = this.folder.resolve("imprimatur.mv.db");
		Path backup = Files.createDirectory(this.folder.resolve("backup")).resolve("imprimatur.mv.db");
		copy(file, backup);
		Files.delete(file);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Instant.now().isAfter(slot));
		copy(backup, file);
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			String target = "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres");
			String user = "--spring.datasource.username=postgres";
			String from = "--imprimatur.move-from=" + OwnProcess.url(this.folder.resolve("imprimatur"));

			assertThat(moved(from + "x", target, user)).contains("cannot be opened").doesNotContain("\tat ");
			assertThat(moved(from, target, user)).contains("Moved ", "The record was verified: ");
			assertThat(moved(from, target, user)).contains("is not empty").doesNotContain("\tat ");

			try (OwnProcess onServer = OwnProcess.start(this.folder, OwnProcess.small(new String[] { target, user }))) {
				Crew crew = new Crew(onServer);
				assertThat(onServer.get("author", "/items/" + post)).isEqualTo(before);
				Open signOff = crew.open(post).get(0);
				assertThat(signOff.task()).isEqualTo("sign-off-post");
				assertThat(crew.decide(signOff, null).status()).isEqualTo(303);
				assertThat(crew.decide(crew.open(post).get(0), Instant.now().plusSeconds(3600)).status())
					.isEqualTo(303);
				Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !crew.open(scheduled).isEmpty());
				assertThat(crew.open(scheduled).get(0).task()).isIn("publish-post", "schedule-post");
				assertThat(onServer.get("author", "/items/" + scheduled).get("state").asText())
					.doesNotContain("Published");
				assertThat(crew.propose("6a1d3f52-8a11-4d5e-8f0c-1f2e3d4c5b6a").location())
					.isEqualTo("/items/" + next(scheduled));
				assertThat(onServer.post("author", "/start/incident-escalation", Map.of("what", "After the move."))
					.status()).isEqualTo(303);
			}
		}
	}

	/** By the command of the guide. */
	private static void copy(Path from, Path to) throws Exception {
		Process copying = new ProcessBuilder("cp", "-p", from.toString(), to.toString()).inheritIO().start();
		assertThat(copying.waitFor()).isZero();
	}

	/** What the command for the move prints. */
	private String moved(String... options) {
		try (OwnProcess move = OwnProcess.begin(this.folder, options)) {
			assertThat(move.awaitEnd()).isEqualTo(move.log().contains("Moved ") ? 0 : 1);
			return move.log();
		}
	}

	private static String next(String post) {
		int number = Integer.parseInt(post.substring(post.length() - 6)) + 1;
		return "%s%06d".formatted(post.substring(0, post.length() - 6), number);
	}

}
