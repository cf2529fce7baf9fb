package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "CEO", "SAFE", "PERSONAL", "RESPOND" })
@DisplayName("An incident is reported by anybody and dealt with by nobody else than who may, through whichever door")
class IncidentDoorTest extends IncidentsAtTheDoor {

	private static final String TRIAGE = "{\"risk\":\"SIGNIFICANT\",\"riskReason\":\"It may go on.\",\"severity\":\"S1\","
			+ "\"entities\":[\"TRUST\",\"SECTION\"],\"personalDataBreach\":\"NO\",\"response\":\"NO_RESPONSE\","
			+ "\"responseReason\":\"It would spread.\"}";

	private static final String LOW = TRIAGE.replace("SIGNIFICANT", "LOW");

	private static final String REASON = "{\"decision\":\"%s\",\"reason\":\"It is so.\"}";

	@Test
	@DisplayName("each task of an incident is refused to everybody else by page, Tasklist and REST")
	void nobodyElseDoesIt() {
		String incident = reported("activist", "{\"what\":\"A list of supporters could be seen.\","
				+ "\"personalData\":\"YES\",\"immediateDanger\":\"NO\"}");
		String triage = task(incident, "triage-incident");
		for (String other : List.of("hoc", "dpo", "trustee1", "section-secretary", "admin")) {
			refused(triage, other, TRIAGE, "for other people");
		}
		unknown(incident, triage, TRIAGE, "activist-lead", "author", "manager", "modeller", "ceo");
		refused(task(incident, "decide-breach-notification"), "sct", REASON.formatted("NO_BREACH"), "for other people");
		done("sct", triage, LOW);
		refused(task(incident, "confirm-triage"), "sct", REASON.formatted("AGREED"), "for other people");
		refused(task(incident, "confirm-triage"), "dem", REASON.formatted("AGREED"), "for other people");
		done("hoc", task(incident, "confirm-triage"), REASON.formatted("RAISED"));
		refused(task(incident, "acknowledge-incident"), "deputy", "{\"acknowledged\":\"YES\"}", "is doing this task");
		refused(task(incident, "acknowledge-incident"), "sct", "{\"acknowledged\":\"YES\"}", "is doing this task");
		refused(task(incident, "prepare-incident-brief"), "section-secretary", "{}", "for other people");
		refused(task(incident, "review-incident"), "hoc", "{}", "for other people");
		done("ceo", task(incident, "acknowledge-incident"), "{\"acknowledged\":\"YES\"}");
	}

	@Test
	@DisplayName("a low one is handled by the triage team only, and a page of it belongs to nobody else")
	void lowOnes() {
		String incident = reported("author",
				"{\"what\":\"A rude reply.\",\"personalData\":\"NO\",\"immediateDanger\":\"NO\"}");
		done("sct", task(incident, "triage-incident"), LOW);
		String handle = task(incident, "handle-incident");
		refused(handle, "hoc", REASON.formatted("CLOSED"), "for other people");
		unknown(incident, handle, REASON.formatted("CLOSED"), "objects", "section-board1");
		assertThat(program("trustee1").json("POST", "/items/" + incident + "/reassess", LOW).statusCode())
			.isEqualTo(403);
		assertThat(program("author").json("POST", "/items/" + incident + "/reassess", LOW).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("whoever reported it reads how far it is and not a word of the others")
	void reporterReadsTheState() {
		String incident = reported("author", "{\"what\":\"Words of the report\"}");
		HttpResponse<String> item = program("author").json("GET", "/items/" + incident, "");
		assertThat(item.statusCode()).isEqualTo(200);
		assertThat(item.body()).contains("waits to be assessed").doesNotContain("Words of the report", "triage");
		assertThat(browser("author").page("/items/" + incident).body()).contains("waits to be assessed");
	}

	@Test
	@DisplayName("whom it is about finds it nowhere: no page, no task, no list, no answer of the engine")
	void subjectsFindNothing() {
		String incident = reported("author",
				"{\"what\":\"He shouted.\",\"subjects\":\"Marcus Adeyemi\",\"personalData\":\"NO\"}");
		String triage = task(incident, "triage-incident");
		unknown(incident, triage, LOW, "sct2");
		for (String list : List.of("/", "/items", "/clocks", "/low-risks")) {
			assertThat(browser("sct2").page(list).body()).as(list).doesNotContain(incident);
		}
		for (String query : List.of("/task", "/process-instance?businessKey=" + incident, "/history/task",
				"/history/process-instance?processInstanceBusinessKey=" + incident, "/task/" + triage,
				"/task/" + triage + "/variables", "/history/activity-instance", "/variable-instance")) {
			HttpResponse<String> answer = rest("sct2", "GET", query, "");
			assertThat(answer.body()).as(query).doesNotContain(incident).doesNotContain(triage + "\",\"name");
		}
	}

	@Test
	@DisplayName("whatever is typed wrongly is kept, and each mistake is named")
	void mistakes() {
		HttpResponse<String> page = form("author", "/start/incident-escalation",
				"what=&subjects=Nobody+of+ours&url=no-address&");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("There is a problem", "Enter what happened", "Nobody of ours",
				"full web address", "no-address");
	}

	private void refused(String task, String login, String fields, String words) {
		HttpResponse<String> page = program(login).json("POST", "/tasks/" + task, fields);
		assertThat(page.statusCode()).as(login + ": " + page.body()).isIn(403, 409);
		assertThat(page.body()).contains(words);
		past(task, login);
	}

	/** To these people neither the task nor the incident exists. */
	private void unknown(String incident, String task, String fields, String... logins) {
		for (String login : logins) {
			assertThat(program(login).json("POST", "/tasks/" + task, fields).statusCode()).as(login).isEqualTo(404);
			assertThat(program(login).json("GET", "/items/" + incident, "").statusCode()).as(login).isEqualTo(404);
			past(task, login);
		}
	}

}
