package org.imprimatur.incidents;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imprimatur.PdfText;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "BOARD", "TRUSTEES", "PERSONAL" })
@DisplayName("A Board takes away what it has to know of some months")
class BoardPackTests extends PagesOfIncidents {

	private static final String PACK = "/history/board-pack.pdf";

	@Test
	@DisplayName("each incident in a line: clocks, what the Board was told, who took note, the decision with its reason")
	void lines() throws Exception {
		itIs("2035-03-05T10:00");
		String reference = significantForBoth("The jabberwock was quoted.");
		itIs("2035-03-05T11:00");
		completes("ceo", reference, IncidentEscalation.Task.ACKNOWLEDGE_INCIDENT, "acknowledged", "YES");
		completes("chair", reference, Task.ASSESS_RELEVANCE, "decision", "NOT_RELEVANT", "reason",
				"Nobody was harmed by a frumious word.");
		tellsTheBoard(reference, "trust-secretary");
		OpenTask notice = open(reference, BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE, "trustee1");
		as("trustee1", () -> this.door.complete(notice.id(), typed("acknowledged", "YES"), person("trustee1")));
		completes("trust-secretary", reference, BoardReport.Task.RECORD_BOARD_MINUTE, "reportedAt", "2035-03-05T11:00",
				"minuteReference", "TB 03/9");
		itIs("2035-03-20T09:00");
		byte[] file = pack("trust-secretary", Board.TRUST, "2035-03", "2035-03");
		assertThat(PdfText.isAccessible(file)).isTrue();
		String text = PdfText.of(file);
		assertThat(text).contains(words("Board pack: Trust Board, March 2035Made by"),
				words(reference + ": The jabberwock"), words("1: critical"), words("Reported 5 March 2035, 10am"),
				words(name("ceo") + ": told 5 March 2035, 10am, took note 5 March 2035, 11am"),
				words("Told between meetings 5 March 2035, 11am"),
				words(name("trustee1") + ", acknowledged 5 March 2035, 11am"),
				words(name("chair") + ", not acknowledged"), words("Told 5 March 2035, 11am, minute TB 03/9"),
				words("Not relevant for the Charity Commission, 5 March 2035, 11am"),
				words("Nobody was harmed by a frumious word."), words("Overdue now: "), words("Open. Waits for"),
				words("Incidents reported"), words("To check this file"));
		String section = PdfText.of(pack("section-secretary", Board.SECTION, "2035-03", "2035-03"));
		assertThat(section).contains(reference, words("No minute yet")).doesNotContain(words("TB 03/9"));
		assertThat(PdfText.of(pack("hoc", Board.TRUST, "2035-01", "2035-02"))).doesNotContain(reference);
		assertThat(PdfText.of(pack("hoc", Board.TRUST, "2035-05", "2035-06"))).as("whatever is still open comes back")
			.contains(reference);
	}

	@Test
	@DisplayName("recorded with its SHA-256 before it leaves, so that the file can be checked")
	void recorded() throws Exception {
		itIs("2035-07-05T10:00");
		byte[] file = pack("trust-secretary", Board.TRUST, "2035-05", "2035-07");
		String sha256 = PdfText.sha256(file);
		Map<String, Object> row = this.jdbc.sql("select person, form, query, head from history_export where sha256 = ?")
			.param(sha256)
			.query()
			.singleRow();
		assertThat(row).containsEntry("person", "trust-secretary")
			.containsEntry("form", "board-pack")
			.containsEntry("query", "Trust Board, May 2035 to July 2035");
		assertThat(PdfText.of(file)).contains(row.get("head").toString().split(":")[1]);
		sends("manager", "/history/check-file", "sha256", sha256).andExpect(status().isOk())
			.andExpect(content().string(containsString("the Board pack of the Trust Board, May 2035 to July 2035")));
	}

