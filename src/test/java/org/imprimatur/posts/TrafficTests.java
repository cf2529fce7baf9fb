package org.imprimatur.posts;

import java.time.Instant;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Traffic;
import org.imprimatur.models.Traffic.Lately;
import org.imprimatur.models.Traffic.Passed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("The diagram of posts tells how many came to each element, and how long half of them took")
class TrafficTests extends HistoryAtWork {

	/** Far from every other test: nothing else has passed by then. */
	private static final Instant SINCE = Instant.parse("2026-09-14T00:00:00Z");

	@Autowired
	Traffic traffic;

	@Test
	@DisplayName("each case once, people by working time, and nothing where nobody came")
	void counts() {
		this.stage.itIs("2026-09-15T10:00");
		OnePost first = this.author.submits(aPost());
		OnePost second = this.author.submits(aPost());
		OnePost third = this.author.submits(aPost());
		this.author.submits(aPost().on(Draft.SECTION_ACCOUNT));
		this.stage.itIs("2026-09-15T11:00");
		this.objectsReviewer.findsAligned(first);
		this.stage.itIs("2026-09-15T13:00");
		this.objectsReviewer.finds(second, ObjectsFinding.CHANGES_NEEDED);
		this.author.submits(second, aPost());
		Lately told = this.traffic.since("post-approval", SINCE, this.stage.person("modeller"));
		assertThat(told.fewest()).isEqualTo(1);
		assertThat(told.elements().get("post-proposed")).isEqualTo(new Passed(4, ""));
		assertThat(told.elements().get("check-charity-objects")).isEqualTo(new Passed(3, "2 hours of working time"));
		assertThat(told.elements().get("post-aligned").cases()).isEqualTo(2);
		assertThat(told.elements().get("sign-off-post").cases()).isEqualTo(2);
		assertThat(told.elements()).doesNotContainKeys("post-published", "post-rejected");
		assertThat(told.words("post-published")).isEqualTo("no case");
		assertThat(told.words("check-charity-objects")).isEqualTo("3 cases; half took up to 2 hours of working time");
		assertThat(this.traffic.since("post-correction", SINCE, this.stage.person("modeller")).elements()).isEmpty();
		this.stage.itIs("2026-09-15T14:00");
		this.objectsReviewer.findsAligned(third);
		assertThat(this.traffic.since("post-approval", SINCE, this.stage.person("modeller"))
			.elements()
			.get("check-charity-objects")).isEqualTo(new Passed(3, "3 hours of working time"));
	}

}
