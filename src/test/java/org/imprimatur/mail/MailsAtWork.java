package org.imprimatur.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.EngineTest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.security.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * The whole application as the tests of mail see it, on Tuesday, 24 November 2026, 10am
 * in London, with nothing in the queue. People send what they do as JSON.
 */
@EngineTest
abstract class MailsAtWork {

	@Autowired
	Outbox outbox;

	@Autowired
	TaskMails taskMails;

	@Autowired
	Letters letters;

	@Autowired
	MailChoices choices;

	@Autowired
	List<MailOccasions> occasions;

	@Autowired
	MailSettings settings;

	@Autowired
	People people;

	@Autowired
	WorkingTime workingTime;

	@Autowired
	Clock clock;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	ManagementService management;

	@Autowired
	IdentityService identity;

	@Autowired
	MockMvc mvc;

	@Autowired
	ObjectMapper json;

	@BeforeEach
	void morning() {
		itIs("2026-11-24T10:00");
		this.jdbc.sql("delete from mail_waiting").update();
		this.jdbc.sql("delete from mail_cause").update();
	}

	@AfterEach
	void evening() {
		// other tests share the database, and some look at every case that is open
		this.runtime.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "the test is over"));
		ClockUtil.reset();
		List.of("objects", "objects2", "approver2", "ceo").forEach((login) -> choose(login, MailChoice.AT_ONCE));
	}

	final void itIs(String time) {
		ClockUtil.setCurrentTime(Date.from(LocalDateTime.parse(time).atZone(LondonTime.ZONE).toInstant()));
	}

	final void after(Duration time) {
		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(time)));
	}

	final void choose(String login, MailChoice choice) {
		this.choices.choose(login, choice);
	}

	final Postman postman(Delivery delivery) {
		return new Postman(this.outbox, this.taskMails, this.occasions, this.letters, this.people, this.workingTime,
				this.clock, this.transaction, delivery, this.settings);
	}

	/** The author proposes a post for an account that the Trust holds jointly. */
	final String proposes() throws Exception {
		return starts("author", "post-approval",
				Map.of("accounts", "main-x", "kind", "ORIGINAL", "title", "Secret title", "body", "Secret text",
						"grounding", "POLICY", "groundingSource", "Position", "decision", "SUBMIT"));
	}

	final String starts(String login, String process, Map<String, ?> fields) throws Exception {
		String address = sends(login, "/start/" + process, fields).andReturn().getResponse().getHeader("Location");
		return address.substring(address.lastIndexOf('/') + 1);
	}

	final ResultActions sends(String login, String address, Map<String, ?> fields) throws Exception {
		return this.mvc.perform(by(login, post(address)).contentType(MediaType.APPLICATION_JSON)
			.content(this.json.writeValueAsString(fields)));
	}

	final ResultActions asks(String login, String address) throws Exception {
		return this.mvc.perform(by(login, get(address)));
	}

	final JsonNode item(String login, String reference) throws Exception {
		return this.json.readTree(asks(login, "/items/" + reference).andReturn().getResponse().getContentAsString());
	}

	final String task(String reference, String task) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(task)
			.list()
			.get(0)
			.getId();
	}

	final void hasAddress(String login, String address) {
		User user = this.identity.createUserQuery().userId(login).singleResult();
		user.setEmail(address);
		this.identity.saveUser(user);
	}

	private static MockHttpServletRequestBuilder by(String login, MockHttpServletRequestBuilder request) {
		return request
			.header("Authorization",
					"Basic " + Base64.getEncoder()
						.encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8)))
			.accept(MediaType.APPLICATION_JSON);
	}

}
