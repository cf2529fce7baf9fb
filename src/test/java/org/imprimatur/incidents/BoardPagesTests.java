package org.imprimatur.incidents;

import java.util.Base64;

import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "BOARD", "PERSONAL" })
@DisplayName("The pages of a report to a Board")
class BoardPagesTests extends BoardsAtWork {

	private static final String ALL = "{\"route\":\"BETWEEN_MEETINGS\",\"paper\":\"<i>All</i> of it 🏠\"}";

	@Autowired
	MockMvc mvc;

	@Test
	@DisplayName("say which meeting, what is suggested and why, and keep what was typed")
	void prepared() throws Exception {
		meeting(Board.TRUST, "2027-01-12T10:00");
		Task paper = open(report(Board.TRUST, Severity.S3), BoardReport.Task.PREPARE_BOARD_REPORT);
		page("trust-secretary", paper).andExpect(status().isOk())
			.andExpect(content().string(containsString("12 January 2027, 10am, with papers until 7 January 2027")))
			.andExpect(content().string(containsString("Suggested: between meetings. The next meeting")))
			.andExpect(content().string(containsString("Somebody &lt;b&gt;posted&lt;/b&gt; an address. 🏠")))
			.andExpect(content().string(containsString("Winifred Blakely, Chair")));
		this.mvc
			.perform(as(post("/tasks/" + paper.getId()), "trust-secretary").accept(MediaType.TEXT_HTML)
				.param("route", "NEXT_MEETING")
				.param("paper", "Half <i>of</i> it")
				.param("reason", "I think it can"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("<title>Error: ")))
			.andExpect(content().string(containsString("href=\"#agreedBy\"")))
			.andExpect(content().string(containsString("Half &lt;i&gt;of&lt;/i&gt; it")))
			.andExpect(content().string(containsString("I think it can")));
	}

	@Test
	@DisplayName("are for the right people by JSON as well, and nothing at all for whom it is about")
	void rightPeople() throws Exception {
		meeting(Board.TRUST, "2026-12-03T10:00");
		String report = report(Board.TRUST, Severity.S2, "trustee2");
		Task paper = open(report, BoardReport.Task.PREPARE_BOARD_REPORT);
		for (String other : new String[] { "section-secretary", "chair", "ceo", "admin" }) {
			json(other, paper, ALL).andExpect(status().isForbidden());
		}
		for (String other : new String[] { "trustee2", "author", "section-board1", "manager" }) {
			json(other, paper, ALL).andExpect(status().isNotFound());
			page(other, paper).andExpect(status().isNotFound())
				.andExpect(content().string(not(containsString("an address"))));
		}
		json("trust-secretary", paper, ALL.replace("}", ",\"minute\":\"x\"}"))
			.andExpect(status().isUnprocessableEntity());
		json("trust-secretary", paper, ALL).andExpect(status().isSeeOther());
		json("trust-secretary", paper, ALL).andExpect(status().is4xxClientError());
		Task notice = open(report).stream()
			.filter((one) -> "chair".equals(one.getAssignee()))
			.findFirst()
			.orElseThrow();
		page("chair", notice).andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;i&gt;All&lt;/i&gt; of it 🏠")));
		json("trustee1", notice, "{\"acknowledged\":\"YES\"}").andExpect(status().isForbidden());
		json("trustee2", notice, "{\"acknowledged\":\"YES\"}").andExpect(status().isNotFound());
		json("chair", notice, "{}").andExpect(status().isUnprocessableEntity());
		json("chair", notice, "{\"acknowledged\":\"YES\"}").andExpect(status().isSeeOther());
		Task minute = open(report, BoardReport.Task.RECORD_BOARD_MINUTE);
		page("trust-secretary", minute).andExpect(status().isOk())
			.andExpect(content().string(containsString("The members of the Trust Board were told on 24 November 2026")))
			.andExpect(content().string(containsString("value=\"2026-11-24T10:00\"")));
		json("chair", minute, "{\"reportedAt\":\"2026-11-24T10:00\",\"minuteReference\":\"x\"}")
			.andExpect(status().isForbidden());
		json("trust-secretary", minute, "{\"reportedAt\":\"2026-11-24T10:00\",\"minuteReference\":\"TB 1\"}")
			.andExpect(status().isSeeOther());
		assertThat(hasEnded(report)).isTrue();
	}

	@Test
	@DisplayName("let a member of the Section's Board read an incident once that member was told, and not before")
	void membersReadWhatTheyAreTold() throws Exception {
		meeting(Board.SECTION, "2026-12-03T10:00");
		String report = report(Board.SECTION, Severity.S2, "section-board2");
		item("section-board1").andExpect(status().isNotFound());
		handsIn("section-secretary", report, BoardRoute.BETWEEN_MEETINGS);
		item("section-board1").andExpect(status().isOk())
			.andExpect(content().string(containsString("Next meeting of the Section Board: 3 December 2026, 10am")))
			.andExpect(content().string(containsString("Section Board told between meetings")));
		item("section-board2").andExpect(status().isNotFound());
	}

	private ResultActions item(String login) throws Exception {
		return this.mvc.perform(as(get("/items/" + REFERENCE), login).accept(MediaType.TEXT_HTML));
	}

	private ResultActions page(String login, Task task) throws Exception {
		return this.mvc.perform(as(get("/tasks/" + task.getId()), login).accept(MediaType.TEXT_HTML));
	}

	private ResultActions json(String login, Task task, String body) throws Exception {
		return this.mvc.perform(as(post("/tasks/" + task.getId()), login).accept(MediaType.APPLICATION_JSON)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body));
	}

	private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, String login) {
		return request.header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes()));
	}

}
