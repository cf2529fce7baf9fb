package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS", "ONE-LOGIN" })
@DisplayName("An administrator cannot bring a post out either, and what one may do is marked")
class AdministratorTest extends AtTheDoor {

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	private HttpResponse<String> ask(String way, String login, String method, String path, String body) {
		return way.equals("app") ? tasklist(login, method, path, body) : rest(login, method, path, body);
	}

	private static String move(String type, String what, String element, String more) {
		return "{\"instructions\":[{\"type\":\"" + type + "\",\"" + what + "\":\"" + element + "\"" + more + "}]}";
	}

	private static String before(String element) {
		return move("startBeforeActivity", "activityId", element, "");
	}

	@Test
	void aRefusalIsOneLineOfTheLog() {
		String task = task(postAt("sign-off-post"));
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.addAppender(lines);
		try {
			assertThat(rest("admin", "POST", "/task/" + task + "/complete", "{}").statusCode()).isIn(403, 409);
		}
		finally {
			root.detachAppender(lines);
		}
		assertThat(List.copyOf(lines.list)).extracting(ILoggingEvent::getFormattedMessage)
			.filteredOn((line) -> line.contains("REST"))
			.singleElement()
			.asString()
			.startsWith("The engine's REST refused POST with 4")
			.hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "draft-post", "check-charity-objects", "sign-off-post", "schedule-post", "slot-awaited" })
	void publishingCannotBeReachedByModification(String step) {
		String post = postAt(step);
		String path = "/process-instance/" + caseOf(post) + "/modification";
		String before = everything(post);
		String house = house();
		String variables = ",\"variables\":{\"publishPost\":{\"value\":\"POSTED\"},\"whatNext\":{\"value\":\"PUBLISH\"}}";
		for (String body : new String[] { before("publish-post"), before("post-published"),
				move("startTransition", "transitionId", "needs-publishing", ""),
				move("startTransition", "transitionId", "review-not-needed", ""),
				move("startBeforeActivity", "activityId", "publish-post", ",\"skip\":true").replace(",\"skip\":true}]",
						"}],\"skipCustomListeners\":true,\"skipIoMappings\":true"),
				move("startAfterActivity", "activityId", "publish-post", variables),
				move("startBeforeActivity", "activityId", "what-next", variables), move("startAfterActivity",
						"activityId", "sign-off-post", ",\"variables\":{\"signOffPost\":{\"value\":\"APPROVED\"}}") }) {
			long so = refused("admin");
			HttpResponse<String> answer = ask("rest", "admin", "POST", path, body);
			assertThat(answer.statusCode()).as(body + " " + answer.body()).isEqualTo(409);
			assertThat(answer.body()).containsAnyOf("/items/" + post,
					"do the task, or change the item on its own page");
			assertThat(refused("admin")).as(body).isEqualTo(so + 1);
			assertThat(everything(post)).as(body).isEqualTo(before);
		}
		HttpResponse<String> after = ask("rest", "admin", "POST", path,
				move("startAfterActivity", "activityId", "publish-post", ""));
		assertThat(after.statusCode()).as(after.body()).isIn(400, 409);
		assertThat(everything(post)).isEqualTo(before);
		assertThat(house()).isEqualTo(house);
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"409|POST|/message|{\"messageName\":\"post-changed\",\"processInstanceId\":\"{case}\"}",
			"409|POST|/message|{\"messageName\":\"post-withdrawn\",\"processInstanceId\":\"{case}\"}",
			"409|POST|/message|{\"messageName\":\"post-recalled\",\"businessKey\":\"{post}\"}",
			"409|POST|/execution/{case}/messageSubscriptions/post-changed/trigger|{}",
			"409|POST|/signal|{\"name\":\"post-changed\"}", "409|POST|/execution/{case}/signal|{}",
			"409|PUT|/process-instance/{case}/variables/signOffPost|{\"value\":\"APPROVED\"}",
			"409|PUT|/process-instance/{case}/variables/checkCharityObjects|{\"value\":\"ALIGNED\"}",
			"409|PUT|/process-instance/{case}/variables/deadlines|{\"value\":\"x\"}",
			"409|PUT|/process-instance/{case}/variables/verifyApproval|{\"value\":\"x\"}",
			"409|POST|/process-instance/{case}/variables|{\"modifications\":{\"author\":{\"value\":\"sct\"}}}",
			"409|DELETE|/process-instance/{case}/variables/team|-",
			"409|POST|/execution/{case}/localVariables|{\"modifications\":{\"team\":{\"value\":\"sct\"}}}",
			"409|PUT|/task/{task}/localVariables/deadlines|{\"value\":\"x\"}",
			"409|POST|/process-instance/variables-async|{\"processInstanceIds\":[\"{case}\"],\"variables\":{\"team\":{\"value\":\"x\"}}}",
			"403|PUT|/job/{job}/duedate|{\"duedate\":null}", "403|POST|/job/{job}/execute|-",
			"403|POST|/job/{job}/duedate/recalculate|-", "403|PUT|/job/{job}/priority|{\"priority\":1}",
			"403|PUT|/job/{job}/retries|{\"retries\":1,\"dueDate\":\"2020-01-01T00:00:00.000+0000\"}",
			"403|DELETE|/job/{job}|-", "403|DELETE|/history/process-instance/{case}|-",
			"403|DELETE|/history/variable-instance/{variable}|-",
			"403|POST|/history/process-instance/delete|{\"historicProcessInstanceIds\":[\"{case}\"]}",
			"403|POST|/history/process-instance/set-removal-time|{\"historicProcessInstanceIds\":[\"{case}\"],\"clearedRemovalTime\":true}",
			"403|POST|/history/cleanup|-", "403|DELETE|/deployment/{deployment}?cascade=true|-",
			"403|DELETE|/process-definition/{definition}?cascade=true|-",
			"403|DELETE|/process-definition/key/post-approval?cascade=true|-",
			"403|PUT|/process-definition/{definition}/history-time-to-live|{\"historyTimeToLive\":1}",
			"403|POST|/decision-definition/key/objects-check/evaluate|{\"variables\":{}}",
			"403|PUT|/task/{task}|{\"name\":\"x\",\"assignee\":\"admin\"}", "403|DELETE|/task/{task}|-",
			"403|POST|/task/{task}/identity-links|{\"groupId\":\"camunda-admin\",\"type\":\"candidate\"}",
			"403|POST|/task/{task}/identity-links/delete|{\"groupId\":\"digital-team-approvers\",\"type\":\"candidate\"}",
			"403|POST|/task/{task}/assignee|{\"userId\":\"author\"}",
			"403|POST|/task/{task}/bpmnError|{\"errorCode\":\"x\"}", "409|POST|/task/{task}/complete|{}",
			"409|POST|/process-definition/key/post-approval/start|{\"businessKey\":\"POST-2026-999999\"}",
			"409|POST|/process-definition/{definition}/restart|{\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"publish-post\"}]}",
			"403|POST|/external-task/fetchAndLock|{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1}]}" })
	void isRefusedToAnAdministrator(int status, String method, String path, String body) {
		String post = postAt("sign-off-post");
		String before = everything(post);
		String house = house();
		for (String way : new String[] { "rest", "app" }) {
			long so = refused("admin");
			HttpResponse<String> answer = ask(way, "admin", method, filled(path, post),
					(body != null) ? filled(body, post) : "");
			assertThat(answer.statusCode()).as(way + " " + answer.body()).isEqualTo(status);
			assertThat(answer.body()).as("says what to do").containsPattern("\"(message|detail)\":\"[^\"]{20,}");
			assertThat(refused("admin")).as(way + " is logged").isGreaterThan(so);
			assertThat(everything(post)).isEqualTo(before);
			assertThat(house()).isEqualTo(house);
		}
	}

	private String filled(String text, String post) {
		String filled = text.replace("{case}", caseOf(post)).replace("{post}", post).replace("{task}", task(post));
		String first = " fetch first 1 rows only";
		for (String[] one : new String[][] {
				{ "{job}", "select id_ from act_ru_job where process_instance_id_ = '" + caseOf(post) + "'" + first },
				{ "{variable}", "select id_ from act_hi_varinst where proc_inst_id_ = '" + caseOf(post) + "'" + first },
				{ "{log}", "select id_ from act_hi_op_log where proc_inst_id_ = '" + caseOf(post) + "'" + first },
				{ "{definition}", "select proc_def_id_ from act_ru_task where id_ = '" + task(post) + "'" },
				{ "{deployment}", "select deployment_id_ from act_re_procdef where id_ = (select proc_def_id_ from "
						+ "act_ru_task where id_ = '" + task(post) + "')" } }) {
			if (filled.contains(one[0])) {
				filled = filled.replace(one[0], this.jdbc.sql(one[1]).query(String.class).single());
			}
		}
		return filled;
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"POST|/process-instance/{case}/modification|{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"schedule-post\"}]}",
			"PUT|/process-instance/{case}/suspended|{\"suspended\":true}", "PUT|/job/{job}/retries|{\"retries\":2}",
			"DELETE|/process-instance/{case}|-", "POST|/task/{task}/assignee|{\"userId\":\"approver\"}",
			"POST|/modification/executeAsync|{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"publish-post\"}]}" })
	void whatAnAdministratorMayDoIsMarked(String method, String path, String body) {
		String post = postAt("sign-off-post");
		String of = "select count(*) from intervention where person = 'admin'";
		String log = "select count(*) from act_hi_op_log where user_id_ = 'admin'";
		long marked = count(of);
		long logged = count(log);
		HttpResponse<String> answer = ask("rest", "admin", method, filled(path, post),
				(body != null) ? filled(body, post) : "");
		assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
		assertThat(count(of)).isEqualTo(marked + 1);
		assertThat(count(log)).isGreaterThan(logged);
		if (!path.startsWith("/modification")) {
			assertThat(count(of + " and reference = '" + post + "'")).isOne();
		}
		assertThat(ask("rest", "modeller", method, path.replaceAll("\\{\\w+}", "x"), (body != null) ? body : "")
			.statusCode()).isIn(400, 403, 404);
	}

	@Test
	void aBatchDoesNotReachPublishingLater() {
		String post = postAt("sign-off-post");
		HttpResponse<String> batch = rest("admin", "POST", "/modification/executeAsync",
				filled("{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{case}\"],\"instructions\":"
						+ "[{\"type\":\"startBeforeActivity\",\"activityId\":\"publish-post\"}]}", post));
		assertThat(batch.statusCode()).as(batch.body()).isEqualTo(200);
		String before = everything(post);
		for (int round = 0; round < 3; round++) {
			for (var job : this.management.createJobQuery().executable().withRetriesLeft().listPage(0, 20)) {
				if (job.getProcessInstanceId() == null) {
					try {
						this.management.executeJob(job.getId());
					}
					catch (RuntimeException ex) {
						assertThat(ex).hasStackTraceContaining("may not be published now");
					}
				}
			}
		}
		assertThat(everything(post)).isEqualTo(before);
	}

	@ParameterizedTest(name = "{0} to {1}")
	@CsvSource({ "draft-post,check-charity-objects", "draft-post,schedule-post", "check-charity-objects,schedule-post",
			"check-charity-objects,verify-approval", "sign-off-post,schedule-post", "sign-off-post,verify-approval" })
	void movedAheadAPostComesBackForWhatIsMissing(String from, String to) {
		String post = postAt(from);
		HttpResponse<String> moved = rest("admin", "POST", "/process-instance/" + caseOf(post) + "/modification",
				"{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"" + from
						+ "\"},{\"type\":\"startBeforeActivity\",\"activityId\":\"" + to + "\"}]}");
		assertThat(moved.statusCode()).as(moved.body()).isEqualTo(204);
		if (to.equals("schedule-post")) {
			done("author2", task(post), Answers.at("schedule-post"));
		}
		if (to.equals("check-charity-objects")) {
			// the facts were never established, and nothing is made up in their place
			HttpResponse<String> answer = program("objects").json("POST", "/tasks/" + task(post), Answers.ALIGNED);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
			assertThat(answer.body()).contains("Nothing was changed");
			assertThat(count("select count(*) from post_decision where reference = ?", post)).isZero();
			return;
		}
		assertThat(step(post)).isEqualTo(from);
		assertThat(count("select count(*) from post_release where reference = ?", post)).isZero();
		assertThat(count("select count(*) from intervention where reference = ?", post)).isOne();
	}

	@Test
	void whatAnAdministratorEndsIsNotCalledAnythingElse() {
		String moved = postAt("check-charity-objects");
		HttpResponse<String> answer = rest("admin", "POST", "/process-instance/" + caseOf(moved) + "/modification",
				before("post-rejected").replace("[{",
						"[{\"type\":\"cancel\",\"activityId\":\"check-charity-objects\"},{"));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
		String deleted = postAt("check-charity-objects");
		assertThat(rest("admin", "DELETE", "/process-instance/" + caseOf(deleted), "").statusCode()).isEqualTo(204);
		assertThat(this.jdbc.sql("select ending from post_ending where reference in (?, ?) order by reference")
			.params(moved, deleted)
			.query(String.class)
			.list()).containsOnly(org.imprimatur.kernel.CaseEnded.CANCELLED);
		for (String post : new String[] { moved, deleted }) {
			assertThat(browser("author").page("/items/" + post).statusCode()).isEqualTo(200);
			assertThat(
					program("author").json("POST", "/items/" + post + "/withdraw", "{\"reason\":\"x\"}").statusCode())
				.isEqualTo(409);
		}
	}

	@Test
	void aPausedPostSaysThatItIsPaused() {
		String post = postAt("sign-off-post");
		rest("admin", "PUT", "/process-instance/" + caseOf(post) + "/suspended", "{\"suspended\":true}");
		String before = everything(post);
		HttpResponse<String> answer = program("approver").json("POST", "/tasks/" + task(post), Answers.APPROVED);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
		assertThat(answer.body()).contains("paused");
		assertThat(everything(post)).isEqualTo(before);
	}

	@Test
	void aVariableNeverHidesABeanOfTheModels() {
		String post = postAt("check-charity-objects");
		for (String name : new String[] { "deadlines", "verifyApproval", "establishFacts", "remindPeople" }) {
			this.runtime.setVariable(caseOf(post), name, "x");
		}
		done("objects", task(post), Answers.ALIGNED);
		done("approver", task(post), Answers.APPROVED);
		done("author", task(post), Answers.at("schedule-post"));
		assertThat(step(post)).isEqualTo("publish-post");
	}

}
