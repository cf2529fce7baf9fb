package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "OBJECTS", "ONE-LOGIN" })
@DisplayName("What went wrong is reported by anybody and decided by nobody else than who may")
class CorrectionDoorTest extends AtTheDoor {

	private static final String REPORT = "{\"account\":\"main-x\",\"address\":\"https://x.example/demo/%s\","
			+ "\"who\":\"approver2\",\"why\":\"Nobody approved it.\"}";

	private static final String KEEP = "{\"decision\":\"KEEP\",\"reason\":\"It is right as it is.\"}";

	@Test
	void theWayOfOneReport() {
		String item = reported("dpo", "1");
		String check = task(item);
		refused(check, "approver2", "You posted this");
		refused(check, "author", "for other people");
		refused(check, "admin", "for other people");
		done("objects", check, "{\"decision\":\"NOT_ALIGNED\",\"reason\":\"It serves nobody.\"}");
		String decide = task(item);
		refused(decide, "approver2", "You posted this");
		refused(decide, "objects", "for other people");
		refused(decide, "dpo", "for other people");
		for (String stranger : List.of("news-lead", "activist", "modeller")) {
			assertThat(program(stranger).json("POST", "/tasks/" + decide, KEEP).statusCode()).isEqualTo(404);
			assertThat(program(stranger).json("GET", "/items/" + item, "").statusCode()).isEqualTo(404);
			assertThat(rest(stranger, "POST", "/task/" + decide + "/complete", "{}").statusCode()).isIn(403, 409);
		}
		done("approver", decide, "{\"decision\":\"REMOVE\",\"reason\":\"It cannot stay.\"}");
		String record = task(item);
		refused(record, "hoc", "for other people");
		done("author", record,
				"{\"decision\":\"REMOVED\",\"what\":\"Deleted on the platform.\",\"evidence\":\"Picture 7 in the vault\"}");
		assertThat(program("dpo").json("GET", "/items/" + item, "").body())
			.contains("\"ending\":\"correction-removed\"", "Deleted on the platform.")
			.doesNotContain("\"minutesToFinish\":null");
	}

	@Test
	void theSecondReportIsToldOfTheFirst() {
		String item = reported("trustee1", "2");
		HttpResponse<String> again = program("ceo").json("POST", "/start/post-correction", REPORT.formatted("2"));
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains(item);
	}

	@Test
	void theFormKeepsWhatWasTyped() {
		HttpResponse<String> page = form("section-board1", "/start/post-correction",
				"account=&body=Words+that+went+out&why=&");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("There is a problem", "Choose the account it went out on",
				"Words that went out");
	}

	private String reported(String login, String number) {
		HttpResponse<String> answer = program(login).json("POST", "/start/post-correction", REPORT.formatted(number));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String address = answer.headers().firstValue("Location").orElseThrow();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	private void refused(String task, String login, String words) {
		HttpResponse<String> page = program(login).json("POST", "/tasks/" + task, KEEP);
		assertThat(page.statusCode()).as(login + ": " + page.body()).isEqualTo(403);
		assertThat(page.body()).contains(words);
		HttpResponse<String> complete = tasklist(login, "POST", "/task/" + task + "/complete",
				"{\"variables\":{\"decideCorrection\":{\"value\":\"KEEP\"}}}");
		assertThat(complete.statusCode()).as(complete.body()).isEqualTo(409);
		assertThat(complete.body()).contains("/tasks/" + task);
		HttpResponse<String> claim = tasklist(login, "POST", "/task/" + task + "/claim",
				"{\"userId\":\"" + login + "\"}");
		assertThat(claim.statusCode()).as(login + " claims: " + claim.body()).isIn(403, 409);
	}

}
