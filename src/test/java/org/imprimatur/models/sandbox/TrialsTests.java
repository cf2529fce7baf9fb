package org.imprimatur.models.sandbox;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.imprimatur.EngineTest;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EngineTest
@Policy("APPROVED")
@DisplayName("A model is tried before anybody deploys it")
class TrialsTests {

	private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

	private static final Map<String, String> FACTS = Map.ofEntries(Map.entry("accountOwner", "TRUST"),
			Map.entry("accountState", "ACTIVE"), Map.entry("bioCheck", "CURRENT"), Map.entry("standingObjects", "NONE"),
			Map.entry("accountKind", "MAIN"), Map.entry("namesPolitician", "false"),
			Map.entry("electionPeriod", "false"), Map.entry("kind", "ORIGINAL"), Map.entry("partnerSource", "false"),
			Map.entry("urgency", "NORMAL"), Map.entry("secondPerson", "false"), Map.entry("standingSignOff", "NONE"));

	@Autowired
	Trials trials;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	MockMvc pages;

	private final List<Move> moves = new ArrayList<>();

	@Test
	@DisplayName("a post on a Trust-held account waits for the objects check, within four working hours")
	void objects() {
		Trial trial = untilObjectsCheck();
		assertThat(trial.stops()).singleElement().satisfies((stop) -> {
			assertThat(stop.element()).isEqualTo("check-charity-objects");
			assertThat(stop.who()).isEqualTo("charity-objects-reviewers");
			assertThat(stop.due()).isEqualTo("2026-11-24T14:00:00Z");
			assertThat(stop.outcome().codes().keySet()).containsExactly("ALIGNED", "CHANGES_NEEDED", "NOT_ALIGNED");
		});
		assertThat(trial.story().get(2).lines()).anyMatch(
				(line) -> line.startsWith("The table “Is an objects check needed?”") && line.contains("[OBJECTS]"));
		assertThat(trial.here()).containsOnlyKeys("check-charity-objects");
		assertThat(make("DO", "check-charity-objects:1", Map.of("checkCharityObjects", "NOT_ALIGNED")).over()).isTrue();
	}

	@Test
	@DisplayName("its clock moves to the next deadline; the clock of the application does not")
	void clocks() {
		Instant before = this.clock.instant();
		untilObjectsCheck();
		Trial trial = make("CLOCK", Move.NEXT, Map.of());
		assertThat(trial.now()).isEqualTo("2026-11-24T14:00:00Z");
		assertThat(trial.story().get(3).lines()).containsExactly(
				"A reminder of “Check the charity's objects” would be mailed to charity-objects-reviewers.");
		assertThat(make("CLOCK", Move.WORKING_DAY, Map.of()).now()).isEqualTo("2026-11-25T14:00:00Z");
		assertThat(this.clock.instant()).isBetween(before, before.plusSeconds(600));
	}

	@Test
	@DisplayName("whatever has to be known is asked for, and nothing moves without it")
	void asks() {
		make("BEGIN", "post-proposed", Map.of());
		Trial trial = make("DO", "draft-post:1", Map.of());
		assertThat(trial.problem()).contains("Draft the post");
		assertThat(trial.story()).hasSize(1);
		assertThat(trial.stops()).extracting(Trial.Stop::element).containsExactly("draft-post");
	}

	@Test
	@DisplayName("nothing is kept: every table holds what it held before")
	void nothingIsKept() {
		untilObjectsCheck();
		Map<String, Object> before = rows();
		make("CLOCK", Move.NEXT, Map.of());
		make("DO", "check-charity-objects:1", Map.of("checkCharityObjects", "ALIGNED"));
		assertThat(before).hasSizeGreaterThan(60);
		Map<String, Object> after = rows();
		before.forEach((table, rows) -> assertThat(after.get(table).equals(rows)).as(table).isTrue());
	}

	@Test
	@DisplayName("a circle in which nobody is asked ends with a sentence")
	void endless() throws Exception {
		String model = new ClassPathResource("processes/posts/post-correction.bpmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace("sourceRef=\"decision-needed\" targetRef=\"decide-correction\"",
					"sourceRef=\"decision-needed\" targetRef=\"went-out-approved\"");
		this.moves.add(new Move(Move.Kind.BEGIN, "correction-started", Map.of("approval", "GIVEN")));
		Trial trial = this.trials
			.run(new Trials.Plan(Map.of("post-correction.bpmn", model.getBytes(StandardCharsets.UTF_8)),
					"post-correction", TUESDAY, this.moves));
		assertThat(trial.problem()).contains("goes round without end");
		assertThat(trial.story()).isEmpty();
	}

	@Test
	@DisplayName("a model that holds code is not run")
	void code() throws Exception {
		String model = new ClassPathResource("processes/posts/post-correction.bpmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replace("${deadlines.of(execution, 'decide-correction')}", "${''.getClass().forName('x')}");
		assertThatThrownBy(() -> this.trials
			.run(new Trials.Plan(Map.of("post-correction.bpmn", model.getBytes(StandardCharsets.UTF_8)),
					"post-correction", TUESDAY, this.moves)))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("does more than name a fact");
	}

	@ParameterizedTest
	@DisplayName("modellers, managers and administrators try models; others may not")
	@CsvSource({ "modeller,200", "manager,200", "admin,200", "author,403", "approver,403" })
	void who(String login, int status) throws Exception {
		String pair = Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
		assertThat(this.pages
			.perform(MockMvcRequestBuilders.get("/models/try?model=post-correction")
				.header("Authorization", "Basic " + pair)
				.accept("application/json"))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(status);
	}

	private Trial untilObjectsCheck() {
		make("BEGIN", "post-proposed", Map.of());
		make("DO", "draft-post:1", Map.of("draftPost", "SUBMIT"));
		return make("DO", "establish-facts:1", FACTS);
	}

	private Trial make(String kind, String target, Map<String, String> facts) {
		this.moves.add(new Move(Move.Kind.valueOf(kind), target, facts));
		return this.trials.run(new Trials.Plan(Map.of(), "post-approval", TUESDAY, this.moves));
	}

	/** What each table holds, to the letter. */
	private Map<String, Object> rows() {
		Map<String, Object> rows = new TreeMap<>();
		this.jdbc.sql(
				"select table_name from information_schema.tables where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'")
			.query(String.class)
			.list()
			.forEach((table) -> rows.put(table, this.jdbc.sql("select * from " + table).query((row, number) -> {
				StringBuilder text = new StringBuilder();
				for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
					Object value = row.getObject(column);
					boolean bytes = value instanceof byte[] || value instanceof Blob;
					text.append(bytes ? Arrays.hashCode(row.getBytes(column)) : row.getString(column)).append('|');
				}
				return text.toString();
			}).list().stream().sorted().toList()));
		return rows;
	}

}
