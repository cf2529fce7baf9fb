package org.imprimatur.posts;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.hamcrest.Matchers;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aLike;
import static org.imprimatur.posts.Draft.aPartnersShare;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "SHARE", "OBJECTS", "APPROVED" })
@DisplayName("Several likes, replies and shares on one page")
class LightPagesTests extends PostsAtWork {

	@Autowired
	MockMvc mvc;

	@Autowired
	FilterService filters;

	@Test
	@DisplayName("are each done by themselves: one with a mistake stays as typed, the others are on record")
	void oneMistake() throws Exception {
		OnePost first = this.author.submits(aLike());
		OnePost second = this.author.submits(aPartnersShare());
		OnePost third = this.author.submits(aLike());
		OnePost untouched = this.author.submits(aLike());
		String wrong = check(second);
		Map<String, String[]> typed = new LinkedHashMap<>();
		approved(typed, check(first));
		approved(typed, check(third));
		typed.put(wrong + ".decision", new String[] { "REJECTED" });
		typed.put(wrong + ".objectsDecision", new String[] { "CHANGES_NEEDED" });
		typed.put(wrong + ".object", new String[] { "" });
		typed.put(check(untouched) + ".reason", new String[] { "" });
		typed.put(wrong + ".triggers", new String[] { "STATISTIC" });
		sends("approver2", typed).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter a reason for rejecting it")))
			.andExpect(content().string(containsString("href=\"#" + wrong + ".reason\"")))
			.andExpect(content().string(containsString("Done and recorded")))
			.andExpect(content().string(Matchers.matchesPattern("(?s).*checked=\"checked\"[^>]*>.*")));
		assertThat(first).isAt(Task.PUBLISH_POST).hasASignOff(true).hasAnObjectsDecision(true);
		assertThat(third).isAt(Task.PUBLISH_POST);
		assertThat(second).isAt(Task.CHECK_AND_SIGN_OFF);
		assertThat(untouched).isAt(Task.CHECK_AND_SIGN_OFF);
		assertThat(this.stage.posts.decisions(second.reference())).isEmpty();
		typed.keySet().removeIf((name) -> !name.startsWith(wrong));
		typed.put(wrong + ".reason", new String[] { "It names the wrong court." });
		sends("approver2", typed).andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/light?done=" + second.reference()));
		assertThat(second).hasEnded(Ending.POST_REJECTED);
	}

