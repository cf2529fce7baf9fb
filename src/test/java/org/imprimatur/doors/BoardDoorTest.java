package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "BOARD", "PERSONAL" })
@DisplayName("A Board is told by its own people, through whichever door")
class BoardDoorTest extends IncidentsAtTheDoor {

	private static final String REPORT = "{\"what\":\"Threats under a post.\",\"personalData\":\"NO\","
			+ "\"immediateDanger\":\"NO\",\"subjects\":\"trustee2\"}";

	private static final String URGENT = "{\"risk\":\"SIGNIFICANT\",\"riskReason\":\"It may go on.\",\"severity\":\"S1\","
			+ "\"entities\":[\"TRUST\",\"SECTION\"],\"personalDataBreach\":\"NO\",\"response\":\"NO_RESPONSE\","
			+ "\"responseReason\":\"It would spread.\"}";

	private static final String PAPER = "{\"route\":\"BETWEEN_MEETINGS\",\"paper\":\"What happened, by %s.\"}";

	private static final String READ = "{\"acknowledged\":\"YES\"}";

	private static final String MINUTE = "{\"reportedAt\":\"2026-11-24T12:00\",\"minuteReference\":\"TB 7\"}";

	@Autowired
	IdentityService identity;

	@Test
	@DisplayName("its secretary writes and records, each member acknowledges in person, and nobody else does any of it")
	void nobodyElse() {
		String incident = significant();
		String paper = offered(incident, "prepare-board-report", "trust-board-secretary");
		for (String wrong : List.of("section-secretary", "chair", "ceo", "sct", "dpo", "hoc", "admin")) {
			refused(paper, wrong, PAPER, 403);
		}
		for (String stranger : List.of("author", "section-board1", "manager", "trustee2")) {
			refused(paper, stranger, PAPER, 404);
		}
		onlyOnOurPage(paper, "trust-secretary");
		done("trust-secretary", paper, PAPER.formatted("Agnes"));
		assertThat(held(incident, "acknowledge-board-notice", "trustee2")).isEmpty();
		String notice = held(incident, "acknowledge-board-notice", "chair").get(0);
		for (String wrong : List.of("trustee1", "trust-secretary", "sct", "admin")) {
			refused(notice, wrong, READ, 403);
		}
		for (String stranger : List.of("author", "section-board1", "trustee2")) {
			refused(notice, stranger, READ, 404);
		}
		done("chair", notice, READ);
		String minute = offered(incident, "record-board-minute", "trust-board-secretary");
		for (String wrong : List.of("section-secretary", "chair", "ceo", "sct", "admin")) {
			refused(minute, wrong, MINUTE, 403);
		}
		refused(minute, "trustee2", MINUTE, 404);
		onlyOnOurPage(minute, "trust-secretary");
	}

	@Test
	@DisplayName("and no message from outside makes a report urgent or sends it to another meeting")
	void noMessageFromOutside() {
		String incident = significant();
		for (String message : List.of("made-urgent", "meeting-moved")) {
			for (String login : List.of("trust-secretary", "chair", "admin")) {
				hearsNothingFromOutside(incident, login, message);
			}
		}
		offered(incident, "prepare-board-report", "section-board-secretary");
	}

	@Test
	@DisplayName("two who hand in the same report at the same moment: one counts, and the other is told")
	void twoAtOnce() throws Exception {
		Door.through(() -> this.identity.createMembership("section-secretary", "trust-board-secretary"));
		try {
			for (int round = 0; round < 3; round++) {
				String incident = significant();
				String paper = offered(incident, "prepare-board-report", "trust-board-secretary");
				List<HttpResponse<String>> answers = AtOnceTest.together(
						() -> program("trust-secretary").json("POST", "/tasks/" + paper, PAPER.formatted("Agnes")),
						() -> program("section-secretary").json("POST", "/tasks/" + paper, PAPER.formatted("Leo")));
				assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
				int late = (answers.get(0).statusCode() == 409) ? 0 : 1;
				assertThat(answers.get(late).body()).containsAnyOf("already done", "has taken this task",
						"is doing this task", "Somebody else changed this");
				String counts = (late == 0) ? "section-secretary" : "trust-secretary";
				assertThat(rows("select done_by from incident_act where task_id = ?", paper)).contains(counts)
					.doesNotContain((late == 0) ? "trust-secretary" : "section-secretary");
				assertThat(count("select count(*) from board_notice where reference = ? and board = 'TRUST'", incident))
					.isEqualTo(2);
			}
		}
		finally {
			Door.through(() -> this.identity.deleteMembership("section-secretary", "trust-board-secretary"));
		}
	}

	/** An incident that both Boards have to hear of, about a Trustee. */
	private String significant() {
		String reference = reported("author", REPORT);
		done("sct", task(reference, "triage-incident"), URGENT);
		return reference;
	}

}
