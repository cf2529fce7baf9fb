package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.WebTest;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.security.Caller;
import org.imprimatur.security.guards.Refusals;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People in front of the running application, with a real post behind it. What a post
 * consists of, for people and for the engine, can be compared before and after an act.
 */
@WebTest
abstract class AtTheDoor {

	private static final String[] WHOLE = { "post", "post_revision", "post_decision", "post_slot", "post_release",
			"post_act", "post_ending", "item_comment", "trail" };

	private static final Map<String, Caller> BROWSERS = new ConcurrentHashMap<>();

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ObjectMapper json;

	@Autowired
	Accounts accounts;

	@Autowired
	private Refusals refusals;

	@BeforeEach
	void everybodyMayBeRefusedAgain() {
		// sixty rows a person in ten minutes is right for work and too few for these
		// tests
		((Map<?, ?>) ReflectionTestUtils.getField(this.refusals, "windows")).clear();
	}

	/** A program that sends this login with each request. */
	Caller program(String login) {
		return new Caller(this.port).as(login);
	}

	/** A browser in which this person has signed in and opened Tasklist. */
	Caller browser(String login) {
		return BROWSERS.computeIfAbsent(this.port + login, (key) -> {
			Caller browser = new Caller(this.port);
			assertThat(browser.signIn(login, "imprimatur").headers().firstValue("Location").orElse(""))
				.doesNotContain("login");
			browser.page("/camunda/app/tasklist/default/");
			return browser;
		});
	}

	/** Sends a form of our pages with its session and token. */
	HttpResponse<String> form(String login, String path, String fields) {
		Caller browser = browser(login);
		String token = Caller.token(browser.page("/login").body());
		return browser.form(path, fields + "&_csrf=" + Caller.encoded(token));
	}

	/** Asks Tasklist's own API. */
	HttpResponse<String> tasklist(String login, String method, String path, String body) {
		return browser(login).json(method, "/camunda/api/engine/engine/default" + path, body);
	}

	HttpResponse<String> rest(String login, String method, String path, String body) {
		return program(login).json(method, "/engine-rest" + path, body);
	}

	/** Does something as somebody who may, by JSON. */
	void sent(String login, String path, String fields) {
		HttpResponse<String> answer = program(login).json("POST", path, fields);
		assertThat(answer.statusCode()).as(login + ": " + answer.body()).isEqualTo(303);
	}

	/** Does a task as the right person, by JSON. */
	void done(String login, String task, String fields) {
		HttpResponse<String> answer = program(login).json("POST", "/tasks/" + task, fields);
		assertThat(answer.statusCode()).as(login + ": " + answer.body()).isEqualTo(303);
	}

	/** What people and the engine know of a post, to be compared word for word. */
	String everything(String reference) {
		StringBuilder all = new StringBuilder();
		for (String table : WHOLE) {
			all.append(rows("select * from " + table + " where reference = ?", reference));
		}
		String of = " where proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ?)";
		all.append(rows("select id_, rev_, proc_def_id_, act_id_, is_active_, suspension_state_ from act_ru_execution"
				+ of + " order by id_", reference));
		all.append(rows("select id_, rev_, task_def_key_, name_, owner_, assignee_, delegation_, priority_, due_date_, "
				+ "follow_up_date_, suspension_state_ from act_ru_task" + of + " order by id_", reference));
		all.append(rows("select id_, rev_, name_, text_, long_, double_, execution_id_, task_id_ from act_ru_variable"
				+ of + " order by id_", reference));
		all.append(rows("select user_id_, group_id_, type_ from act_ru_identitylink where task_id_ in "
				+ "(select id_ from act_ru_task" + of + ") order by id_", reference));
		all.append(rows("select id_, rev_, retries_, duedate_, suspension_state_ from act_ru_job where "
				+ "process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?) order by id_",
				reference));
		all.append(rows("select count(*) from act_hi_actinst" + of, reference));
		all.append(rows("select count(*) from act_hi_varinst" + of, reference));
		all.append(rows("select count(*) from act_hi_comment" + of, reference));
		all.append(rows("select count(*) from act_hi_attachment" + of, reference));
		return all.toString();
	}

	/** What belongs to no post: people, rights, models. */
	String house() {
		StringBuilder all = new StringBuilder();
		for (String table : new String[] { "act_id_user", "act_id_membership", "act_id_group", "act_ru_authorization",
				"act_re_deployment", "act_re_procdef", "act_hi_op_log", "act_ru_batch", "account",
				"account_authorisation", "charity_object" }) {
			all.append(table).append(rows("select count(*) from " + table)).append('\n');
		}
		return all.append(rows("select id_, pwd_, first_, last_ from act_id_user order by id_")).toString();
	}

	String rows(String query, Object... parameters) {
		return this.jdbc.sql(query)
			.params(parameters)
			.query()
			.listOfRows()
			.stream()
			.map(Object::toString)
			.collect(Collectors.joining("\n", "\n", "\n"));
	}

	long count(String query, Object... parameters) {
		return this.jdbc.sql(query).params(parameters).query(Long.class).single();
	}

	/** How often this person has been refused so far. */
	long refused(String login) {
		return count("select count(*) from refusal where person = ?", login);
	}

	/** The words of the last refusal of this person. */
	String lastRefusal(String login) {
		return this.jdbc.sql("select sentence from refusal where person = ? order by id desc")
			.param(login)
			.query(String.class)
			.list()
			.get(0);
	}

