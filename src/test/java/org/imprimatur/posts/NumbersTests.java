package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("Managers count what was proposed and what became of it")
class NumbersTests extends HistoryAtWork {

	/** Far from every other test: only what is told here happens in that month. */
	private static final String MONTH = "/numbers?since=2026-05&until=2026-06";

	@Test
	@DisplayName("by the month in London in which it began, by what was decided, and by how it ended")
	void counts() throws Exception {
		this.stage.itIs("2026-05-31T10:00");
		OnePost refused = this.author.submits(aPost());
		this.objectsReviewer.finds(refused, ObjectsFinding.NOT_ALIGNED);
		OnePost approved = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(approved);
		this.approver.approves(approved);
		this.author.submits(aPost().on(Draft.SECTION_ACCOUNT));
		// half past midnight in London, half past eleven by the world's clock
		this.stage.itIs("2026-06-01T00:30");
		this.author.submits(aPost());
		OnePost like = this.author.submits(Draft.aLike());
		this.approver2.approvesBoth(like);
		JsonNode told = ask("manager", MONTH);
		assertThat(row(told, "May 2026", "Posts proposed", "Check required", "Objects checked", "Not aligned",
				"Approved", "Refused"))
			.as("the account that the Section alone holds needs no check")
			.containsExactly(3L, 2L, 2L, 1L, 1L, 1L);
		assertThat(row(told, "June 2026", "Posts proposed", "Check required", "Objects checked", "Approved"))
			.as("what one person checks and signs counts as checked and as approved")
			.containsExactly(2L, 2L, 1L, 1L);
		assertThat(row(told, "All together", "Posts proposed", "Approved")).containsExactly(5L, 2L);
		JsonNode accounts = ask("manager", MONTH + "&by=ACCOUNT");
		assertThat(
				row(accounts, this.stage.accounts.find(Draft.SECTION_ACCOUNT).orElseThrow().name(), "Posts proposed"))
			.containsExactly(1L);
		assertThat(row(ask("manager", MONTH + "&by=ENTITY"), "The Charitable Trust", "Posts proposed"))
			.as("the joint account is the Trust's as well")
			.containsExactly(4L);
		assertThat(row(ask("manager", MONTH + "&account=" + Draft.SECTION_ACCOUNT), "All together", "Posts proposed"))
			.containsExactly(1L);
	}

	@Test
	@DisplayName("each number is what the search finds that it leads to")
	void looksInto() throws Exception {
		this.stage.itIs("2026-07-06T10:00");
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		this.author.submits(aPost().breaking());
		String page = page("manager", "/numbers?since=2026-07&until=2026-07").getContentAsString();
		List<String> links = new ArrayList<>();
		var matcher = Pattern
			.compile("href=\"(/history\\?[^\"]*)\"><span>(\\d+)</span><span class=\"govuk-visually-hidden\">([^<]*)")
			.matcher(page);
		while (matcher.find()) {
			String search = matcher.group(1).replace("&amp;", "&");
			assertThat(find("manager", search.substring(search.indexOf('?') + 1))).as(matcher.group(3))
				.hasSize(Integer.parseInt(matcher.group(2)));
			links.add(matcher.group(3));
		}
		assertThat(links).contains(", Posts proposed, July 2026", ", Approved, July 2026",
				", Breaking news, July 2026");
	}

	@Test
	@DisplayName("each step has its working time, its share in time, and what waits now")
	void steps() throws Exception {
		this.stage.itIs("2026-08-03T10:00");
		OnePost quick = this.author.submits(aPost());
		OnePost slow = this.author.submits(aPost());
		OnePost waits = this.author.submits(aPost());
		this.stage.itIs("2026-08-03T11:00");
		this.objectsReviewer.findsAligned(quick);
		this.stage.itIs("2026-08-10T10:00");
		this.objectsReviewer.findsAligned(slow);
		JsonNode told = ask("manager", "/numbers?since=2026-08&until=2026-08&account=" + Draft.JOINT_ACCOUNT);
		JsonNode check = step(told, "check-charity-objects");
		assertThat(check.path("done").asInt()).isEqualTo(2);
		assertThat(check.path("withDeadline").asInt()).isEqualTo(2);
		assertThat(check.path("inTime").asInt()).isEqualTo(1);
		// one hour, and five working days of seven or eight hours
		assertThat(check.path("medianSeconds").asInt()).isBetween(15 * 3600, 22 * 3600);
		assertThat(check.path("nineOfTenSeconds").asInt()).isGreaterThan(check.path("medianSeconds").asInt());
		int overdue = check.path("overdueNow").asInt();
		assertThat(overdue).isPositive();
		this.objectsReviewer.findsAligned(waits);
		JsonNode after = ask("manager", "/numbers?since=2026-08&until=2026-08&account=" + Draft.JOINT_ACCOUNT);
		assertThat(step(after, "check-charity-objects").path("overdueNow").asInt()).isEqualTo(overdue - 1);
		assertThat(step(after, "check-charity-objects").path("inTime").asInt()).isEqualTo(1);
	}

