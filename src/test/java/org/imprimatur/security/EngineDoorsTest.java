package org.imprimatur.security;

import java.net.http.HttpResponse;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.imprimatur.WebTest;
import org.imprimatur.security.guards.Refusals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

@WebTest
@DisplayName("Through the engine's REST and its web applications' API nobody goes round a rule")
class EngineDoorsTest {

	@LocalServerPort
	int port;

	@Autowired
	RepositoryService repository;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	JdbcClient jdbc;

	private String instance;

	private String task;

	private String definition;

	@Autowired
	Refusals refusals;

	@BeforeEach
	void aCaseAtItsFirstTask() {
		// other tests of this context have been refused as well
		((java.util.Map<?, ?>) ReflectionTestUtils.getField(this.refusals, "windows")).clear();
		Door.through(this.repository.createDeployment()
			.addClasspathResource("security/guarded.bpmn")
			.enableDuplicateFiltering(false)
			.name("guarded")::deploy);
		this.definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey("guarded")
			.latestVersion()
			.singleResult()
			.getId();
		this.instance = this.runtime.startProcessInstanceByKey("guarded", "GUARDED-2026-000001").getId();
		this.task = this.tasks.createTaskQuery().processInstanceId(this.instance).singleResult().getId();
	}

	/**
	 * The two ways in: REST with a login, and the web applications' API with a session.
	 */
	private HttpResponse<String> ask(String way, String login, String method, String path, String body) {
		String whole = path.replace("{task}", this.task)
			.replace("{instance}", this.instance)
			.replace("{definition}", this.definition);
		String content = body.replace("{instance}", this.instance);
		if (way.equals("rest")) {
			return new Caller(this.port).as(login).json(method, "/engine-rest" + whole, content);
		}
		Caller browser = new Caller(this.port);
		browser.signIn(login, "imprimatur");
		browser.page("/camunda/app/tasklist/default/");
		return browser.json(method, "/camunda/api/engine/engine/default" + whole, content);
	}

	private void nothingHasChanged() {
		assertThat(this.runtime.getActiveActivityIds(this.instance)).containsExactly("check");
		assertThat(this.runtime.getVariables(this.instance)).isEmpty();
	}

	private long refusals() {
		return this.jdbc.sql("select count(*) from refusal").query(Long.class).single();
	}

	@ParameterizedTest(name = "{0} as {1}")
	@CsvSource({ "rest,modeller", "rest,admin", "app,author", "app,modeller", "app,admin" })
	void completingIsRefusedAndNamesThePage(String way, String login) {
		this.tasks.setAssignee(this.task, login);
		long before = refusals();
		for (String act : List.of("complete", "submit-form", "resolve")) {
			HttpResponse<String> answer = ask(way, login, "POST", "/task/{task}/" + act, "{\"variables\":{}}");
			assertThat(answer.body()).contains("Complete this task at /tasks/" + this.task);
			assertThat(answer.statusCode()).isEqualTo(409);
		}
		nothingHasChanged();
		assertThat(refusals()).isEqualTo(before + 3);
	}

	@ParameterizedTest(name = "{0} as {1}")
	@CsvSource({ "rest,admin", "rest,modeller", "app,admin" })
	void startingIsRefusedAndNamesThePage(String way, String login) {
		for (String path : List.of("/process-definition/key/guarded/start", "/process-definition/{definition}/start",
				"/process-definition/{definition}/submit-form")) {
			HttpResponse<String> answer = ask(way, login, "POST", path, "{\"variables\":{}}");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
			assertThat(answer.body()).contains("/start/guarded");
		}
		nothingHasChanged();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			value = { "PUT|/task/{task}/variables/x|{\"value\":1}",
					"POST|/task/{task}/variables|{\"modifications\":{\"x\":{\"value\":1}}}",
					"PUT|/task/{task}/localVariables/x|{\"value\":1}",
					"PUT|/process-instance/{instance}/variables/x|{\"value\":1}",
					"POST|/process-instance/{instance}/variables|{\"modifications\":{\"x\":{\"value\":1}}}",
					"PUT|/execution/{instance}/localVariables/x|{\"value\":1}",
					"POST|/message|{\"messageName\":\"post-changed\",\"processInstanceId\":\"{instance}\"}",
					"POST|/execution/{instance}/signal|{}", "POST|/signal|{\"name\":\"x\"}",
					"POST|/task/{task}/delegate|{\"userId\":\"author\"}", "POST|/task/create|{\"name\":\"x\"}",
					"PUT|/task/{task}|{\"name\":\"x\",\"priority\":9}",
					"POST|/task/{task}/identity-links|{\"userId\":\"admin\",\"type\":\"candidate\"}",
					"POST|/task/{task}/bpmnError|{\"errorCode\":\"x\"}",
					"POST|/task/{task}/bpmnEscalation|{\"escalationCode\":\"x\"}", "GET|/task/{task}/attachment|",
					"DELETE|/history/process-instance/{instance}|", "DELETE|/history/user-operation/x|",
					"POST|/history/cleanup|{}",
					"POST|/external-task/fetchAndLock|{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}" })
	void evenAnAdministratorIsRefused(String method, String path, String body) {
		for (String way : List.of("rest", "app")) {
			HttpResponse<String> answer = ask(way, "admin", method, path, (body != null) ? body : "");
			assertThat(answer.statusCode()).as(way + " " + answer.body()).isIn(400, 403, 404, 409);
			nothingHasChanged();
		}
		assertThat(this.tasks.createTaskQuery().taskId(this.task).taskName("Check").count()).isOne();
	}

