package org.imprimatur.posts;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("Cases under way can be moved to another version, each on record")
class CaseMovesTests extends MovesAtWork {

	@Test
	@DisplayName("an open task keeps its day and its people, a clock its time; the case goes on by the new version")
	void moved() throws Exception {
		OnePost checked = this.author.submits(aPost());
		OnePost another = this.author.submits(aPost());
		OnePost slot = scheduled(aPost());
		List<Map<String, Object>> tasks = tasks(checked);
		List<Map<String, Object>> reminders = clocks(checked);
		List<Map<String, Object>> clocks = clocks(slot);
		assertThat(clocks).isNotEmpty();
		assertThat(reminders).isNotEmpty();
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		JsonNode plan = plan(this.first, next);
		assertThat(of(plan, checked).path("obstacle").asText()).isEmpty();
		assertThat(of(plan, checked).path("steps").path(0).asText()).isEqualTo("Check the charity's objects");
		assertThat(version(checked)).as("only tried").isEqualTo(this.first);
		assertThat(moves("admin", this.first, next, "A clearer word.").getStatus()).isEqualTo(200);
		assertThat(version(checked)).isEqualTo(next);
		assertThat(version(slot)).isEqualTo(next);
		assertThat(tasks(checked)).isEqualTo(tasks);
		assertThat(clocks(checked)).isEqualTo(reminders);
		assertThat(clocks(another)).as("the second one as well").isEqualTo(reminders);
		assertThat(clocks(slot)).isEqualTo(clocks);
		assertThat(clocks(this.author.submits(aPost()))).as("a case that begins after it").isEqualTo(reminders);
		this.objectsReviewer.findsAligned(checked);
		this.approver.approves(checked);
		assertThat(tasks(checked)).singleElement()
			.satisfies((task) -> assertThat(task.get("task_def_key_")).isEqualTo("schedule-post"));
		slot.timer("slot-arrived").fires();
		this.author2.publishes(slot);
		String story = page("manager", "/history/" + checked.reference()).getContentAsString();
		assertThat(story).contains("moved to another version of the procedure",
				"from version " + this.first + " to version " + next + ". A clearer word.");
		assertThat(plan(this.first, next).path("cases")).as("nothing is left to move twice").isEmpty();
	}

	@Test
	@DisplayName("a case at a step that the other version does not have stays, and says so; past it, it can be moved")
	void gone() throws Exception {
		OnePost checked = this.author.submits(aPost());
		OnePost signed = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(signed);
		int next = deploys("1.1.0", "\"check-charity-objects\"", "\"check-objects\"", ">check-charity-objects<",
				">check-objects<");
		JsonNode plan = plan(this.first, next);
		assertThat(of(plan, checked).path("obstacle").asText()).contains("“Check the charity's objects”",
				"which the other version does not have");
		assertThat(of(plan, signed).path("obstacle").asText()).isEmpty();
		assertThat(moves("admin", this.first, next, "Try.").getStatus()).isEqualTo(200);
		assertThat(version(checked)).isEqualTo(this.first);
		assertThat(version(signed)).isEqualTo(next);
		this.objectsReviewer.findsAligned(checked);
		assertThat(of(plan(this.first, next), checked).path("obstacle").asText()).isEmpty();
	}

	@Test
	@DisplayName("and back again, where both versions have the step")
	void back() throws Exception {
		OnePost post = this.author.submits(aPost());
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		moves("admin", this.first, next, "There.");
		String page = page("admin", CASES + "?from=" + next + "&to=" + this.first).getContentAsString();
		assertThat(page).contains("can be moved. This was tried with each and taken back.", post.reference());
		assertThat(moves("admin", next, this.first, "And back.").getStatus()).isEqualTo(200);
		assertThat(version(post)).isEqualTo(this.first);
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		assertThat(page("manager", "/history/" + post.reference()).getContentAsString()).contains("There.",
				"And back.");
	}

	@Test
	@DisplayName("the first number of the version tag decides whether cases may be moved at all")
	void tags() throws Exception {
		OnePost post = this.author.submits(aPost());
		int other = deploys("2.0.0");
		JsonNode plan = plan(this.first, other);
		assertThat(plan.path("forbidden").asText()).contains("1.0.0 and 2.0.0",
				"finish by the version they began with");
		assertThat(moves("admin", this.first, other, "Please.").getStatus()).isEqualTo(409);
		int none = deploys("spring");
		assertThat(plan(this.first, none).path("forbidden").asText()).contains("has the version tag “spring”");
		assertThat(version(post)).isEqualTo(this.first);
	}

	@Test
	@DisplayName("nobody but an administrator moves them, with a reason; others see what they may see")
	void others() throws Exception {
		OnePost post = this.author.submits(aPost());
		int next = deploys("1.1.0", "name=\"Sign off the post\"", "name=\"Approve the post\"");
		for (String login : new String[] { "author", "approver", "modeller", "manager", "hoc" }) {
			assertThat(moves(login, this.first, next, "Mine.").getStatus()).as(login).isEqualTo(403);
		}
		assertThat(moves("admin", this.first, next, " ").getStatus()).isEqualTo(422);
		assertThat(moves("admin", this.first, next, "x".repeat(501)).getStatus()).isEqualTo(422);
		assertThat(moves("admin", this.first, 9999, "Where?").getStatus()).isEqualTo(404);
		assertThat(form("admin", CASES, "fromVersion", String.valueOf(this.first), "toVersion", String.valueOf(next),
				"reason", "")
			.getContentAsString()).contains("Say why");
		assertThat(version(post)).isEqualTo(this.first);
		assertThat(ask("manager", CASES + "?from=" + this.first + "&to=" + next).toString()).contains(post.reference());
		assertThat(ask("modeller", CASES + "?from=" + this.first + "&to=" + next).toString())
			.doesNotContain(post.reference());
		assertThat(json("author", CASES).getStatus()).isEqualTo(403);
	}

}
