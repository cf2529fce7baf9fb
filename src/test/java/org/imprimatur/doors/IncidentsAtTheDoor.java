package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** People in front of the running application, with an incident behind it. */
abstract class IncidentsAtTheDoor extends AtTheDoor {

	private static final String OPEN = "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = "
			+ "t.proc_inst_id_ where e.business_key_ = ? and t.task_def_key_ = ?";

	/** Reports an incident by JSON; the reference. */
	String reported(String login, String fields) {
		HttpResponse<String> answer = program(login).json("POST", "/start/incident-escalation", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** The one open task of this sort. */
	String task(String reference, String task) {
		return this.jdbc.sql(OPEN).params(reference, task).query(String.class).single();
	}

	/** The open task of this sort that this group is offered. */
	String offered(String reference, String task, String group) {
		return this.jdbc
			.sql(OPEN
					+ " and exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.group_id_ = ?)")
			.params(reference, task, group)
			.query(String.class)
			.single();
	}

	/** The open tasks of this sort that this person has. */
	List<String> held(String reference, String task, String login) {
		return this.jdbc.sql(OPEN + " and t.assignee_ = ?").params(reference, task, login).query(String.class).list();
	}

	/** Refused on our page with this status, and at the doors of the engine. */
	void refused(String task, String login, String fields, int status) {
		HttpResponse<String> answer = program(login).json("POST", "/tasks/" + task, fields);
		assertThat(answer.statusCode()).as(login + ": " + answer.body()).isEqualTo(status);
		past(task, login);
	}

	/** Tasklist's API and REST let nobody past our own page, and give nobody the task. */
	void past(String task, String login) {
		onlyOnOurPage(task, login);
		String person = "{\"userId\":\"" + login + "\"}";
		isRefusedByTheEngine(task, login, false, "claim", person);
		isRefusedByTheEngine(task, login, true, "claim", person);
		isRefusedByTheEngine(task, login, true, "assignee", person);
	}

	/** Not even the right person completes it anywhere else. */
	void onlyOnOurPage(String task, String login) {
		String outcome = "{\"variables\":{\"giveView\":{\"value\":\"REPORT\"}}}";
		isRefusedByTheEngine(task, login, false, "complete", outcome);
		isRefusedByTheEngine(task, login, true, "complete", outcome);
		isRefusedByTheEngine(task, login, true, "submit-form", outcome);
	}

	/** No message that the case waits for is taken from outside. */
	void hearsNothingFromOutside(String reference, String login, String message) {
		String told = "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + reference + "\"}";
		for (HttpResponse<String> answer : List.of(rest(login, "POST", "/message", told),
				tasklist(login, "POST", "/message", told))) {
			assertThat(answer.statusCode()).as(login + " " + message + ": " + answer.body()).isIn(400, 403, 404, 409);
		}
	}

	private void isRefusedByTheEngine(String task, String login, boolean byTasklist, String act, String body) {
		String state = "select assignee_, owner_, delegation_ from act_ru_task where id_ = ?";
		String before = rows(state, task);
		String path = "/task/" + task + "/" + act;
		HttpResponse<String> answer = byTasklist ? tasklist(login, "POST", path, body)
				: rest(login, "POST", path, body);
		assertThat(answer.statusCode()).as(login + " " + act + ": " + answer.body()).isIn(403, 404, 409);
		assertThat(rows(state, task)).as(login + " " + act).isEqualTo(before).isNotBlank();
	}

}