	@Test
	void aTaskIsTakenForOneselfOnlyAndByThoseItIsFor() {
		assertThat(ask("app", "news", "POST", "/task/{task}/claim", "{\"userId\":\"news\"}").statusCode())
			.isEqualTo(403);
		assertThat(ask("app", "author", "POST", "/task/{task}/claim", "{\"userId\":\"author2\"}").statusCode())
			.isEqualTo(403);
		assertThat(ask("app", "author", "POST", "/task/{task}/claim", "{\"userId\":\"author\"}").statusCode())
			.isEqualTo(204);
		HttpResponse<String> taken = ask("app", "author2", "POST", "/task/{task}/claim", "{\"userId\":\"author2\"}");
		assertThat(taken.statusCode()).isEqualTo(409);
		assertThat(taken.body()).contains("Priya Raman");
		assertThat(ask("app", "author2", "POST", "/task/{task}/unclaim", "").statusCode()).isIn(403, 409);
		assertThat(ask("app", "author", "POST", "/task/{task}/unclaim", "").statusCode()).isEqualTo(204);
		assertThat(ask("app", "author", "POST", "/task/{task}/assignee", "{\"userId\":\"author2\"}").statusCode())
			.isEqualTo(403);
	}

	@Test
	void anAdministratorMayMoveACaseAndItIsRecorded() {
		HttpResponse<String> answer = ask("rest", "admin", "POST", "/process-instance/{instance}/modification",
				"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"publish\"}]}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
		assertThat(this.jdbc
			.sql("select count(*) from intervention where person = 'admin' and reference = ? "
					+ "and target = ? and detail like '%publish%'")
			.params("GUARDED-2026-000001", this.instance)
			.query(Long.class)
			.single()).isOne();
		assertThat(ask("rest", "modeller", "POST", "/process-instance/{instance}/modification",
				"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"publish\"}]}")
			.statusCode()).isIn(403, 404);
	}

	@Test
	void noTimerIsFiredBeforeItIsDue() {
		String job = this.management.createJobQuery().processInstanceId(this.instance).singleResult().getId();
		assertThat(ask("rest", "admin", "POST", "/job/" + job + "/execute", "").statusCode()).isEqualTo(403);
		assertThat(ask("rest", "admin", "PUT", "/job/" + job + "/duedate", "{\"duedate\":null}").statusCode())
			.isEqualTo(403);
		nothingHasChanged();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${people}", "${jdbcClient}", "${doorPlugin.preInit(null)}",
			"${\"\".getClass().forName(\"java.lang.Runtime\").getMethod(\"getRuntime\").invoke(null).exec(\"id\")}",
			"${\"\".class}", "${currentUserGroups().getClass()}", "${dateTime().getClass()}",
			"${dateTime().getZone().getProvider()}", "${processEngine}" })
	void noExpressionInAQueryReachesTheApplication(String expression) {
		String body = "{\"orQueries\":[{\"assigneeExpression\":\"" + expression.replace("\"", "\\\"") + "\"}]}";
		assertThat(ask("rest", "modeller", "POST", "/task", body).statusCode()).isIn(400, 403);
		assertThat(ask("app", "author", "POST", "/task", body).statusCode()).isIn(400, 403);
	}

	@Test
	void theReadyFiltersWork() {
		Caller browser = new Caller(this.port);
		browser.signIn("author", "imprimatur");
		HttpResponse<String> filters = browser.get("/camunda/api/engine/engine/default/filter");
		assertThat(filters.body()).contains("My tasks", "My teams' tasks", "Due today and overdue")
			.doesNotContain("All tasks");
		java.util.regex.Matcher ids = java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filters.body());
		int seen = 0;
		while (ids.find()) {
			HttpResponse<String> list = browser
				.get("/camunda/api/engine/engine/default/filter/" + ids.group(1) + "/list?maxResults=15&firstResult=0");
			assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
			seen++;
		}
		assertThat(seen).isEqualTo(3);
	}

}
