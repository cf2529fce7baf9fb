package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("Moving cases meets people at work, and is told on the page of the process")
class MovesMeanwhileTests extends MovesAtWork {

	@Test
	@DisplayName("a case that somebody works on at the same moment is either moved or said to have moved on")
	void whilePeopleWork() throws Exception {
		List<OnePost> posts = List.of(this.author.submits(aPost()), this.author.submits(aPost()),
				this.author.submits(aPost()));
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			Future<?> work = two.submit(() -> posts.forEach(this::checks));
			Future<MockHttpServletResponse> moving = two.submit(() -> moves("admin", this.first, next, "Meanwhile."));
			JsonNode moved = this.json.readTree(moving.get().getContentAsString(StandardCharsets.UTF_8));
			work.get();
			for (OnePost one : posts) {
				boolean told = version(one) == next;
				assertThat(of(moved, one).path("moved").asBoolean()).isEqualTo(told);
				assertThat(of(moved, one).path("obstacle").asText().isEmpty()).isEqualTo(told);
				assertThat(this.stage.jdbc.sql("select count(*) from intervention where reference = ?")
					.param(one.reference())
					.query(Long.class)
					.single()).as("on record exactly if it was moved").isEqualTo(told ? 1 : 0);
				assertThat(tasks(one)).as("the work of the person stands")
					.singleElement()
					.satisfies((task) -> assertThat(task.get("task_def_key_")).isEqualTo("sign-off-post"));
				this.approver.approves(one);
			}
		}
		finally {
			two.shutdown();
		}
	}

	/** Whoever is told that the item changed at this moment sends it again. */
	private void checks(OnePost post) {
		try {
			this.objectsReviewer.findsAligned(post);
		}
		catch (OptimisticLockingException ex) {
			this.objectsReviewer.findsAligned(post);
		}
	}

	@Test
	@DisplayName("two administrators at once move each case once")
	void atOnce() throws Exception {
		OnePost post = this.author.submits(aPost());
		OnePost another = this.author.submits(aPost());
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<MockHttpServletResponse>> answers = two.invokeAll(List
				.of(() -> moves("admin", this.first, next, "Me."), () -> moves("admin", this.first, next, "Me.")));
			for (Future<MockHttpServletResponse> answer : answers) {
				assertThat(answer.get().getStatus()).isEqualTo(200);
			}
		}
		finally {
			two.shutdown();
		}
		for (OnePost one : List.of(post, another)) {
			assertThat(version(one)).isEqualTo(next);
			assertThat(this.stage.jdbc.sql("select count(*) from intervention where reference = ?")
				.param(one.reference())
				.query(Long.class)
				.single()).as("one row for each case").isEqualTo(1);
		}
	}

	@Test
	@DisplayName("the page of the process tells how many cases stay behind, what the tags say, and what was moved")
	void behind() throws Exception {
		this.author.submits(aPost());
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		assertThat(page("modeller", "/models/post-approval").getContentAsString())
			.contains("New cases follow version <span>" + next, "Version " + this.first + ": ", "They may be moved.");
		moves("admin", this.first, next, "A word about one item.");
		int other = deploys("2.0.0");
		String page = page("modeller", "/models/post-approval").getContentAsString();
		assertThat(page).contains("New cases follow version <span>" + other,
				"From version " + this.first + " to version " + next + ": ", "finish by the version they began with");
		assertThat(page).as("reasons stand in the stories").doesNotContain("A word about one item");
	}

}
