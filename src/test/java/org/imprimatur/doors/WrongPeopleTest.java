package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS", "AUTHORISED", "ONE-LOGIN" })
@DisplayName("No task of a post is done by the wrong person, through whichever door")
class WrongPeopleTest extends AtTheDoor {

	/** Step, person, status on our page, words of the answer. */
	static final List<String> WRONG = List.of("draft-post|author2|403|Priya Raman is doing this task",
			"draft-post|approver|403|Priya Raman is doing this task",
			"draft-post|objects|403|Priya Raman is doing this task",
			"draft-post|hoc|403|Priya Raman is doing this task", "draft-post|sct|403|Priya Raman is doing this task",
			"draft-post|admin|403|Priya Raman is doing this task", "draft-post|news|404|no such task for you",
			"draft-post|activist|404|no such task for you", "draft-post|modeller|404|no such task for you",
			"check-charity-objects|author|403|for other people", "check-charity-objects|author2|403|for other people",
			"check-charity-objects|approver|403|for other people", "check-charity-objects|sct|403|for other people",
			"check-charity-objects|manager|403|for other people", "check-charity-objects|admin|403|for other people",
			"check-charity-objects|hoc|403|for other people", "check-charity-objects|news|404|no such task for you",
			"check-charity-objects|activist-lead|404|no such task for you",
			"check-charity-objects|modeller|404|no such task for you", "sign-off-post|author|403|for other people",
			"sign-off-post|author2|403|for other people", "sign-off-post|objects|403|for other people",
			"sign-off-post|hoc|403|for other people", "sign-off-post|manager|403|for other people",
			"sign-off-post|admin|403|for other people", "sign-off-post|sct|403|for other people",
			"sign-off-post|news-lead|404|no such task for you", "sign-off-post|activist-lead|404|no such task for you",
			"sign-off-post|modeller|404|no such task for you", "schedule-post|objects|403|for other people",
			"schedule-post|manager|403|for other people", "schedule-post|admin|403|for other people",
			"schedule-post|sct|403|for other people", "schedule-post|news|404|no such task for you",
			"schedule-post|activist|404|no such task for you", "schedule-post|modeller|404|no such task for you",
			"check-and-sign-off|author|403|for other people", "check-and-sign-off|approver|403|for other people",
			"check-and-sign-off|objects|403|for other people", "check-and-sign-off|hoc|403|for other people",
			"check-and-sign-off|admin|403|for other people", "check-and-sign-off|news-lead|404|no such task for you",
			"review-urgent-post|author|403|for other people", "review-urgent-post|approver|403|for other people",
			"review-urgent-post|admin|403|for other people", "review-urgent-post|news|404|no such task for you",
			"publish-post|objects|403|for other people", "publish-post|hoc|403|for other people",
			"publish-post|manager|403|for other people", "publish-post|admin|403|for other people",
			"publish-post|sct|403|for other people", "publish-post|news-lead|404|no such task for you",
			"publish-post|activist|404|no such task for you", "publish-post|modeller|404|no such task for you",
			"take-out-of-queue|objects|403|for other people", "take-out-of-queue|hoc|403|for other people",
			"take-out-of-queue|manager|403|for other people", "take-out-of-queue|admin|403|for other people",
			"take-out-of-queue|sct|403|for other people", "take-out-of-queue|news-lead|404|no such task for you",
			"take-out-of-queue|modeller|404|no such task for you", "confirm-after-freeze|author|403|for other people",
			"confirm-after-freeze|objects|403|for other people", "confirm-after-freeze|hoc|403|for other people",
			"confirm-after-freeze|admin|403|for other people",
			"confirm-after-freeze|news-lead|404|no such task for you",
			"confirm-after-freeze|modeller|404|no such task for you");

	static Stream<String> steps() {
		return Stream.of("draft-post", "check-charity-objects", "sign-off-post", "check-and-sign-off", "schedule-post",
				"publish-post", "review-urgent-post", "take-out-of-queue", "confirm-after-freeze");
	}

	@Test
	void everyTaskOfAPostHasItsRows() {
		List<String> tasks = Stream.of(PostApproval.Task.values()).map(PostApproval.Task::id).toList();
		assertThat(steps()).containsExactlyInAnyOrderElementsOf(tasks);
		assertThat(WRONG.stream().map((row) -> row.substring(0, row.indexOf('|'))).distinct())
			.containsExactlyInAnyOrderElementsOf(tasks);
	}

	@AfterEach
	void theRegisterIsAsItWas() {
		this.jdbc
			.sql("update account_authorisation set valid_until = timestamp '2030-01-01 00:00:00' where "
					+ "valid_until < current_timestamp")
			.update();
		if (this.accounts.find("section-instagram").orElseThrow().owner() != Owner.SECTION) {
			this.accounts.changeOwner("section-instagram", Owner.SECTION, "as it was", "dem");
		}
	}

