package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process with a new version, and posts under way that follow the one before. */
// versions and cases of its own: every open case is moved
@TestPropertySource(properties = { "imprimatur.test.own-database=true", "imprimatur.test.name=moves" })
abstract class MovesAtWork extends HistoryAtWork {

	static final String CASES = "/models/post-approval/cases";

	@Autowired
	RepositoryService repository;

	int first;

	@BeforeEach
	void versions() throws Exception {
		// open cases of the test before follow versions before this one
		deploys("1.0.0");
		this.first = newest();
	}

	@AfterEach
	void asItWas() throws Exception {
		deploys("1.0.0");
	}

	/** A version of the process with its tables; the number of it. */
	final int deploys(String tag, String... changes) throws Exception {
		var deployment = this.repository.createDeployment().name("Imprimatur").source("processes");
		for (String file : new String[] { "post-checks.dmn", "post-approval-deadlines.dmn" }) {
			deployment.addString("posts/" + file, text(file));
		}
		String model = text("post-approval.bpmn").replace("versionTag=\"1.0.0\"", "versionTag=\"" + tag + "\"");
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(model).contains(changes[i]);
			model = model.replace(changes[i], changes[i + 1]);
		}
		deployment.addString("posts/post-approval.bpmn", model);
		Door.through(deployment::deploy);
		return newest();
	}

	private int newest() throws Exception {
		return ask("admin", "/models/post-approval").path("versions").path(0).path("version").asInt();
	}

	private static String text(String file) throws Exception {
		return new ClassPathResource("processes/posts/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

	final JsonNode plan(int from, int to) throws Exception {
		return ask("admin", CASES + "?from=" + from + "&to=" + to);
	}

	static JsonNode of(JsonNode plan, OnePost post) {
		for (JsonNode one : plan.path("cases")) {
			if (one.path("reference").asText().equals(post.reference())) {
				return one;
			}
		}
		throw new AssertionError(post.reference() + " is not in " + plan);
	}

	final MockHttpServletResponse moves(String login, int from, int to, String reason) throws Exception {
		return post(login, CASES, "fromVersion", String.valueOf(from), "toVersion", String.valueOf(to), "reason",
				reason);
	}

	final int version(OnePost post) {
		return this.stage.jdbc.sql("""
				select p.version_ from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
				where e.business_key_ = ? and e.parent_id_ is null""")
			.param(post.reference())
			.query(Integer.class)
			.single();
	}

	/** Everything that waits for its time in this case: what, and when. */
	final List<Map<String, Object>> clocks(OnePost post) {
		return this.stage.jdbc.sql("""
				select j.handler_type_, j.duedate_ from act_ru_job j join act_ru_execution e
				on e.id_ = j.process_instance_id_ where e.business_key_ = ? order by j.duedate_, j.handler_type_""")
			.param(post.reference())
			.query()
			.listOfRows();
	}

	final List<Map<String, Object>> tasks(OnePost post) {
		return this.stage.jdbc
			.sql("""
					select t.id_, t.task_def_key_, t.due_date_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
					where e.business_key_ = ? order by t.id_""")
			.param(post.reference())
			.query()
			.listOfRows();
	}

}
