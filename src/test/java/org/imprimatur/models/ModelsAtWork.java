package org.imprimatur.models;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.imprimatur.EngineTest;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of models; what a test deploys is taken out again. */
@EngineTest
abstract class ModelsAtWork {

	@Autowired
	MockMvc pages;

	@Autowired
	ObjectMapper json;

	@Autowired
	RepositoryService repository;

	private String deployed;

	@AfterEach
	void takeOut() {
		if (this.deployed != null) {
			this.repository.deleteDeployment(this.deployed, true);
		}
	}

	final void deploy(String name, String content) {
		assertThat(this.deployed).as("one deployment a test").isNull();
		// our own door: what the checker thinks of it is told elsewhere
		this.deployed = Door
			.through(() -> this.repository.createDeployment().name("a try").addString(name, content).deploy())
			.getId();
	}

	static String text(String file) throws Exception {
		return new ClassPathResource("processes/" + file).getContentAsString(StandardCharsets.UTF_8);
	}

	final JsonNode ask(String login, String path) throws Exception {
		MockHttpServletResponse answer = get(login, path, MediaType.APPLICATION_JSON);
		assertThat(answer.getStatus()).as(login + " " + path + " " + answer.getContentAsString()).isEqualTo(200);
		return this.json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
	}

	final String page(String login, String path) throws Exception {
		MockHttpServletResponse answer = get(login, path, MediaType.TEXT_HTML);
		answer.setCharacterEncoding("UTF-8");
		assertThat(answer.getStatus()).as(login + " " + path).isEqualTo(200);
		return answer.getContentAsString();
	}

	final MockHttpServletResponse get(String login, String path, MediaType type) throws Exception {
		String pair = Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
		return this.pages
			.perform(MockMvcRequestBuilders.get(URI.create(path)).header("Authorization", "Basic " + pair).accept(type))
			.andReturn()
			.getResponse();
	}

	/** The line of a model in the list of all. */
	final JsonNode line(String key) throws Exception {
		JsonNode all = ask("modeller", "/models");
		for (String sort : new String[] { "processes", "decisions" }) {
			for (JsonNode one : all.path(sort)) {
				if (one.path("key").asText().equals(key)) {
					return one;
				}
			}
		}
		throw new AssertionError(key + " is not listed");
	}

}
