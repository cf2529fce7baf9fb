package org.imprimatur.posts;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** The history as people and programs ask it. */
abstract class HistoryAtWork extends CorrectionsAtWork {

	@Autowired
	MockMvc pages;

	@Autowired
	ObjectMapper json;

	final List<String> found(String login, String field, String value) throws Exception {
		return find(login, field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
	}

	final List<String> find(String login, String query) throws Exception {
		return references(ask(login, "/history?" + query));
	}

	static List<String> references(JsonNode answer) {
		List<String> references = new ArrayList<>();
		answer.path("items").forEach((item) -> references.add(item.path("reference").asText()));
		return references;
	}

	final JsonNode ask(String login, String path) throws Exception {
		MockHttpServletResponse answer = json(login, path);
		assertThat(answer.getStatus()).as(login + " " + path + " " + answer.getContentAsString()).isEqualTo(200);
		return this.json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
	}

	final MockHttpServletResponse json(String login, String path) throws Exception {
		return get(login, path, MediaType.APPLICATION_JSON);
	}

	final MockHttpServletResponse page(String login, String path) throws Exception {
		MockHttpServletResponse answer = get(login, path, MediaType.TEXT_HTML);
		answer.setCharacterEncoding("UTF-8");
		return answer;
	}

	final MockHttpServletResponse get(String login, String path, MediaType type) throws Exception {
		return this.pages
			.perform(MockMvcRequestBuilders.get(URI.create(path)).header("Authorization", basic(login)).accept(type))
			.andReturn()
			.getResponse();
	}

	final MockHttpServletResponse post(String login, String path, String... fields) throws Exception {
		return sent(login, path, MediaType.APPLICATION_JSON, fields);
	}

	/** As a browser sends it. */
	final MockHttpServletResponse form(String login, String path, String... fields) throws Exception {
		MockHttpServletResponse answer = sent(login, path, MediaType.TEXT_HTML, fields);
		answer.setCharacterEncoding("UTF-8");
		return answer;
	}

	private MockHttpServletResponse sent(String login, String path, MediaType type, String... fields) throws Exception {
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(path))
			.header("Authorization", basic(login))
			.accept(type);
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.pages.perform(request).andReturn().getResponse();
	}

	static String basic(String login) {
		return "Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
	}

}
