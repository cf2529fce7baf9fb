package org.imprimatur.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

import org.imprimatur.EngineTest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@EngineTest
@RecordApplicationEvents
@Transactional
@Policy("BOARD")
@DisplayName("The register of Board meetings")
class MeetingsTest {

	private static final String[] OTHERS = { "section-secretary", "chair", "trustee1", "ceo", "hoc", "dem", "manager",
			"author", "admin" };

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Meetings meetings;

	@Autowired
	Clock clock;

	@Autowired
	ApplicationEvents events;

	@Test
	@DisplayName("begins with two meetings to come for each Board in the demo")
	void demo() {
		for (Board board : Board.values()) {
			assertThat(this.meetings.standing(board)).hasSizeGreaterThanOrEqualTo(2)
				.allMatch((one) -> one.papersDue().isBefore(one.heldAt()));
		}
	}

	@Test
	@DisplayName("is read by everybody who is signed in and kept by that Board's secretary alone")
	void keptBySecretary() throws Exception {
		send(get("/meetings"), "author", null).andExpect(status().isOk())
			.andExpect(jsonPath("$.meetings[0].board").exists());
		this.mvc.perform(get("/meetings").accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnauthorized());
		page("chair", "/meetings").andExpect(content().string(not(containsString("Add the meeting"))))
			.andExpect(content().string(not(containsString("/move"))));
		page("trust-secretary", "/meetings").andExpect(content().string(containsString("Add the meeting")))
			.andExpect(content().string(containsString("aria-current=\"page\">Meetings")));
		for (String other : OTHERS) {
			send(post("/meetings"), other, meeting("TRUST", 30)).andExpect(status().isForbidden());
		}
		send(post("/meetings"), "trust-secretary", meeting("TRUST", 30)).andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/meetings"));
		assertThat(this.events.stream(MeetingsChanged.class)).containsExactly(new MeetingsChanged(Board.TRUST));
		send(post("/meetings"), "trust-secretary", meeting("TRUST", 30)).andExpect(status().isUnprocessableEntity());
		Meeting added = at(Board.TRUST, 30);
		for (String other : OTHERS) {
			send(post("/meetings/" + added.id() + "/move"), other, "{}").andExpect(status().isForbidden());
			send(post("/meetings/" + added.id() + "/cancel"), other, "{\"reason\":\"x\"}")
				.andExpect(status().isForbidden());
			page(other, "/meetings/" + added.id() + "/move").andExpect(status().isForbidden());
		}
		assertThat(this.meetings.changes(added.id())).hasSize(1);
	}

	@Test
	@DisplayName("keeps each change with who, when and why, and its rows stay as they are")
	void changesAreKept() throws Exception {
		send(post("/meetings"), "section-secretary", meeting("SECTION", 30)).andExpect(status().isSeeOther());
		Meeting added = at(Board.SECTION, 30);
		String move = "/meetings/" + added.id() + "/move";
		send(post(move), "section-secretary", meeting(null, 33)).andExpect(status().isUnprocessableEntity())
			.andExpect(jsonPath("$..reason").exists());
		send(post(move), "section-secretary", meeting(null, 33).replace("}", ",\"reason\":\"<b>A strike</b>\"}"))
			.andExpect(status().isSeeOther());
		Meeting moved = this.meetings.find(added.id()).orElseThrow();
		assertThat(moved.heldAt()).isEqualTo(in(33));
		page("author", "/meetings").andExpect(content().string(containsString("&lt;b&gt;A strike&lt;/b&gt;")))
			.andExpect(content().string(containsString("Leo Farthing")));
		send(post("/meetings/" + added.id() + "/cancel"), "section-secretary",
				"{\"reason\":\"Old\",\"seen\":\"" + added.change() + "\"}")
			.andExpect(status().isConflict());
		send(post("/meetings/" + added.id() + "/cancel"), "section-secretary",
				"{\"reason\":\"No quorum\",\"seen\":\"" + moved.change() + "\"}")
			.andExpect(status().isSeeOther());
		send(post("/meetings/" + added.id() + "/cancel"), "section-secretary", "{\"reason\":\"Again\"}")
			.andExpect(status().isConflict());
		page("section-secretary", "/meetings/" + added.id() + "/move").andExpect(status().isConflict());
		send(post("/meetings/999999/cancel"), "section-secretary", "{\"reason\":\"x\"}")
			.andExpect(status().isNotFound());
		assertThat(this.meetings.changes(added.id())).extracting(MeetingChange::kind)
			.containsExactly(MeetingChange.Kind.ADDED, MeetingChange.Kind.MOVED, MeetingChange.Kind.CANCELLED);
		assertThat(this.events.stream(MeetingsChanged.class)).hasSize(3);
		send(get("/meetings"), "manager", null)
			.andExpect(jsonPath("$.meetings[?(@.id==" + added.id() + ")].changes[2].reason").value("No quorum"));
	}

