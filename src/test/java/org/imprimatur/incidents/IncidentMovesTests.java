package org.imprimatur.incidents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Versions;
import org.imprimatur.models.migration.CaseMove;
import org.imprimatur.models.migration.CaseMoves;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "ONE-LOGIN", "CEO", "BOARD" })
@DisplayName("An incident with duties beside it can be moved, and no clock of it changes")
@TestPropertySource(properties = { "imprimatur.test.own-database=true", "imprimatur.test.name=moves" })
class IncidentMovesTests extends IncidentsAtWork {

	private static final String KEY = "incident-escalation";

	@Autowired
	RepositoryService repository;

	@Autowired
	Versions versions;

	@Autowired
	CaseMoves moves;

	private int newest() {
		return this.versions.of(KEY).get(0).number();
	}

	private int deploys(String tag) throws Exception {
		var deployment = this.repository.createDeployment().name("Imprimatur").source("processes");
		for (String file : List.of("incident-escalation.bpmn", "board-report.bpmn", "serious-incident-decision.bpmn",
				"incident-route.dmn", "trustees-quorum.dmn", "incident-escalation-deadlines.dmn",
				"board-report-deadlines.dmn", "serious-incident-decision-deadlines.dmn")) {
			deployment.addString("incidents/" + file,
					new ClassPathResource("processes/incidents/" + file).getContentAsString(StandardCharsets.UTF_8)
						.replace("versionTag=\"1.0.0\"", "versionTag=\"" + tag + "\""));
		}
		Door.through(deployment::deploy);
		return newest();
	}

	private List<Map<String, Object>> waiting(String reference) {
		return this.jdbc.sql("""
				select t.id_, t.task_def_key_, t.due_date_ from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ? order by t.id_""")
			.param(reference)
			.query()
			.listOfRows();
	}

	private List<Map<String, Object>> clocks(String reference) {
		return this.jdbc.sql("""
				select j.handler_type_, j.duedate_, j.handler_cfg_ from act_ru_job j
				join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = ?
				order by j.handler_cfg_, j.duedate_""").param(reference).query().listOfRows();
	}

	@Test
	void moved() throws Exception {
		deploys("1.0.0");
		int first = newest();
		String incident = significant();
		List<Map<String, Object>> waiting = waiting(incident);
		List<Map<String, Object>> clocks = clocks(incident);
		assertThat(waiting).hasSizeGreaterThan(2);
		assertThat(clocks).isNotEmpty();
		int next = deploys("1.0.1");
		CaseMove plan = this.moves.dryRun(KEY, first, next);
		assertThat(plan.cases()).filteredOn((one) -> one.reference().equals(incident))
			.singleElement()
			.satisfies((one) -> assertThat(one.obstacle()).isEmpty());
		assertThat(clocks(incident)).as("only tried").isEqualTo(clocks);
		CaseMove moved = as("admin", () -> this.moves.move(KEY, first, next, "A later version.", person("admin")));
		assertThat(moved.moved()).isPositive();
		assertThat(waiting(incident)).isEqualTo(waiting);
		assertThat(clocks(incident)).isEqualTo(clocks);
		assertThat(this.jdbc.sql("select act from intervention where reference = ?")
			.param(incident)
			.query(String.class)
			.list()).contains("MoveToVersion");
		deploys("1.0.0");
	}

}
