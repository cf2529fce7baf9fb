package org.imprimatur.models;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.repository.Deployment;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Deployments that need a second person; what a test brings to life is taken out again.
 */
abstract class ProposalsAtWork extends ModelsAtWork {

	static final String POSTS = "post-approval.bpmn";

	static final String INCIDENTS = "incident-escalation.bpmn";

	static final String DEADLINES = "post-approval-deadlines.dmn";

	@Autowired
	IdentityService identity;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	List<MailOccasions> occasions;

	List<String> before;

	@BeforeEach
	void noDemo() {
		System.setProperty("imprimatur.models.second-person", "true");
		this.before = deployments();
	}

	@AfterEach
	void theModelsAreTheirOwnAgain() {
		System.clearProperty("imprimatur.models.second-person");
		deployments().stream()
			.filter((id) -> !this.before.contains(id))
			.forEach((id) -> this.repository.deleteDeployment(id, true));
		// what is only added cannot be taken out of the record: it is ended
		open().forEach((id) -> this.jdbc.sql(
				"insert into model_proposal_answer (proposal, answer, person, at) values (?, 'TAKEN_BACK', 'modeller', current_timestamp)")
			.param(id)
			.update());
	}

	final List<String> deployments() {
		return this.jdbc.sql("select id_ from act_re_deployment").query(String.class).list();
	}

	final List<Long> open() {
		return this.jdbc.sql("""
				select id from model_proposal p where not exists (select 1 from model_proposal_answer a
				where a.proposal = p.id and (a.answer <> 'RELEASED' or a.deployment is not null)) order by id""")
			.query(Long.class)
			.list();
	}

	final Deployment sends(String login, Map<String, String> files) {
		Person person = this.people.find(login).orElseThrow();
		this.identity.setAuthentication(login, List.copyOf(person.groups()));
		try {
			var deployment = this.repository.createDeployment().name("a change").source("Camunda Modeler");
			files.forEach(deployment::addString);
			return deployment.deploy();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	/** Sends what has to wait; the number of the proposal. */
	final long proposes(String login, Map<String, String> files) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> sends(login, files))
			.withMessageContaining("Not live yet")
			.withMessageContaining("/models/proposals/");
		return open().get(open().size() - 1);
	}

	final MockHttpServletResponse answers(String login, long id, String act, String... fields) throws Exception {
		String pair = Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
		var request = MockMvcRequestBuilders.post(URI.create("/models/proposals/" + id + "/" + act))
			.header("Authorization", "Basic " + pair)
			.accept(MediaType.APPLICATION_JSON);
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.pages.perform(request).andReturn().getResponse();
	}

	static Map<String, String> slower() throws Exception {
		String table = text("posts/" + DEADLINES);
		int row = table.indexOf("\"30 minutes\"");
		assertThat(row).isPositive();
		return Map.of(DEADLINES, table.substring(0, row) + "\"45 minutes\"" + table.substring(row + 12));
	}

	static Map<String, String> relabelled(String word) throws Exception {
		return Map.of(POSTS, text("posts/" + POSTS).replace("name=\"Draft the post\"", "name=\"" + word + "\""));
	}

	final JsonNode versions(String key) throws Exception {
		return ask("modeller", "/models/" + key).path("versions");
	}

	final List<Mail> mails(String path) {
		return this.occasions.stream()
			.flatMap((one) -> one.due().stream())
			.filter((mail) -> path.equals(mail.path()))
			.toList();
	}

}