	@Test
	@DisplayName("is never rewritten")
	void appendOnly() {
		assertThatThrownBy(() -> this.jdbc.sql("update board_meeting_change set place = 'x'").update())
			.isInstanceOf(DataAccessException.class);
	}

	@Test
	@DisplayName("is never emptied")
	void neverEmptied() {
		assertThatThrownBy(() -> this.jdbc.sql("delete from board_meeting_change").update())
			.isInstanceOf(DataAccessException.class);
	}

	@Test
	@DisplayName("keeps what was typed where something is missing, past, skipped by the clocks or the wrong way round")
	void keepsWhatWasTyped() throws Exception {
		this.mvc
			.perform(post("/meetings").with(basic("trust-secretary"))
				.accept(MediaType.TEXT_HTML)
				.param("board", "TRUST")
				.param("heldAt", "2020-01-01T10:00")
				.param("place", "Town <hall> 🏛️")
				.param("papersDue", "2027-03-28T01:30"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("1 January 2020, 10am has passed")))
			.andExpect(content().string(containsString("The clocks go forward then")))
			.andExpect(content().string(containsString("Town &lt;hall&gt; 🏛️")))
			.andExpect(content().string(containsString("<title>Error: ")));
		send(post("/meetings"), "trust-secretary",
				meeting("TRUST", 20).replace("papersDue\":\"" + iso(15), "papersDue\":\"" + iso(21)))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("before the meeting begins")));
		send(post("/meetings"), "trust-secretary", meeting("TRUST", 20).replace("}", ",\"secret\":\"x\"}"))
			.andExpect(status().isUnprocessableEntity());
		Meeting next = this.meetings.next(Board.TRUST, this.clock.instant()).orElseThrow();
		page("trust-secretary", "/meetings/" + next.id() + "/move")
			.andExpect(content().string(containsString("value=\"" + LondonTime.input(next.heldAt()))));
		this.mvc
			.perform(post("/meetings/" + next.id() + "/move").with(basic("trust-secretary"))
				.accept(MediaType.TEXT_HTML)
				.param("heldAt", LondonTime.input(next.heldAt()))
				.param("place", next.place())
				.param("papersDue", LondonTime.input(next.papersDue()))
				.param("reason", "Nothing really"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("Enter another time")))
			.andExpect(content().string(containsString("Nothing really")));
	}

	@Test
	@DisplayName("knows the next meeting of a Board, and the next whose papers are still open")
	void next() throws Exception {
		Instant now = in(400);
		assertThat(this.meetings.next(Board.TRUST, now)).isEmpty();
		send(post("/meetings"), "trust-secretary", meeting("TRUST", 402)).andExpect(status().isSeeOther());
		send(post("/meetings"), "trust-secretary", meeting("TRUST", 410)).andExpect(status().isSeeOther());
		send(post("/meetings"), "section-secretary", meeting("SECTION", 401)).andExpect(status().isSeeOther());
		assertThat(this.meetings.next(Board.TRUST, now)).map(Meeting::heldAt).hasValue(in(402));
		assertThat(this.meetings.nextWithOpenPapers(Board.TRUST, now)).map(Meeting::heldAt).hasValue(in(410));
		assertThat(this.meetings.next(Board.TRUST, in(402))).map(Meeting::heldAt).hasValue(in(410));
		send(post("/meetings/" + at(Board.TRUST, 410).id() + "/cancel"), "trust-secretary", "{\"reason\":\"Ill\"}")
			.andExpect(status().isSeeOther());
		assertThat(this.meetings.next(Board.TRUST, in(402))).isEmpty();
		assertThat(List.of(Board.TRUST.other(), Board.SECTION.other())).containsExactly(Board.SECTION, Board.TRUST);
	}

	private Meeting at(Board board, int days) {
		return this.meetings.standing(board).filter((one) -> one.heldAt().equals(in(days))).findFirst().orElseThrow();
	}

	private Instant in(int days) {
		return this.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
	}

	private String iso(int days) {
		return LondonTime.iso(in(days));
	}

	/** A meeting in so many days, papers five days before. */
	private String meeting(String board, int days) {
		return "{" + ((board != null) ? "\"board\":\"" + board + "\"," : "") + "\"heldAt\":\"" + iso(days)
				+ "\",\"place\":\"Online\",\"papersDue\":\"" + iso(days - 5) + "\"}";
	}

	private ResultActions page(String login, String path) throws Exception {
		return this.mvc.perform(get(path).with(basic(login)).accept(MediaType.TEXT_HTML));
	}

	private ResultActions send(MockHttpServletRequestBuilder request, String login, String body) throws Exception {
		request.with(basic(login)).accept(MediaType.APPLICATION_JSON);
		return this.mvc
			.perform((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request);
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor basic(String login) {
		return (request) -> {
			request.addHeader("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes()));
			return request;
		};
	}

}
