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
class TrusteesDoorTest extends IncidentsAtTheDoor {

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
		for (String wrong : List.of("trustee1", "trust-secretary", "dpo", "admin")) {
			refused(record, wrong, "{\"decision\":\"DO_NOT_REPORT\",\"reason\":\"x\"}", 403);
		}
		for (String stranger : List.of("author", "ceo", "section-board1", "trustee2")) {
			refused(record, stranger, "{\"decision\":\"DO_NOT_REPORT\",\"reason\":\"x\"}", 404);
		}
		onlyOnOurPage(record, "chair");
		done("chair", record, "{\"decision\":\"REPORT\",\"reason\":\"Names.\",\"reporter\":\"trustee1\"}");
		String submit = task(reference, "submit-serious-incident-report", null);
		for (String wrong : List.of("chair", "sct", "admin")) {
			past(submit, wrong);
		}
		onlyOnOurPage(submit, "trustee1");
		refused(submit, "trustee2", "{\"commissionReference\":\"C-1\"}", 404);
		done("trustee1", submit, "{\"commissionReference\":\"C-1\"}");
		assertThat(open(reference, "submit-serious-incident-report")).isEmpty();
	}

	@Test
	void noMessageFromOutside() {
		String reference = putToTrustees();
		done("chair", task(reference, "assess-relevance", null), RELEVANT);
		for (String message : List.of("trustee-concerned", "called-in", "incident-reopened")) {
			for (String login : List.of("chair", "trustee1", "trust-secretary", "admin")) {
				hearsNothingFromOutside(reference, login, message);
			}
		}
		assertThat(open(reference, "give-view")).hasSize(2);
		assertThat(count("select count(*) from act_ru_execution where business_key_ = ?", reference)).isEqualTo(2);
	}

	private String putToTrustees() {
		String reference = reported("dpo", REPORT);
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

}
