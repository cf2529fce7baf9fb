package org.imprimatur;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The same on both databases: the build runs this on H2 and on PostgreSQL. */
@EngineTest
@Policy("APPROVED")
@DisplayName("Text that is meant badly, or just long")
class HostileTextTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ObjectMapper json;

	@Autowired
	private TaskService tasks;

	@Autowired
	private RuntimeService runtime;

	@AfterEach
	void end() {
		this.runtime.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "the test is over"));
	}

	static Stream<String> texts() {
		return Stream.of("caf\u00e9 and cafe\u0301 stay two", "\u202eback to front\u202c", "👩‍👩‍👧‍👦 and 🏳️‍🌈",
				"<script>alert(1)</script> ${1+1} #{x} [[${y}]]", "'; drop table post; --",
				"words ".repeat(700) + "end");
	}

	@ParameterizedTest
	@MethodSource("texts")
	@DisplayName("is stored and shown as it was sent, wherever people write")
	void asSent(String text) throws Exception {
		String reference = starts("author", "post-approval", aPost(text));
		this.mvc.perform(by("objects", post("/tasks/" + task(reference) + "/comment")).param("comment", text))
			.andExpect(status().is3xxRedirection());
		sends("objects", "/tasks/" + task(reference),
				Map.of("decision", "NOT_ALIGNED", "reason", text, "object", "human-rights-research"))
			.andExpect(status().is3xxRedirection());
		JsonNode item = item("author", reference);
		assertThat(item.get("body").asText()).isEqualTo(text);
		assertThat(item.get("happened")).as("comment and reason in " + item.get("happened"))
			.filteredOn((one) -> says(one, text))
			.hasSizeGreaterThanOrEqualTo(2);

		String incident = starts("author", "incident-escalation", Map.of("what", text));
		assertThat(item("sct", incident).get("facts").get("what").asText()).isEqualTo(text);
	}

	@ParameterizedTest
	@MethodSource("texts")
	@DisplayName("is in the register of partners as it was sent, or refused where it is too long for its field")
	void inRegisters(String text) throws Exception {
		keptOrRefused("hoc", "/partners", Map.of("address", "zz-" + Math.abs(text.hashCode()) + ".example", "name",
				text, "reason", "They publish what we would share."), "name");
		assertThat(
				this.mvc.perform(by("manager", get("/history").param("q", text))).andReturn().getResponse().getStatus())
			.as("looking for it")
			.isIn(200, 422);
	}

	private void keptOrRefused(String login, String register, Map<String, ?> fields, String field) throws Exception {
		MockHttpServletResponse answer = sends(login, register, fields).andReturn().getResponse();
		if (answer.getStatus() == 422) {
			String problem = this.json.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
				.get("fields")
				.path(field)
				.asText();
			assertThat(problem).as(answer.getContentAsString(StandardCharsets.UTF_8)).contains("characters");
			assertThat(((String) fields.get(field)).length()).as("only what is long is refused").isGreaterThan(100);
			return;
		}
		assertThat(answer.getStatus()).as(register).isBetween(200, 303);
		String list = this.mvc.perform(by(login, get(register)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(this.json.readTree(list).findValuesAsText(field)).contains((String) fields.get(field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a null \u0000 in it", "half \ud83d of an emoji", "the other half \ude21" })
	@DisplayName("that no database can hold is refused, with the field and what to do")
	void refused(String text) throws Exception {
		isRefused(sends("author", "/start/post-approval", aPost(text)), "body");
		isRefused(sends("author", "/start/incident-escalation", Map.of("what", text)), "what");
		isRefused(sends("hoc", "/partners", Map.of("address", "null.example", "name", text, "reason", "None.")),
				"name");
		isRefused(sends("manager", "/history/saved", Map.of("name", text, "query", "q=a")), "name");
		String reference = starts("author", "post-approval", aPost("A good text"));
		isRefused(
				sends("objects", "/tasks/" + task(reference),
						Map.of("decision", "NOT_ALIGNED", "reason", text, "object", "human-rights-research")),
				"reason");
		assertThat(this.tasks.createTaskQuery().processInstanceBusinessKey(reference).count()).isEqualTo(1);
	}

	private static boolean says(JsonNode happening, String text) {
		return StreamSupport.stream(happening.spliterator(), false).anyMatch((value) -> value.asText().contains(text));
	}

	private void isRefused(ResultActions answer, String field) throws Exception {
		String body = answer.andExpect(status().isUnprocessableEntity())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(this.json.readTree(body).get("fields").get(field).asText()).contains("Take out the character");
	}

	private static Map<String, Object> aPost(String text) {
		Map<String, Object> fields = new HashMap<>(Map.of("accounts", List.of("main-facebook"), "kind", "ORIGINAL",
				"body", text, "grounding", "POLICY", "groundingSource", "Position", "decision", "SUBMIT"));
		fields.put("title", "A title");
		return fields;
	}

	private String starts(String login, String process, Map<String, ?> fields) throws Exception {
		String address = sends(login, "/start/" + process, fields).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getHeader("Location");
		return address.substring(address.lastIndexOf('/') + 1);
	}

	private String task(String reference) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
	}

	private JsonNode item(String login, String reference) throws Exception {
		return this.json.readTree(this.mvc.perform(by(login, get("/items/" + reference)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8));
	}

	private ResultActions sends(String login, String address, Map<String, ?> fields) throws Exception {
		return this.mvc.perform(by(login, post(address)).contentType(MediaType.APPLICATION_JSON)
			// halves of an emoji are no UTF-8: a sender writes them as escapes
			.content(this.json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(fields)));
	}

	private static MockHttpServletRequestBuilder by(String login, MockHttpServletRequestBuilder request) {
		byte[] who = (login + ":imprimatur").getBytes(StandardCharsets.UTF_8);
		return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(who))
			.accept(MediaType.APPLICATION_JSON);
	}

}