	/** The engine's id of the one open task of a post. */
	String task(String reference) {
		return this.jdbc
			.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ "
					+ "where e.business_key_ = ?")
			.param(reference)
			.query(String.class)
			.single();
	}

	/** The ids of the elements at which a post is: tasks, or the wait for its slot. */
	String step(String reference) {
		return this.jdbc
			.sql("select act_id_ from act_ru_execution where is_active_ = true and act_id_ is not null and "
					+ "proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = ?) order by act_id_")
			.param(reference)
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.joining(" "));
	}

	String caseOf(String reference) {
		return this.jdbc.sql("select case_id from post where reference = ?")
			.param(reference)
			.query(String.class)
			.single();
	}

	/** Proposes a post and submits its draft. */
	String submitted(String author, String account, String publishAt) {
		return proposed(author, account, publishAt, "SUBMIT");
	}

	String proposed(String author, String account, String publishAt, String decision) {
		String fields = "{\"accounts\":\"" + account
				+ "\",\"kind\":\"ORIGINAL\",\"body\":\"A sentence nobody else wrote: " + java.util.UUID.randomUUID()
				+ "\",\"grounding\":\"POLICY\",\"groundingSource\":\"Position 4\""
				+ ((publishAt != null) ? ",\"publishAt\":\"" + publishAt + "\"" : "")
				+ ((decision != null) ? ",\"decision\":\"" + decision + "\"" : "") + "}";
		HttpResponse<String> answer = program(author).json("POST", "/start/post-approval", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** Breaking news on a joint account, submitted by {@code author}. */
	String breakingNews() {
		String fields = "{\"accounts\":\"main-x\",\"kind\":\"ORIGINAL\",\"body\":\"It has happened.\","
				+ "\"grounding\":\"POLICY\",\"groundingSource\":\"Position 4\",\"urgency\":\"BREAKING\","
				+ "\"urgencyReason\":\"The hearing begins now\",\"decision\":\"SUBMIT\"}";
		HttpResponse<String> answer = program("author").json("POST", "/start/post-approval", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** A share on a joint account, decided and at its slot. */
	String share() {
		String fields = "{\"accounts\":\"main-x\",\"kind\":\"SHARE\",\"grounding\":\"POLICY\","
				+ "\"groundingSource\":\"Position 4\",\"sourceUrl\":\"https://somebody.example/1\","
				+ "\"sourceSnapshot\":\"What they said.\",\"goal\":\"VICTORIES\",\"body\":\"See this.\","
				+ "\"decision\":\"SUBMIT\"}";
		HttpResponse<String> answer = program("author").json("POST", "/start/post-approval", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		String post = address.substring(address.lastIndexOf('/') + 1);
		done("objects", task(post), Answers.ALIGNED);
		done("approver2", task(post), Answers.APPROVED);
		done("author2", task(post), Answers.scheduled(java.time.Duration.ZERO));
		return post;
	}

	/** A post on a joint account, by {@code author}, brought to this step. */
	String postAt(String step) {
		if (step.equals("check-and-sign-off") || step.equals("review-urgent-post")) {
			String post = breakingNews();
			if (step.equals("review-urgent-post")) {
				done("approver2", task(post), Answers.BOTH);
				done("author2", task(post), Answers.POSTED);
			}
			assertThat(step(post)).isEqualTo(step);
			return post;
		}
		if (step.equals("draft-post")) {
			return proposed("author", "main-x", null, null);
		}
		if (step.equals("take-out-of-queue") || step.equals("confirm-after-freeze")) {
			String post = postAt("slot-awaited");
			if (step.equals("take-out-of-queue")) {
				sent("author2", "/items/" + post + "/queue", "{}");
				String slot = java.time.LocalDateTime
					.ofInstant(this.jdbc.sql("select publish_at from post_slot where reference = ?")
						.param(post)
						.query(java.sql.Timestamp.class)
						.single()
						.toInstant(), java.time.ZoneId.of("Europe/London"))
					.toString();
				done("author2", task(post), "{\"decision\":\"SCHEDULED_ON_PLATFORM\",\"postedAt\":\"" + slot + "\"}");
				sent("approver", "/items/" + post + "/recall", "{\"reason\":\"It is wrong.\"}");
			}
			else {
				sent("approver", "/freezes", "{\"scope\":\"ACCOUNT\",\"account\":\"main-x\",\"reason\":\"Danger\"}");
				sent("approver", "/freezes/" + count("select max(id) from post_freeze") + "/lift",
						"{\"reason\":\"Over\"}");
			}
			assertThat(step(post)).isEqualTo(step);
			return post;
		}
		String post = submitted("author", "main-x", null);
		if (!step.equals("check-charity-objects")) {
			done("objects", task(post), Answers.ALIGNED);
		}
		if (!step.equals("check-charity-objects") && !step.equals("sign-off-post")) {
			done("approver", task(post), Answers.APPROVED);
		}
		if (step.equals("slot-awaited")) {
			done("author2", task(post), Answers.scheduled(java.time.Duration.ofHours(40)));
		}
		if (step.equals("publish-post")) {
			done("author2", task(post), Answers.scheduled(java.time.Duration.ZERO));
		}
		assertThat(step(post)).isEqualTo(step);
		return post;
	}

}