	@Test
	@DisplayName("show only what this person may do, and refuse the rest by the same door")
	void onlyTheirs() throws Exception {
		OnePost like = this.author.submits(aLike().with("title", "Thank <b>you</b> for Tuesday"));
		this.mvc.perform(page("approver2"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Thank &lt;b&gt;you&lt;/b&gt; for Tuesday")))
			.andExpect(content().string(containsString(like.reference())));
		for (String other : new String[] { "approver", "author", "objects", "news" }) {
			this.mvc.perform(page(other)).andExpect(content().string(not(containsString(like.reference()))));
		}
		Map<String, String[]> typed = new LinkedHashMap<>();
		approved(typed, check(like));
		typed.put(check(like) + ".reason", new String[] { "Kept for me" });
		sends("approver", typed).andExpect(status().isConflict())
			.andExpect(content().string(containsString("This task is for other people")))
			.andExpect(content().string(containsString("Kept for me")));
		long refused = refusals();
		sends("sct2", typed).andExpect(status().isConflict());
		assertThat(refusals()).isEqualTo(refused + 1);
		assertThat(like).isAt(Task.CHECK_AND_SIGN_OFF);
		this.author.withdraws(like);
		sends("approver2", typed).andExpect(status().isConflict())
			.andExpect(content().string(containsString("has been overtaken")));
	}

	@Test
	@DisplayName("are released several on one page by the channel manager: a like at its source, a share once the source was looked at")
	void released() throws Exception {
		OnePost like = this.author.submits(aLike());
		OnePost share = this.author.submits(aPartnersShare());
		this.approver2.approvesBoth(like).approvesBoth(share);
		String liked = open(like, Task.PUBLISH_POST);
		String shared = open(share, Task.PUBLISH_POST);
		this.mvc.perform(get("/release").header("Authorization", basic("approver")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString(shared + ".sourceStillSays")))
			.andExpect(content().string(containsString("the hearing has been put off")))
			.andExpect(content().string(not(containsString(liked + ".sourceStillSays"))));
		Map<String, String[]> typed = new LinkedHashMap<>();
		typed.put(liked + ".decision", new String[] { "POSTED" });
		typed.put(shared + ".decision", new String[] { "POSTED" });
		typed.put(shared + ".postedUrl", new String[] { "https://x.example/2" });
		sends("approver", "/release", typed).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Look at the source")));
		assertThat(like).hasEnded(Ending.POST_PUBLISHED);
		assertThat(this.stage.posts.releases(like.reference())).extracting(PostRelease::postedUrl)
			.containsExactly("https://anybody.example/post/1");
		typed.remove(liked + ".decision");
		typed.put(shared + ".sourceStillSays", new String[] { "YES" });
		sends("approver", "/release", typed).andExpect(status().isSeeOther());
		assertThat(share).hasEnded(Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("are there for programs, too")
	void json() throws Exception {
		OnePost like = this.author.submits(aLike());
		String task = check(like);
		this.mvc.perform(get("/light").header("Authorization", basic("approver2")).accept(MediaType.APPLICATION_JSON))
			.andExpect(jsonPath("$.check[?(@.id=='" + task + "')].reference").value(like.reference()));
		MockHttpServletRequestBuilder request = post("/light").header("Authorization", basic("approver2"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"%s.decision\":\"APPROVED\",\"nothing.decision\":\"APPROVED\"}".formatted(task));
		this.mvc.perform(request)
			.andExpect(status().isUnprocessableEntity())
			.andExpect(jsonPath("$.problems['" + task + "'].objectsDecision").exists())
			.andExpect(jsonPath("$.refused[0]").value(containsString("no such task")));
	}

	@Test
	@DisplayName("stand in the ready lists of Tasklist of those who are offered them by name, and of nobody else")
	void inTasklist() {
		OnePost like = this.author.submits(aLike());
		OnePost post = this.author.submits(aPost());
		for (String list : List.of("My teams' tasks", "Due today and overdue")) {
			assertThat(listed(list, "approver2")).contains(check(like), open(post, Task.CHECK_CHARITY_OBJECTS));
			assertThat(listed(list, "approver")).doesNotContain(check(like));
			assertThat(listed(list, "objects")).contains(open(post, Task.CHECK_CHARITY_OBJECTS))
				.doesNotContain(check(like));
		}
	}

	private List<String> listed(String list, String login) {
		String filter = this.filters.createFilterQuery().filterName(list).singleResult().getId();
		return this.stage
			.as(this.stage.person(login),
					() -> this.filters.<org.camunda.bpm.engine.task.Task, TaskQuery>listPage(filter,
							this.stage.tasks.createTaskQuery().orderByTaskCreateTime().desc(), 0, 200))
			.stream()
			.map(org.camunda.bpm.engine.task.Task::getId)
			.toList();
	}

	@Test
	@DisplayName("A like is proposed with its account, its source and its ground, and no more")
	void fewFields() {
		OnePost like = this.author.submits(new Draft(Map.of()).on(Draft.JOINT_ACCOUNT)
			.with("kind", "LIKE")
			.with("sourceUrl", "https://anybody.example/post/1")
			.groundedIn(Grounding.POLICY, "Position on letter writing"));
		assertThat(like).isAt(Task.CHECK_AND_SIGN_OFF);
		assertThat(aPost().fields().names()).contains("body");
	}

	/**
	 * How often somebody who has nothing to do with it was refused, as the record says.
	 */
	private long refusals() {
		return this.stage.jdbc.sql("select count(*) from refusal where person = 'sct2'").query(Long.class).single();
	}

	private String check(OnePost post) {
		return open(post, Task.CHECK_AND_SIGN_OFF);
	}

	private String open(OnePost post, Task task) {
		return this.approver2.open(post, task);
	}

	private static void approved(Map<String, String[]> typed, String task) {
		typed.put(task + ".objectsDecision", new String[] { "ALIGNED" });
		typed.put(task + ".object", new String[] { "public-education" });
		typed.put(task + ".decision", new String[] { "APPROVED" });
		typed.put(task + ".confirmations", new String[] { "ACCURATE", "GROUNDED" });
	}

	private ResultActions sends(String login, Map<String, String[]> typed) throws Exception {
		return sends(login, "/light", typed);
	}

	private ResultActions sends(String login, String page, Map<String, String[]> typed) throws Exception {
		MockHttpServletRequestBuilder request = post(page).header("Authorization", basic(login))
			.accept(MediaType.TEXT_HTML);
		typed.forEach(request::param);
		return this.mvc.perform(request);
	}

	private static MockHttpServletRequestBuilder page(String login) {
		return get("/light").header("Authorization", basic(login)).accept(MediaType.TEXT_HTML);
	}

	private static String basic(String login) {
		return "Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes());
	}

}
