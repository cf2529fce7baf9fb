package org.imprimatur.operating;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.EngineTest;
import org.imprimatur.kernel.LondonTime;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The whole application, with posts on their way; people send what they do as JSON. */
@EngineTest
abstract class ProgramAtWork {

	@Autowired
	RuntimeService runtime;

	@Autowired
	MockMvc mvc;

	@Autowired
	ObjectMapper json;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	Clock clock;

	@AfterEach
	void evening() {
		// other tests share the database, and some look at every case that is open
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("post-approval")
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "the test is over"));
		ClockUtil.reset();
	}

	final void after(Duration time) {
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(time)));
	}

	/** The author proposes a post; its reference. */
	final String proposes(String body) throws Exception {
		String address = sends("author", "/start/post-approval",
				Map.of("accounts", "main-x", "kind", "ORIGINAL", "body", body + " " + UUID.randomUUID(), "grounding",
						"POLICY", "groundingSource", "Position", "decision", "SUBMIT"))
			.andReturn()
			.getResponse()
			.getHeader("Location");
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** An approved post that waits for its slot in three hours. */
	final String waitsForItsSlot() throws Exception {
		String reference = proposes("News");
		does("objects", reference, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
		does("approver", reference, Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
		does("author2", reference, Map.of("decision", "SCHEDULE", "publishAt",
				LondonTime.iso(this.clock.instant().plus(Duration.ofHours(3)))));
		assertThat(openTasks(reference)).isEmpty();
		return reference;
	}

	final void does(String login, String reference, Map<String, ?> fields) throws Exception {
		String task = this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
		assertThat(sends(login, "/tasks/" + task, fields).andReturn().getResponse().getStatus()).isEqualTo(303);
	}

	final List<String> openTasks(String reference) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.list()
			.stream()
			.map((task) -> task.getTaskDefinitionKey())
			.toList();
	}

	/** The engine's timer for the slot of a post. */
	final Job slot(String reference) {
		String id = this.jdbc
			.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ "
					+ "where e.business_key_ = ?")
			.param(reference)
			.query(String.class)
			.single();
		return this.management.createJobQuery().jobId(id).singleResult();
	}

	/** As the engine does by itself; what fails, fails. */
	final void runDueJobs(List<String> ids) {
		Map<String, Boolean> due = new HashMap<>();
		this.management.createJobQuery().executable().listPage(0, 2000).forEach((job) -> due.put(job.getId(), true));
		ids.stream().filter(due::containsKey).forEach((id) -> {
			try {
				this.management.executeJob(id);
			}
			catch (RuntimeException ex) {
				// the engine keeps it
			}
		});
	}

	final ResultActions sends(String login, String address, Map<String, ?> fields) throws Exception {
		return this.mvc.perform(by(login, post(address)).contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content(this.json.writeValueAsString(fields)));
	}

	final ResultActions asks(String login, String address, MediaType type) throws Exception {
		return this.mvc.perform(by(login, get(address)).accept(type));
	}

	final JsonNode read(String login, String address) throws Exception {
		return this.json
			.readTree(asks(login, address, MediaType.APPLICATION_JSON).andReturn().getResponse().getContentAsString());
	}

	private static MockHttpServletRequestBuilder by(String login, MockHttpServletRequestBuilder request) {
		return request.header("Authorization", "Basic "
				+ Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8)));
	}

}