	@Test
	@DisplayName("a restricted incident is only for those named: a look at it is recorded, others see how many there are")
	void restricted() throws Exception {
		itIs("2035-09-04T10:00");
		int before = notShown(PdfText.of(pack("manager", Board.SECTION, "2035-09", "2035-09")));
		int hocBefore = reported(PdfText.of(pack("hoc", Board.SECTION, "2035-09", "2035-09")));
		String reference = significantForBoth("A vorpal sword was drawn.", "subjects", "hoc");
		String manager = PdfText.of(pack("manager", Board.SECTION, "2035-09", "2035-09"));
		assertThat(manager).doesNotContain("vorpal", reference);
		assertThat(notShown(manager)).isEqualTo(before + 1);
		assertThat(this.incidents.looks(reference)).extracting(IncidentLook::lookedBy).doesNotContain("manager");
		assertThat(PdfText.of(pack("section-secretary", Board.SECTION, "2035-09", "2035-09"))).contains("vorpal");
		assertThat(this.incidents.looks(reference))
			.anyMatch((one) -> one.lookedBy().equals("section-secretary") && one.place().equals("board-pack"));
		String subject = PdfText.of(pack("hoc", Board.SECTION, "2035-09", "2035-09"));
		assertThat(subject).as("not even as a number, to whom it is about").doesNotContain("vorpal", reference);
		assertThat(reported(subject)).isEqualTo(hocBefore);
	}

	@Test
	@DisplayName("for nobody else, and a wrong Board or month is named with its field")
	void wrong() throws Exception {
		for (String stranger : List.of("author", "section-board1", "modeller", "activist")) {
			json(stranger, PACK + "?board=TRUST&since=2035-01&until=2035-02").andExpect(status().isForbidden());
			page(stranger, "/history/board-pack").andExpect(status().isForbidden());
			json(stranger, PACK + "?board=NO").andExpect(status().isForbidden());
		}
		page("manager", "/numbers").andExpect(content().string(containsString("/history/board-pack?since=")));
		page("section-secretary", "/history/board-pack").andExpect(status().isOk())
			.andExpect(content().string(containsString("value=\"SECTION\" selected")));
		int exports = exports();
		asksFor("board", "?board=NO&since=2035-01&until=2035-02");
		asksFor("board", "?since=2035-01&until=2035-02");
		asksFor("since", "?board=TRUST&since=2035-13&until=2035-02");
		asksFor("since", "?board=TRUST&since=%3Cb%3E&until=2035-02");
		asksFor("until", "?board=TRUST&since=2035-02&until=2035-01");
		asksFor("until", "?board=TRUST&since=2031-01&until=2035-01");
		asksFor("until", "?board=TRUST&since=2035-01&until=9999-99");
		assertThat(exports()).as("nothing is on record that nobody took").isEqualTo(exports);
	}

	private void asksFor(String field, String query) throws Exception {
		page("manager", PACK + query).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("href=\"#" + field + "\"")))
			.andExpect(content().string(not(containsString("<b>"))));
		json("manager", PACK + query).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("\"" + field + "\"")));
	}

	private int exports() {
		return this.jdbc.sql("select count(*) from history_export").query(Integer.class).single();
	}

	private byte[] pack(String login, Board board, String since, String until) throws Exception {
		return page(login, PACK + "?board=" + board.name() + "&since=" + since + "&until=" + until)
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private static int notShown(String text) {
		return number("(\\d+)restrictedincident", text);
	}

	private static int reported(String text) {
		return number("Incidentsreported(\\d+)", text);
	}

	private static int number(String pattern, String text) {
		Matcher found = Pattern.compile(pattern).matcher(text);
		return found.find() ? Integer.parseInt(found.group(1)) : 0;
	}

	private static String words(String text) {
		return PdfText.words(text);
	}

	private String name(String login) {
		return this.people.nameOf(login);
	}

	private String significantForBoth(String what, String... fields) {
		String reference = reports("author",
				with(new String[] { "what", what, "personalData", "NO", "immediateDanger", "NO" }, fields));
		assesses(reference, "SIGNIFICANT", "severity", "S1", "entities", "TRUST|SECTION");
		return reference;
	}

	private void tellsTheBoard(String reference, String secretary) {
		OpenTask report = open(reference, (ModelName) BoardReport.Task.PREPARE_BOARD_REPORT).stream()
			.filter((task) -> task.groups().stream().anyMatch(person(secretary)::isIn))
			.findFirst()
			.orElseThrow();
		as(secretary, () -> this.door.complete(report.id(),
				typed("route", "BETWEEN_MEETINGS", "paper", "It was quoted."), person(secretary)));
	}

}
