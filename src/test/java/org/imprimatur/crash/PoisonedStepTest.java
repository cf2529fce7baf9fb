package org.imprimatur.crash;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A step that can never succeed stands beside good ones: they run, it ends on the page of
 * stuck work after its tries, and runs once its cause is mended and an administrator has
 * it tried again.
 */
@Tag("faults")
class PoisonedStepTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final int GOOD = 5;

	@TempDir
	private Path folder;

	@Test
	void holdsNobodyUpAndRunsOnceMended() throws Exception {
		try (OwnServer server = OwnServer.start(this.folder);
				OwnProcess application = OwnProcess.start(this.folder,
						OwnProcess.small(server.settings(), new String[] {
								"--camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R3/PT1S" }))) {
			Crew crew = new Crew(application);
			List<String> posts = new ArrayList<>();
			for (int post = 0; post <= GOOD; post++) {
				posts.add(approved(crew));
			}
			String poisoned = posts.get(0);
			List<String> good = posts.subList(1, posts.size());
			String caseOf = Halves
				.rows(server.url(), "postgres", "select case_id from post where reference = '" + poisoned + "'")
				.get(0);
			execute(server, """
					create function poison() returns trigger language plpgsql
					as 'begin raise exception ''poisoned''; end'""");
			execute(server,
					"create trigger poison before insert on act_ru_task for each row when (new.proc_inst_id_ = '"
							+ caseOf + "') execute function poison()");

			Instant slot = Instant.now().plusSeconds(15);
			ManyHands.together(posts,
					(post) -> assertThat(crew.decide(crew.open(post).get(0), slot).status()).isEqualTo(303));

			Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(good) == GOOD);
			Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> application.get("admin", "/stuck").get("givenUp").asInt() == 1);
			JsonNode steps = application.get("admin", "/stuck").get("steps");
			assertThat(steps).hasSize(1);
			assertThat(steps.get(0).get("reference").asText()).isEqualTo(poisoned);
			assertThat(application.get("admin",
					"/engine-rest/history/job-log?maxResults=9&failureLog=true&processInstanceId=" + caseOf))
				.as("the tries")
				.hasSize(3);
			assertThat(crew.toPublish(posts)).isEqualTo(GOOD);
			assertThat(application.health("/readiness").status()).isEqualTo(200);

			execute(server, "drop trigger poison on act_ru_task");
			assertThat(application.post("admin", "/stuck/" + steps.get(0).get("id").asText() + "/again", Map.of())
				.status()).isEqualTo(303);
			Awaitility.await().atMost(PATIENCE).until(() -> crew.toPublish(posts) == posts.size());
			assertThat(application.get("admin", "/stuck").get("steps")).isEmpty();
			assertThat(Halves.in(server.url(), "postgres")).isEmpty();
		}
	}

	private static String approved(Crew crew) throws Exception {
		String post = crew.propose(UUID.randomUUID().toString()).location().replace("/items/", "");
		for (int step = 0; step < 2; step++) {
			assertThat(crew.decide(crew.open(post).get(0), null).status()).isEqualTo(303);
		}
		return post;
	}

	private static void execute(OwnServer server, String statement) throws SQLException {
		try (var connection = DriverManager.getConnection(server.url(), "postgres", "");
				var doing = connection.createStatement()) {
			doing.execute(statement);
		}
	}

}
