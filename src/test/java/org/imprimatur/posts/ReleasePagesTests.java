package org.imprimatur.posts;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aLike;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("Scheduling and publishing, several on one page")
class ReleasePagesTests extends PostsAtWork {

	@Autowired
	MockMvc mvc;

	@Test
	@DisplayName("takes full posts and likes, and says what was done; what has a mistake stays with all that was typed")
	void severalSorts() throws Exception {
		OnePost post = approved(aPost());
		OnePost wrong = approved(aPost());
		OnePost like = this.author.submits(aLike());
		this.approver2.approvesBoth(like);
		Map<String, String> typed = new LinkedHashMap<>();
		String done = open(post, Task.SCHEDULE_POST);
		typed.put(done + ".decision", "SCHEDULE");
		typed.put(done + ".publishAt", tomorrow());
		typed.put(open(wrong, Task.SCHEDULE_POST) + ".decision", "SCHEDULE");
		typed.put(open(wrong, Task.SCHEDULE_POST) + ".publishAt", "2020-02-29T10:00");
		typed.put(open(like, Task.PUBLISH_POST) + ".decision", "POSTED");
		sends("author2", typed).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Done and recorded")))
			.andExpect(content().string(containsString("Approved. Waits for its slot on")))
			.andExpect(content().string(containsString("href=\"#" + open(wrong, Task.SCHEDULE_POST) + ".publishAt\"")))
			.andExpect(content().string(containsString("2020-02-29T10:00")));
		assertThat(like).hasEnded(PostApproval.Ending.POST_PUBLISHED);
		assertThat(wrong).isAt(Task.SCHEDULE_POST);
		this.mvc.perform(page("author2"))
			.andExpect(content().string(containsString("2020-02-29T10:00")))
			.andExpect(content().string(not(containsString(done))));
		typed.keySet().removeIf((name) -> !name.startsWith(open(wrong, Task.SCHEDULE_POST)));
		typed.put(open(wrong, Task.SCHEDULE_POST) + ".publishAt", tomorrow());
		sends("author2", typed).andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/release?done=" + wrong.reference()));
	}

	@Test
	@DisplayName("shows each only what is theirs to do, and refuses the rest by the same door")
	void onlyTheirs() throws Exception {
		OnePost post = approved(aPost());
		String task = open(post, Task.SCHEDULE_POST);
		for (String other : new String[] { "objects", "news", "activist", "trustee1" }) {
			this.mvc.perform(page(other)).andExpect(content().string(not(containsString(post.reference()))));
			sends(other, Map.of(task + ".decision", "SCHEDULE", task + ".publishAt", tomorrow()))
				.andExpect(status().isConflict());
		}
		assertThat(post).isAt(Task.SCHEDULE_POST);
		this.mvc.perform(get("/release").header("Authorization", basic("author2")).accept(MediaType.APPLICATION_JSON))
			.andExpect(jsonPath("$.schedule[?(@.id=='" + task + "')].reference").value(post.reference()));
	}

	@Test
	@DisplayName("leaves alone what nothing was answered for, and says so where that is all")
	void nothingChosen() throws Exception {
		OnePost like = this.author.submits(aLike());
		this.approver2.approvesBoth(like);
		sends("author2",
				Map.of(open(like, Task.PUBLISH_POST) + ".postedAt", "2020-02-29T10:00",
						open(like, Task.PUBLISH_POST) + ".postedUrl", ""))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/release?done="));
		this.mvc.perform(get("/release?done=").header("Authorization", basic("author2")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString("Nothing was recorded, since nothing was chosen")));
		assertThat(like).isAt(Task.PUBLISH_POST);
	}

	@Test
	@DisplayName("keeps what is typed as the draft of the task, found again on the task's own page, for nobody else")
	void kept() throws Exception {
		OnePost post = approved(aPost());
		String task = open(post, Task.SCHEDULE_POST);
		this.mvc
			.perform(post("/release/draft").header("Authorization", basic("author2"))
				.param(task + ".publishAt", "2031-03-04T10:20")
				.param(task + ".decision", "SCHEDULE"))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.savedAt").isNotEmpty());
		this.mvc.perform(page("author2")).andExpect(content().string(containsString("2031-03-04T10:20")));
		this.mvc.perform(get("/tasks/" + task).header("Authorization", basic("author2")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString("2031-03-04T10:20")));
		this.mvc.perform(page("author")).andExpect(content().string(not(containsString("2031-03-04T10:20"))));
	}

	private String open(OnePost post, Task task) {
		return this.author2.open(post, task);
	}

	private String tomorrow() {
		return LondonTime.input(this.stage.now().plus(Duration.ofDays(1)));
	}

	private ResultActions sends(String login, Map<String, String> typed) throws Exception {
		MockHttpServletRequestBuilder request = post("/release").header("Authorization", basic(login))
			.accept(MediaType.TEXT_HTML);
		typed.forEach(request::param);
		return this.mvc.perform(request);
	}

	private static MockHttpServletRequestBuilder page(String login) {
		return get("/release").header("Authorization", basic(login)).accept(MediaType.TEXT_HTML);
	}

	private static String basic(String login) {
		return "Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes());
	}

}
