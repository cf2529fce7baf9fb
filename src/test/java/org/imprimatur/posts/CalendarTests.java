package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.imprimatur.posts.Draft.aPost;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy("APPROVED")
@DisplayName("The calendar of slots")
class CalendarTests extends PostsAtWork {

	private static final String WOMAN_AT_WORK = "\uD83D\uDC69\u200D\uD83D\uDCBB";

	@Autowired
	MockMvc pages;

	@Autowired
	ObjectMapper json;

	SlotCalendar calendar;

	CalendarAddresses addresses;

	@BeforeEach
	void begin() {
		this.calendar = this.context.getBean(SlotCalendar.class);
		this.addresses = this.context.getBean(CalendarAddresses.class);
	}

	@AfterEach
	void putAway() {
		this.stage.jdbc.sql("delete from calendar_address").update();
	}

	@Test
	@DisplayName("shows the slot in force of each post, by account")
	void inForce() {
		OnePost post = scheduled(aPost());
		this.author.movesTheSlot(post, "2026-11-26T16:00");
		assertThat(slots("2026-11-24", "2026-11-25", "", "author")).doesNotContain(post.reference());
		assertThat(slots("2026-11-26", "2026-11-26", "main-x", "author")).contains(post.reference());
		assertThat(slots("2026-11-26", "2026-11-26", "main-facebook", "author")).doesNotContain(post.reference());
		this.author.withdraws(post);
		assertThat(slots("2026-11-26", "2026-11-26", "", "author")).doesNotContain(post.reference());
	}

	@Test
	@DisplayName("shows nobody a post they may not see")
	void whoMayNot() throws Exception {
		OnePost post = scheduled(aPost().with("title", "Only for the team"));
		for (String stranger : new String[] { "news", "activist", "trustee1", "modeller" }) {
			assertThat(slots("2026-11-24", "2026-11-24", "", stranger)).doesNotContain(post.reference());
			calendar("?day=2026-11-24", stranger).andExpect(content().string(not(containsString("Only for the team"))));
		}
	}

	@Test
	@DisplayName("as a grid and as a list, with what was typed as it was typed")
	void gridAndList() throws Exception {
		OnePost post = scheduled(aPost().with("title", "<script>alert(1)</script> {{7*7}} " + WOMAN_AT_WORK));
		for (String view : new String[] { "month", "week" }) {
			calendar("?view=" + view + "&day=2026-11-24", "author").andExpect(status().isOk())
				.andExpect(content().string(containsString("Tuesday 24 November 2026")))
				.andExpect(content().string(containsString(post.reference())))
				.andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
				.andExpect(content().string(not(containsString("<script>alert"))));
		}
		for (String query : new String[] { "?day=2026-02-30", "?day=99999-01-01", "?view=year", "?day=1999-12-31" }) {
			calendar(query, "author").andExpect(status().isUnprocessableEntity());
		}
	}

	@Nested
	@DisplayName("keeps to London's clocks")
	class Clocks {

		@Test
		@DisplayName("when they go back: 1:30am comes twice, on the same day")
		void autumn() throws Exception {
			OnePost early = approved(aPost());
			author.schedules(early, "2027-10-31T01:30+01:00");
			OnePost late = approved(aPost().saying("Another one."));
			author.schedules(late, "2027-10-31T01:30Z");
			OnePost last = approved(aPost().saying("A third one."));
			author.schedules(last, "2027-10-31T23:59");
			stage.itIs("2027-10-27T10:00");
			assertThat(slots("2027-10-31", "2027-10-31", "", "author")).containsExactly(early.reference(),
					late.reference(), last.reference());
			assertThat(slots("2027-11-01", "2027-11-30", "", "author")).doesNotContain(last.reference());
			calendar("?day=2027-10-31", "author").andExpect(content().string(containsString("1:30am BST")))
				.andExpect(content().string(containsString("1:30am GMT")))
				.andExpect(content().string(containsString("Clocks go back at 2am")));
			String feed = feed("author");
			assertThat(feed).contains("DTSTART:20271031T003000Z", "DTSTART:20271031T013000Z");
		}

		@Test
		@DisplayName("when they go forward: the day has 23 hours and loses no slot")
		void spring() throws Exception {
			OnePost first = approved(aPost());
			author.schedules(first, "2027-03-28T00:30");
			OnePost last = approved(aPost().saying("Another one."));
			author.schedules(last, "2027-03-28T23:30");
			stage.itIs("2027-03-24T10:00");
			assertThat(slots("2027-03-28", "2027-03-28", "", "author")).containsExactly(first.reference(),
					last.reference());
			calendar("?view=week&day=2027-03-28", "author")
				.andExpect(content().string(containsString("Clocks go forward at 1am")));
			assertThat(feed("author")).contains("DTSTART:20270328T223000Z");
		}

	}

