package org.imprimatur.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.WebTest;
import org.imprimatur.kernel.LondonTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests in the browser share: the server, people at browsers of their own, and posts
 * brought along by the same requests that a machine would send.
 */
@WebTest
abstract class InTheBrowser {

	@LocalServerPort
	private int port;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private ManagementService management;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ObjectMapper json;

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<Visitor> visitors = new ArrayList<>();

	private Browser browser;

	@BeforeEach
	void startBrowser() {
		this.browser = Chromium.started();
	}

	@AfterEach
	void close() {
		this.visitors.forEach(Visitor::close);
		ClockUtil.reset();
	}

	/** A person at a fresh browser, signed in and at that page. */
	final Visitor person(String login, String path) {
		return visitor().signIn(login, path);
	}

	/** A fresh browser. */
	final Visitor visitor() {
		Visitor visitor = new Visitor(this.browser, "http://127.0.0.1:" + this.port);
		this.visitors.add(visitor);
		return visitor;
	}

	/** A post that the author has proposed and submitted; the answer is its reference. */
	final String submitted(String title, String body) {
		Map<String, Object> fields = new HashMap<>(
				Map.of("accounts", "main-x", "kind", "ORIGINAL", "title", title, "body", body, "grounding", "POLICY",
						"groundingSource", "Position on free expression", "decision", "SUBMIT"));
		return proposed(fields);
	}

	final String proposed(Map<String, Object> fields) {
		HttpResponse<String> answer = send("author", "/start/post-approval", fields);
		String address = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** Does the open task of an item as a machine would. */
	final void does(String login, String reference, Map<String, Object> fields) {
		HttpResponse<String> answer = send(login, "/tasks/" + task(reference), fields);
		assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
	}

	final void isAligned(String reference) {
		does("objects", reference, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
	}

	final void isApproved(String reference) {
		does("approver", reference, Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
	}

	/** The reference of the item with this title. */
	final String reference(String title) {
		return this.jdbc.sql("select reference from post where title = ?").param(title).query(String.class).single();
	}

	/** Whether an item is on record as posted. */
	final boolean isOut(String reference) {
		return this.jdbc.sql("select count(*) from post_release where reference = ? and decision = 'POSTED'")
			.param(reference)
			.query(Long.class)
			.single() == 1;
	}

	/** Whether nobody has anything to do for an item that is still on its way. */
	final boolean waitsForItsSlot(String reference) {
		return !isOut(reference) && this.tasks.createTaskQuery().processInstanceBusinessKey(reference).count() == 0;
	}

	/** London time, far enough ahead that a slow machine does not get there by itself. */
	static LocalDateTime soon() {
		return LocalDateTime.now(LondonTime.ZONE).plusMinutes(20).truncatedTo(ChronoUnit.MINUTES);
	}

	/** The id of the one open task of an item. */
	final String task(String reference) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
	}

	/** The id of the open task of an item at this step, as soon as it is there. */
	final String taskAt(String reference, String step) {
		return Awaitility.await(reference + " comes to " + step)
			.until(() -> this.tasks.createTaskQuery()
				.processInstanceBusinessKey(reference)
				.taskDefinitionKey(step)
				.singleResult(), Objects::nonNull)
			.getId();
	}

	/** The slot of an item comes: time passes, and the engine acts on it. */
	final void slotComes(String reference) {
		// Tasklist takes a form away before its answer is there
		Awaitility.await(reference + " waits for its slot").until(() -> waitsForItsSlot(reference));
		ClockUtil.offset(Duration.ofMinutes(22).toMillis());
		List<Job> slot = this.management.createJobQuery()
			.timers()
			.executable()
			.list()
			.stream()
			.filter((job) -> this.runtime.createProcessInstanceQuery()
				.processInstanceId(job.getProcessInstanceId())
				.processInstanceBusinessKey(reference)
				.count() == 1)
			.toList();
		assertThat(slot).as("timers of " + reference + " that are due").hasSize(1);
		this.management.executeJob(slot.get(0).getId());
	}

	private HttpResponse<String> send(String login, String path, Map<String, Object> fields) {
		try {
			String pair = Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
			return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("Authorization", "Basic " + pair)
				.header("Content-Type", "application/json")
				.header("Accept", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(fields)))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
