package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "ONE-LOGIN", "APPROVED" })
@DisplayName("Cases under way can be moved to another version, each on record")
// versions and cases of its own: every open case is moved
@TestPropertySource(properties = { "imprimatur.test.own-database=true", "imprimatur.test.name=moves" })
class CaseMovesTests extends HistoryAtWork {

	private static final String CASES = "/models/post-approval/cases";

	@Autowired
	RepositoryService repository;

	private int first;

	@BeforeEach
	void versions() throws Exception {
		// open cases of the test before follow versions before this one
		deploys("1.0.0");
		this.first = newest();
	}

	@AfterEach
	void asItWas() throws Exception {
		deploys("1.0.0");
	}

	/** A version of the process with its tables; the number of it. */
	private int deploys(String tag, String... changes) throws Exception {
		var deployment = this.repository.createDeployment().name("Imprimatur").source("processes");
		for (String file : new String[] { "post-checks.dmn", "post-approval-deadlines.dmn" }) {
			deployment.addString("posts/" + file, text(file));
		}
		String model = text("post-approval.bpmn").replace("versionTag=\"1.0.0\"", "versionTag=\"" + tag + "\"");
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(model).contains(changes[i]);
			model = model.replace(changes[i], changes[i + 1]);
		}
		deployment.addString("posts/post-approval.bpmn", model);
		Door.through(deployment::deploy);
		return newest();
	}

	private int newest() throws Exception {
		return ask("admin", "/models/post-approval").path("versions").path(0).path("version").asInt();
	}

	private static String text(String file) throws Exception {
		return new ClassPathResource("processes/posts/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

	private JsonNode plan(int from, int to) throws Exception {
		return ask("admin", CASES + "?from=" + from + "&to=" + to);
	}

	private static JsonNode of(JsonNode plan, OnePost post) {
		for (JsonNode one : plan.path("cases")) {
			if (one.path("reference").asText().equals(post.reference())) {
				return one;
			}
		}
		throw new AssertionError(post.reference() + " is not in " + plan);
	}

	private MockHttpServletResponse moves(String login, int from, int to, String reason) throws Exception {
		return post(login, CASES, "fromVersion", String.valueOf(from), "toVersion", String.valueOf(to), "reason",
				reason);
	}

	private int version(OnePost post) {
		return this.stage.jdbc.sql("""
				select p.version_ from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
				where e.business_key_ = ? and e.parent_id_ is null""")
			.param(post.reference())
			.query(Integer.class)
			.single();
	}

	/** Everything that waits for its time in this case: what, and when. */
	private List<Map<String, Object>> clocks(OnePost post) {
		return this.stage.jdbc.sql("""
				select j.handler_type_, j.duedate_ from act_ru_job j join act_ru_execution e
				on e.id_ = j.process_instance_id_ where e.business_key_ = ? order by j.duedate_, j.handler_type_""")
			.param(post.reference())
			.query()
			.listOfRows();
	}

	private List<Map<String, Object>> tasks(OnePost post) {
		return this.stage.jdbc
			.sql("""
					select t.id_, t.task_def_key_, t.due_date_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
					where e.business_key_ = ? order by t.id_""")
			.param(post.reference())
			.query()
			.listOfRows();
	}

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