	@Nested
	@DisplayName("as a feed")
	class Feed {

		@Test
		@DisplayName("is read under its secret address without a sign-in, and holds no text")
		void underItsSecret() throws Exception {
			String title = "A long title; with, marks \\ and " + WOMAN_AT_WORK.repeat(20) + "\nBEGIN:VEVENT";
			OnePost post = scheduled(aPost().saying("Not for the feed.").with("title", title));
			String feed = feed("author");
			assertThat(feed).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
			assertThat(List.of(feed.split("\r\n")))
				.allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
			String unfolded = feed.replace("\r\n ", "");
			assertThat(unfolded).contains("UID:" + post.reference() + "@imprimatur\r\n", "/items/" + post.reference(),
					"A long title\\; with\\, marks \\\\ and " + WOMAN_AT_WORK.repeat(20) + " BEGIN:VEVENT",
					"DTSTART:20261124T150000Z");
			assertThat(unfolded).doesNotContain("Not for the feed");
			assertThat(unfolded.split("\r\nBEGIN:VEVENT")).hasSameSizeAs(unfolded.split("\r\nEND:VEVENT"));
			author.movesTheSlot(post, "2026-11-25T09:00");
			assertThat(feed("author").replace("\r\n ", "")).contains("UID:" + post.reference() + "@imprimatur",
					"DTSTART:20261125T090000Z");
		}

		@Test
		@DisplayName("shows only what its person may see")
		void whatItsPersonMaySee() throws Exception {
			OnePost post = scheduled(aPost());
			assertThat(feed("news")).doesNotContain(post.reference());
			assertThat(feed("approver")).contains(post.reference());
		}

		@Test
		@DisplayName("is not there without the right secret, nor for one renewed or ended")
		void withoutTheSecret() throws Exception {
			String first = addresses.renew(stage.person("author"));
			assertThat(first).matches("[0-9a-f]{64}");
			assertThat(stage.jdbc.sql("select digest from calendar_address").query(String.class).single())
				.isNotEqualTo(first);
			String second = addresses.renew(stage.person("author"));
			for (String wrong : new String[] { first, "x", "a".repeat(64), second.toUpperCase(java.util.Locale.ROOT),
					second.substring(1) }) {
				pages.perform(get("/calendar/" + wrong + ".ics")).andExpect(status().isNotFound());
			}
			pages.perform(get("/calendar/" + second + ".ics")).andExpect(status().isOk());
			addresses.end(stage.person("author"));
			pages.perform(get("/calendar/" + second + ".ics")).andExpect(status().isNotFound());
		}

		@Test
		@DisplayName("opens nothing else to strangers")
		void opensNothingElse() throws Exception {
			String secret = addresses.renew(stage.person("author"));
			for (String path : new String[] { "/calendar", "/calendar/" + secret, "/calendar/" + secret + ".json",
					"/calendar/address", "/items/x.ics", "/calendar/" + secret + ".ics/x" }) {
				pages.perform(get(path).accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnauthorized());
			}
			pages.perform(post("/calendar/address").contentType(MediaType.APPLICATION_JSON))
				.andExpect(status().isUnauthorized());
			pages.perform(post("/calendar/" + secret + ".ics").contentType(MediaType.APPLICATION_JSON))
				.andExpect(status().isUnauthorized());
		}

		@Test
		@DisplayName("has its address shown once")
		void shownOnce() throws Exception {
			String page = pages.perform(post("/calendar/address").with(csrf()).with(httpBasic("author", "imprimatur")))
				.andExpect(status().isOk())
				.andExpect(header().string("Cache-Control", containsString("no-store")))
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(page).containsPattern("/calendar/[0-9a-f]{64}\\.ics");
			calendar("", "author").andExpect(content().string(containsString("It cannot be shown again")))
				.andExpect(content().string(not(containsString(".ics"))));
		}

	}

	private List<String> slots(String first, String last, String account, String login) {
		return this.calendar.of(LocalDate.parse(first), LocalDate.parse(last), account, this.stage.person(login))
			.stream()
			.map(SlotCalendar.Slot::reference)
			.toList();
	}

	private ResultActions calendar(String query, String login) throws Exception {
		return this.pages.perform(get("/calendar" + query).with(httpBasic(login, "imprimatur")));
	}

	private String feed(String login) throws Exception {
		return this.pages.perform(get("/calendar/" + this.addresses.renew(this.stage.person(login)) + ".ics"))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith("text/calendar"))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
