package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("TRUSTEES")
@DisplayName("The Trustees' decision is taken by Trustees, at every door")
class TrusteesDoorTest extends AtTheDoor {

	private static final String REPORT = "{\"what\":\"A list could be seen.\",\"personalData\":\"NO\","
			+ "\"subjects\":\"trustee2\"}";

	private static final String RELEVANT = "{\"decision\":\"RELEVANT\",\"reason\":\"Names were seen.\"}";

	private static final String VIEW = "{\"conflict\":\"NONE\",\"view\":\"REPORT\",\"reason\":\"Names.\"}";

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Test
	void nobodyElse() {
		String reference = putToTrustees();
		String relevance = task(reference, "assess-relevance", null);
		for (String wrong : List.of("trustee1", "sct", "trust-secretary", "admin")) {
			refused(relevance, wrong, RELEVANT, 403);
		}
		for (String stranger : List.of("author", "news-lead", "ceo", "trustee2")) {
			refused(relevance, stranger, RELEVANT, 404);
		}
		for (String subject : List.of("/tasks/" + relevance, "/items/" + reference,
				"/items/" + reference + "/reopen")) {
			assertThat(program("trustee2").json("GET", subject, "").statusCode()).as(subject).isEqualTo(404);
		}
		done("chair", relevance, RELEVANT);
		String view = task(reference, "give-view", "trustee1");
		for (String wrong : List.of("chair", "sct", "admin")) {
			assertThat(program(wrong).json("POST", "/tasks/" + view, VIEW).statusCode()).as(wrong).isIn(403, 409);
			past(view, wrong);
		}
		refused(view, "trustee2", VIEW, 404);
		assertThat(open(reference, "give-view")).extracting(Task::getAssignee)
			.containsExactlyInAnyOrder("chair", "trustee1");
		done("trustee1", view, VIEW);
		done("chair", task(reference, "give-view", "chair"), VIEW);
		String record = task(reference, "record-trustees-decision", null);
		refused(record, "trustee1", "{\"decision\":\"DO_NOT_REPORT\",\"reason\":\"x\"}", 403);
		done("chair", record, "{\"decision\":\"REPORT\",\"reason\":\"Names.\",\"reporter\":\"trustee1\"}");
		String submit = task(reference, "submit-serious-incident-report", null);
		past(submit, "chair");
		refused(submit, "trustee2", "{\"commissionReference\":\"C-1\"}", 404);
		done("trustee1", submit, "{\"commissionReference\":\"C-1\"}");
		assertThat(open(reference, "submit-serious-incident-report")).isEmpty();
	}

	private String putToTrustees() {
		HttpResponse<String> answer = program("dpo").json("POST", "/start/incident-escalation", REPORT);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		String reference = address.substring(address.lastIndexOf('/') + 1);
		Door.through(() -> this.runtime.startProcessInstanceByKey("serious-incident-decision", reference));
		return reference;
	}

	private List<Task> open(String reference, String task) {
		return Door.through(() -> this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(task)
			.list());
	}

	private String task(String reference, String task, String assignee) {
		return open(reference, task).stream()
			.filter((one) -> assignee == null || assignee.equals(one.getAssignee()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(reference + " is not at " + task))
			.getId();
	}

	private void refused(String task, String login, String fields, int status) {
		HttpResponse<String> answer = program(login).json("POST", "/tasks/" + task, fields);
		assertThat(answer.statusCode()).as(login + ": " + answer.body()).isEqualTo(status);
		past(task, login);
	}

	/** Past our own pages, by the engine's doors. */
	private void past(String task, String login) {
		String outcome = "{\"variables\":{\"assessRelevance\":{\"value\":\"RELEVANT\"}}}";
		assertThat(rest(login, "POST", "/task/" + task + "/complete", outcome).statusCode()).as(login + " completes")
			.isIn(403, 404, 409);
		assertThat(tasklist(login, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}").statusCode())
			.as(login + " claims")
			.isIn(403, 404, 409);
	}

}
