package org.imprimatur.operating;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("ONE-LOGIN")
@DisplayName("A step that the program could not take")
class StuckWorkTests extends ProgramAtWork {

	@Test
	@DisplayName("stands before an administrator in plain words, and goes on when they have it tried again")
	void isShownAndTriedAgain() throws Exception {
		String bad = waitsForItsSlot();
		String good = waitsForItsSlot();
		String job = slot(bad).getId();
		String other = slot(good).getId();
		String configuration = poison(job, "no-such-step");
		after(Duration.ofHours(3));
		runDueJobs(List.of(job, other));
		assertThat(openTasks(good)).containsExactly("publish-post");

		JsonNode row = row(job);
		assertThat(row.get("reference").asText()).isEqualTo(bad);
		assertThat(row.get("triesLeft").asInt()).isPositive();
		assertThat(row.get("nextTry").asText()).isNotEmpty();
		for (int tries = 0; tries < 5; tries++) {
			after(Duration.ofMinutes(6));
			runDueJobs(List.of(job));
		}
		row = row(job);
		assertThat(row.get("triesLeft").asInt()).isZero();
		assertThat(row.get("details").asText()).contains("org.camunda.bpm.engine").doesNotContain("no-such-step");
		asks("admin", "/stuck", MediaType.TEXT_HTML).andExpect(content().string(containsString("Given up")))
			.andExpect(content().string(containsString("/items/" + bad)))
			.andExpect(content().string(not(containsString("no-such-step"))));
		assertThat(read("admin", "/stuck").get("givenUp").asInt()).isPositive();

		for (String somebody : new String[] { "author", "manager", "modeller", "hoc" }) {
			asks(somebody, "/stuck", MediaType.APPLICATION_JSON).andExpect(status().isForbidden());
			sends(somebody, "/stuck/" + job + "/again", Map.of()).andExpect(status().isForbidden());
			sends(somebody, "/stuck/again", Map.of()).andExpect(status().isForbidden());
			asks(somebody, "/", MediaType.TEXT_HTML).andExpect(content().string(not(containsString("/stuck"))));
		}
		asks("admin", "/", MediaType.TEXT_HTML).andExpect(content().string(containsString("/stuck")));

		poison(job, configuration);
		sends("admin", "/stuck/" + job + "/again", Map.of()).andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/stuck?tried=1"));
		assertThat(this.jdbc.sql("select person || ' ' || act from intervention where reference = ?")
			.param(bad)
			.query(String.class)
			.list()).containsExactly("admin SetJobRetriesCmd");
		runDueJobs(List.of(job));
		assertThat(openTasks(bad)).hasSize(1);
		assertThat(row(job)).isNull();
		sends("admin", "/stuck/" + job + "/again", Map.of()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("gone meanwhile")));
	}

	@Test
	@DisplayName("is tried again with all the others, at once")
	void allAgain() throws Exception {
		String first = slot(waitsForItsSlot()).getId();
		String second = slot(waitsForItsSlot()).getId();
		List.of(first, second).forEach((job) -> poison(job, "no-such-step"));
		after(Duration.ofHours(3));
		runDueJobs(List.of(first, second));

		sends("admin", "/stuck/again", Map.of()).andExpect(status().isSeeOther());

		for (String job : List.of(first, second)) {
			assertThat(this.management.createJobQuery().jobId(job).executable().count()).isEqualTo(1);
		}
	}

	@Test
	@DisplayName("cannot be used to move a slot")
	void noSlotMoves() throws Exception {
		String job = slot(waitsForItsSlot()).getId();

		sends("admin", "/stuck/" + job + "/again", Map.of()).andExpect(status().isConflict());

		assertThat(this.management.createJobQuery().jobId(job).executable().count()).isZero();
	}

	private JsonNode row(String job) throws Exception {
		for (JsonNode row : read("admin", "/stuck").get("steps")) {
			if (row.get("id").asText().equals(job)) {
				return row;
			}
		}
		return null;
	}

	/**
	 * Gives the engine's job other instructions, which it cannot follow; what they were.
	 */
	private String poison(String job, String instructions) {
		String before = this.jdbc.sql("select handler_cfg_ from act_ru_job where id_ = ?")
			.param(job)
			.query(String.class)
			.single();
		this.jdbc.sql("update act_ru_job set handler_cfg_ = ? where id_ = ?").params(instructions, job).update();
		return before;
	}

}
