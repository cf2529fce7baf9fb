package org.imprimatur.posts;

import java.util.Base64;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.AbsenceActs;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TakingOver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aLike;
import static org.imprimatur.posts.Draft.aPost;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("A manager reads the whole story of a post")
class StoryTests extends PostsAtWork {

	private static final String HOSTILE = "<script>alert(1)</script> {{7*7}} 👩🏽‍🚒 ‮gnp";

	@Autowired
	MockMvc mvc;

	@Test
	@DisplayName("in order, with roles, what each was shown, versions, timers and the exact path with its loops")
	void aWholeLife() throws Exception {
		OnePost post = this.author.submits(aPost().saying("One two three. " + HOSTILE));
		later();
		this.objectsReviewer.findsAligned(post);
		later();
		this.approver.answers(post, SignOff.CHANGES_REQUESTED);
		later();
		this.author.submits(post, aPost().saying("One four three. " + HOSTILE));
		later();
		this.objectsReviewer.findsAligned(post);
		later();
		this.approver.approves(post);
		later();
		this.author.schedules(post, "2026-11-24T15:00");
		post.timer("slot-arrived").fires();
		later();
		this.author.publishes(post);
		String story = json("manager", post.reference());
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[*].title")).containsSubsequence("Proposed the post",
				"Submitted version 1", "Charity’s objects: aligned (version 1)",
				"Sign-off: changes requested (version 1)", "Submitted version 2",
				"Charity’s objects: aligned (version 2)", "Sign-off: approved (version 2)", "Time came: Slot arrived",
				"Published");
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Submitted.*/)].role"))
			.containsExactly("Author", "Author");
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Draft.*/)].role")).isEmpty();
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Sign-off.*/)].role"))
			.containsExactly("Approvers", "Approvers");
		assertThat(JsonPath.<List<Integer>>read(story, "$.timeline[?(@.title =~ /Sign-off.*/)].version"))
			.containsExactly(1, 2);
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Sign-off.*/)].askedBecause"))
			.allSatisfy((because) -> assertThat(because).isNotBlank());
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Sign-off.*/)].model"))
			.allSatisfy((model) -> assertThat(model).contains("version"));
		assertThat(JsonPath.<List<Integer>>read(story, "$.cases[0].path[?(@.element=='sign-off-post')].time"))
			.containsExactly(1, 2);
		assertThat(JsonPath.<List<String>>read(story, "$.cases[0].path[?(@.element=='sign-off-post')].done[0].what"))
			.containsExactly("Changes requested", "Approved");
		assertThat(JsonPath.<List<String>>read(story, "$.cases[0].open")).isEmpty();
		assertThat(JsonPath.<List<String>>read(story, "$.differences[0].fields[0].parts[?(@.added==true)].text"))
			.containsExactly("four");
		assertThat(JsonPath.<List<String>>read(story, "$.rules[*].step")).contains("Decide on objects check",
				"Decide the approval route");
		assertThat(JsonPath.<List<List<String>>>read(story, "$.rules[*].held"))
			.allSatisfy((held) -> assertThat(held).isNotEmpty());
		assertThat(JsonPath.<List<List<String>>>read(story, "$.rules[*].reasons"))
			.allSatisfy((reasons) -> assertThat(reasons).isNotEmpty());
		page("manager", post.reference()).andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
			.andExpect(content().string(not(containsString("<script>alert"))))
			.andExpect(content().string(containsString("2 of 2 times")));
		this.mvc.perform(get(model(story, post)).header("Authorization", basic("manager")))
			.andExpect(status().isOk())
			.andExpect(content().contentType(MediaType.APPLICATION_XML))
			.andExpect(content().string(containsString("sign-off-post")));
	}

	@Test
	@DisplayName("which names whose step it was when somebody else did it, what is open now, and an administrator's change")
	void onBehalf() throws Exception {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.claims(post, Task.CHECK_CHARITY_OBJECTS);
		this.stage.context.getBean(AbsenceActs.class)
			.enter(Fields.none()
				.with("person", "")
				.with("from", "2026-11-24")
				.with("until", "2026-11-25")
				.with("deputy", "objects2"), this.stage.person("objects"));
		String task = this.objectsReviewer2.open(post, Task.CHECK_CHARITY_OBJECTS);
		this.objectsReviewer2.as(() -> {
			this.stage.context.getBean(TakingOver.class).takeOver(task, this.stage.person("objects2"));
			return null;
		});
		this.objectsReviewer2.findsAligned(post);
		this.stage.jdbc.sql("""
				insert into intervention (at, person, act, target, reference, detail)
				values (current_timestamp, 'admin', 'SetJobRetriesCmd', 'x', ?, 'retries 3')""")
			.param(post.reference())
			.update();
		String story = json("manager", post.reference());
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.title =~ /Charity.*/)].onBehalfOf"))
			.containsExactly("Harriet Osei, who was away, as their deputy");
		assertThat(JsonPath.<List<String>>read(story, "$.timeline[?(@.kind=='ADMINISTRATOR')].title"))
			.containsExactly("Changed in the engine by an administrator: set job retries");
		assertThat(JsonPath.<List<String>>read(story, "$.cases[0].open")).containsExactly("sign-off-post");
		assertThat(JsonPath.<List<Boolean>>read(story, "$.cases[0].path[?(@.element=='sign-off-post')].open"))
			.containsExactly(true);
		page("manager", post.reference()).andExpect(content().string(containsString("Open now")));
	}

	@Test
	@DisplayName("of every sort: a like, breaking news, several accounts, a draft, and whatever ended otherwise")
	void everySort() throws Exception {
		OnePost withdrawn = this.author.submits(aPost());
		this.author.withdraws(withdrawn);
		OnePost frozen = frozen(aPost());
		for (OnePost post : List.of(this.author.drafts(aPost()), this.author.submits(aLike()),
				waitingAt(Task.REVIEW_URGENT_POST), this.author.submits(aPost().on("main-x", "main-facebook")),
				withdrawn, frozen)) {
			page("hoc", post.reference()).andExpect(status().isOk())
				.andExpect(content().string(containsString("The path in words")));
			assertThat(JsonPath.<List<String>>read(json("hoc", post.reference()), "$.cases[0].path[*].element"))
				.isNotEmpty();
		}
	}

	@Test
	@DisplayName("and nobody who may not search the history, or not read the post, learns that there is one")
	void whoMay() throws Exception {
		OnePost post = this.author.submits(aPost());
		String story = json("manager", post.reference());
		for (String other : List.of("author", "approver", "news", "activist", "trustee1")) {
			for (String address : List.of("/history/" + post.reference(), "/history/" + post.reference() + ".json",
					model(story, post))) {
				for (MediaType type : List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)) {
					this.mvc.perform(get(address).header("Authorization", basic(other)).accept(type))
						.andExpect(status().isNotFound())
						.andExpect(content().string(not(containsString("Forty-one"))));
				}
			}
			this.mvc.perform(head("/history/" + post.reference()).header("Authorization", basic(other)))
				.andExpect(status().isNotFound());
		}
		page("manager", "POST-2026-999999").andExpect(status().isNotFound());
		this.mvc
			.perform(get("/history/" + post.reference() + "/cases/none.bpmn").header("Authorization", basic("manager")))
			.andExpect(status().isNotFound());
		this.mvc.perform(head("/history/" + post.reference()).header("Authorization", basic("manager")))
			.andExpect(status().isOk());
	}

	private void later() {
		this.stage.itIs(this.stage.now().plusSeconds(600));
	}

	private static String model(String story, OnePost post) {
		return "/history/" + post.reference() + "/cases/" + JsonPath.<String>read(story, "$.cases[0].caseId") + ".bpmn";
	}

	private ResultActions page(String login, String reference) throws Exception {
		return this.mvc
			.perform(get("/history/" + reference).header("Authorization", basic(login)).accept(MediaType.TEXT_HTML));
	}

	private String json(String login, String reference) throws Exception {
		return this.mvc.perform(get("/history/" + reference + ".json").header("Authorization", basic(login)))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.head.reference").value(reference))
			.andReturn()
			.getResponse()
			.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
	}

	private static String basic(String login) {
		return "Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes());
	}

}
