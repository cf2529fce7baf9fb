package org.imprimatur.operating;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("ONE-LOGIN")
@DisplayName("A monitor reads")
class FiguresTests extends ProgramAtWork {

	private static final String OPEN = "imprimatur_tasks_open{group=\"charity-objects-reviewers\"}";

	@Test
	@DisplayName("how much waits for each group, what is overdue and what has failed")
	void work() throws Exception {
		double open = figure(OPEN);
		double overdue = figure("imprimatur_tasks_overdue");
		proposes("News");
		assertThat(figure(OPEN)).as("kept for some seconds").isEqualTo(open);
		after(Duration.ofSeconds(11));
		assertThat(figure(OPEN)).isEqualTo(open + 1);
		assertThat(figure("imprimatur_tasks_overdue")).isEqualTo(overdue);
		after(Duration.ofDays(30));
		assertThat(figure("imprimatur_tasks_overdue")).isGreaterThan(overdue);
		assertThat(figure("imprimatur_job_oldest_due_seconds")).isPositive();
		assertThat(figure("imprimatur_jobs_failed"))
			.isEqualTo(this.management.createJobQuery().noRetriesLeft().count());
		assertThat(figure("imprimatur_figures_missing")).isZero();
	}

	@Test
	@DisplayName("how late posts went out against their slot")
	void lateness() throws Exception {
		String post = waitsForItsSlot();
		after(Duration.ofHours(3));
		runDueJobs(List.of(slot(post).getId()));
		after(Duration.ofMinutes(50));
		double releases = figure("imprimatur_slot_releases");
		does("author2", post, Map.of("decision", "POSTED", "postedAt", LondonTime.iso(this.clock.instant()),
				"postedUrl", "https://x.example/1"));
		after(Duration.ofSeconds(11));
		assertThat(figure("imprimatur_slot_releases")).isEqualTo(releases + 1);
		assertThat(figure("imprimatur_slot_lateness_seconds{quantile=\"1\"}"))
			.isGreaterThanOrEqualTo(Duration.ofMinutes(49).toSeconds());
	}

	@Test
	@DisplayName("with the login of an administrator, and nobody else does")
	void administrators() throws Exception {
		for (String somebody : new String[] { "author", "manager", "modeller", "hoc" }) {
			asks(somebody, "/actuator/prometheus", MediaType.ALL).andExpect(status().isForbidden());
		}
		assertThat(scrape()).doesNotContain("POST-2026").contains("jvm_memory_used_bytes");
	}

	private double figure(String name) throws Exception {
		return scrape().lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElse(0);
	}

	private String scrape() throws Exception {
		return asks("admin", "/actuator/prometheus", MediaType.ALL).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