	@Test
	@DisplayName("and the diagram shows what waits, what is overdue and how long each step takes")
	void heat() throws Exception {
		this.stage.itIs("2026-04-07T10:00");
		OnePost done = this.author.submits(aPost());
		this.author.submits(aPost());
		this.stage.itIs("2026-04-07T11:00");
		this.objectsReviewer.findsAligned(done);
		this.stage.itIs("2026-04-21T11:00");
		String page = page("manager", "/numbers?since=2026-04&until=2026-04").getContentAsString();
		assertThat(page).contains("data-model=\"/numbers/models/post-approval.bpmn\"",
				"&quot;check-charity-objects&quot;", "overdue&quot;", "&quot;heat&quot;:3");
		MockHttpServletResponse model = json("manager", "/numbers/models/post-approval.bpmn");
		assertThat(model.getContentAsString()).contains("check-charity-objects", "BPMNDiagram");
		assertThat(json("manager", "/numbers/models/nothing.bpmn").getStatus()).isEqualTo(404);
		assertThat(json("author", "/numbers/models/post-approval.bpmn").getStatus()).isEqualTo(403);
	}

	@Test
	@DisplayName("only what the person may read is counted, and only those who may search ask at all")
	void whoMay() throws Exception {
		this.stage.itIs("2026-01-01T10:00");
		this.author.submits(aPost());
		assertThat(row(ask("manager", "/numbers?since=2026-01&until=2026-01"), "All together", "Posts proposed"))
			.containsExactly(1L);
		assertThat(row(ask("ceo", "/numbers?since=2026-01&until=2026-01"), "All together", "Posts proposed"))
			.as("exactly what the search finds")
			.isEqualTo(List.of((long) find("ceo", "feature=posts&from=2026-01-01&to=2026-01-31").size()));
		for (String path : List.of("/numbers", "/numbers.csv", "/numbers.xlsx")) {
			assertThat(json("author", path).getStatus()).as(path).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@CsvSource({ "since=2026-13, since", "since=soon, since", "since=2026-05&until=2026-04, until",
			"since=2020-01&until=2026-04, until", "by=PERSON, by", "team=nobody, team", "account=none, account",
			"entity=OTHER, entity" })
	@DisplayName("a period or a row that there is not is said in words, and what was typed stays")
	void badInput(String query, String field) throws Exception {
		MockHttpServletResponse page = page("manager", "/numbers?" + query);
		assertThat(page.getStatus()).isEqualTo(422);
		assertThat(page.getContentAsString()).contains("There is a problem", "href=\"#" + field + "\"");
		assertThat(json("manager", "/numbers?" + query).getStatus()).isEqualTo(422);
		assertThat(json("manager", "/numbers.csv?" + query).getStatus()).isEqualTo(422);
	}

	@Test
	@DisplayName("the tables are taken away as CSV and XLSX, which is recorded")
	void files() throws Exception {
		this.stage.itIs("2026-02-03T10:00");
		this.author.submits(aPost());
		int before = exports();
		MockHttpServletResponse csv = json("manager", "/numbers.csv?since=2026-02&until=2026-02");
		assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains("February 2026,Posts proposed,1");
		assertThat(json("manager", "/numbers.xlsx?since=2026-02&until=2026-02").getContentAsByteArray()).startsWith('P',
				'K');
		assertThat(exports()).isEqualTo(before + 2);
	}

	private int exports() {
		return this.stage.jdbc.sql("select count(*) from history_export where person = 'manager' and query like ?")
			.param("numbers: since=2026-02&until=2026-02%")
			.query(Integer.class)
			.single();
	}

	private static List<Long> row(JsonNode told, String name, String... figures) {
		for (JsonNode row : told.path("rows")) {
			if (row.path("row").asText().equals(name)) {
				return List.of(figures).stream().map((figure) -> row.path(figure).asLong(-1)).toList();
			}
		}
		throw new AssertionError("There is no row " + name + " in " + told.path("rows"));
	}

	private static JsonNode step(JsonNode told, String task) {
		for (JsonNode step : told.path("steps")) {
			if (step.path("step").asText().equals(task)) {
				return step;
			}
		}
		throw new AssertionError("There is no step " + task);
	}

}