	@ParameterizedTest
	@MethodSource("steps")
	void nobodyElseDoesIt(String step) {
		String post = postAt(step);
		String task = task(post);
		String before = everything(post);
		for (String row : WRONG.stream().filter((one) -> one.startsWith(step + "|")).toList()) {
			String[] wrong = row.split("\\|");
			refusedEverywhere(step, task, wrong[1], Integer.parseInt(wrong[2]), wrong[3]);
			assertThat(everything(post)).as(row).isEqualTo(before);
		}
		refusedStranger(task);
		assertThat(everything(post)).isEqualTo(before);
	}

	/** Our page as a form, our page as JSON, Tasklist's API, REST. */
	private void refusedEverywhere(String step, String task, String login, int status, String words) {
		long so = refused(login);
		HttpResponse<String> program = program(login).json("POST", "/tasks/" + task, Answers.at(step));
		assertThat(program.statusCode()).as(login + " " + program.body()).isEqualTo(status);
		assertThat(program.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(program.body()).contains("\"detail\"", words);
		HttpResponse<String> page = form(login, "/tasks/" + task, Answers.form(step));
		assertThat(page.statusCode()).as(login + " " + page.body()).isEqualTo(status);
		assertThat(page.body()).contains("<h1", words).doesNotContain("Exception");
		HttpResponse<String> claim = form(login, "/tasks/" + task + "/claim", "x=1");
		assertThat(claim.statusCode()).as(login + " claims: " + claim.body()).isEqualTo(status);
		assertThat(refused(login)).as("refusals of " + login + " at our page").isEqualTo(so + 3);
		assertThat(lastRefusal(login)).contains(words);
		throughTasklist(task, login);
		throughRest(task, login);
	}

	private void throughTasklist(String task, String login) {
		long so = refused(login);
		for (String act : List.of("complete", "submit-form", "resolve")) {
			HttpResponse<String> answer = tasklist(login, "POST", "/task/" + task + "/" + act,
					"{\"variables\":" + "{\"signOffPost\":{\"value\":\"APPROVED\"},\"deadlines\":{\"value\":\"x\"}}}");
			assertThat(answer.statusCode()).as(act + " by " + login + ": " + answer.body()).isEqualTo(409);
			assertThat(answer.body()).contains("/tasks/" + task);
		}
		HttpResponse<String> claim = tasklist(login, "POST", "/task/" + task + "/claim",
				"{\"userId\":\"" + login + "\"}");
		assertThat(claim.statusCode()).as("claim by " + login + ": " + claim.body()).isIn(403, 409);
		HttpResponse<String> assign = tasklist(login, "POST", "/task/" + task + "/assignee",
				"{\"userId\":\"" + login + "\"}");
		assertThat(assign.statusCode()).as("assignee by " + login + ": " + assign.body()).isIn(403, 409);
		HttpResponse<String> delegate = tasklist(login, "POST", "/task/" + task + "/delegate",
				"{\"userId\":\"" + login + "\"}");
		assertThat(delegate.statusCode()).as(delegate.body()).isEqualTo(403);
		HttpResponse<String> variable = tasklist(login, "PUT", "/task/" + task + "/variables/checkCharityObjects",
				"{\"value\":\"ALIGNED\"}");
		assertThat(variable.statusCode()).as(variable.body()).isEqualTo(409);
		HttpResponse<String> error = tasklist(login, "POST", "/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"}");
		assertThat(error.statusCode()).as(error.body()).isEqualTo(403);
		HttpResponse<String> escalation = tasklist(login, "POST", "/task/" + task + "/bpmnEscalation",
				"{\"escalationCode\":\"x\"}");
		assertThat(escalation.statusCode()).as(escalation.body()).isEqualTo(403);
		if (!login.equals("admin")) {
			HttpResponse<String> comment = tasklist(login, "POST", "/task/" + task + "/comment/create",
					"{\"message\":\"x\"}");
			assertThat(comment.statusCode()).as("comment by " + login + ": " + comment.body()).isIn(400, 403, 404);
		}
		assertThat(refused(login)).as("refusals of " + login + " in Tasklist").isGreaterThanOrEqualTo(so + 9);
	}

	private void throughRest(String task, String login) {
		long so = refused(login);
		boolean inside = List.of("admin", "modeller").contains(login);
		HttpResponse<String> complete = rest(login, "POST", "/task/" + task + "/complete", "{}");
		assertThat(complete.statusCode()).as(complete.body()).isEqualTo(inside ? 409 : 403);
		assertThat(complete.body()).contains(inside ? "/tasks/" + task : "ask an administrator");
		HttpResponse<String> claim = rest(login, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}");
		assertThat(claim.statusCode()).as(claim.body()).isIn(403, 409);
		assertThat(refused(login)).as("refusals of " + login + " at REST").isEqualTo(so + 2);
	}

	private void refusedStranger(String task) {
		Caller stranger = new Caller(this.port);
		assertThat(stranger.json("POST", "/tasks/" + task, "{}").statusCode()).isEqualTo(401);
		assertThat(stranger.form("/tasks/" + task, "decision=SUBMIT").statusCode()).isEqualTo(302);
		assertThat(stranger.json("POST", "/camunda/api/engine/engine/default/task/" + task + "/complete", "{}")
			.statusCode()).isIn(401, 403);
		assertThat(stranger.json("POST", "/engine-rest/task/" + task + "/complete", "{}").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(delimiter = '|', value = { "check-charity-objects|approver2 has written the post|You wrote this post",
			"check-charity-objects|approver2 has saved a version of it|You wrote this post",
			"sign-off-post|approver2 has checked its objects|You have checked this post against the Charity",
			"sign-off-post|approver2 has written the post|You wrote this post",
			"check-charity-objects|approver2 has signed it before the owner changed|You have decided on the sign-off",
			"schedule-post|author2 is no longer authorised|You are not authorised to use the account",
			"publish-post|author2 is no longer authorised|You are not authorised to use the account",
			"publish-post|author2 is no channel manager of the share|is released by Megan Fairclough" })
	void nobodyWithTheRightGroupDoesItEither(String step, String story, String words) {
		String login = story.substring(0, story.indexOf(' '));
		String post = postWhere(story, step);
		assertThat(step(post)).isEqualTo(step);
		String task = task(post);
		String before = everything(post);
		long so = refused(login);
		HttpResponse<String> program = program(login).json("POST", "/tasks/" + task, Answers.at(step));
		assertThat(program.statusCode()).as(program.body()).isEqualTo(403);
		assertThat(program.body()).contains(words);
		HttpResponse<String> page = form(login, "/tasks/" + task, Answers.form(step));
		assertThat(page.statusCode()).isEqualTo(403);
		assertThat(page.body()).contains(words);
		HttpResponse<String> claim = tasklist(login, "POST", "/task/" + task + "/claim",
				"{\"userId\":\"" + login + "\"}");
		assertThat(claim.statusCode()).as(claim.body()).isEqualTo(403);
		assertThat(claim.body()).contains(words);
		HttpResponse<String> given = rest("admin", "POST", "/task/" + task + "/assignee",
				"{\"userId\":\"" + login + "\"}");
		assertThat(given.statusCode()).as(given.body()).isEqualTo(403);
		assertThat(refused(login)).isEqualTo(so + 3);
		assertThat(everything(post)).isEqualTo(before);
	}

	private String postWhere(String story, String step) {
		switch (story.substring(story.indexOf(' ') + 1)) {
			case "has written the post" -> {
				String post = submitted("approver2", "main-x", null);
				if (step.equals("sign-off-post")) {
					done("objects", task(post), Answers.ALIGNED);
				}
				return post;
			}
			case "has saved a version of it" -> {
				String post = submitted("author", "main-x", null);
				HttpResponse<String> change = program("approver2").json("POST", "/items/" + post + "/change",
						"{\"reason\":\"A better word\"}");
				assertThat(change.statusCode()).as(change.body()).isEqualTo(303);
				done("approver2", task(post), Answers.DRAFT);
				return post;
			}
			case "has checked its objects" -> {
				String post = submitted("author", "main-x", null);
				done("approver2", task(post), Answers.ALIGNED);
				return post;
			}
			case "is no channel manager of the share" -> {
				return share();
			}
			case "has signed it before the owner changed" -> {
				String post = submitted("author", "section-instagram", null);
				done("approver2", task(post), Answers.APPROVED);
				this.accounts.changeOwner("section-instagram", Owner.JOINT, "the Trust has joined", "dem");
				return post;
			}
			default -> {
				String post = postAt(step);
				this.jdbc
					.sql("update account_authorisation set valid_until = timestamp '2020-01-01 00:00:00' where "
							+ "account = 'main-x' and person = 'author2'")
					.update();
				return post;
			}
		}
	}

	@Test
	void whatTheFormsSendIsWhatTheRightPersonWouldSend() {
		String post = postAt("check-charity-objects");
		assertThat(form("objects", "/tasks/" + task(post), Answers.form("check-charity-objects")).statusCode())
			.isEqualTo(303);
		assertThat(form("approver", "/tasks/" + task(post), Answers.form("sign-off-post")).statusCode()).isEqualTo(303);
		assertThat(form("author", "/tasks/" + task(post), Answers.form("schedule-post")).statusCode()).isEqualTo(303);
		assertThat(form("author", "/tasks/" + task(post), Answers.form("publish-post")).statusCode()).isEqualTo(303);
		assertThat(count("select count(*) from post_release where reference = ?", post)).isOne();
	}

}
