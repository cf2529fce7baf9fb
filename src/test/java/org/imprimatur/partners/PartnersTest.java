package org.imprimatur.partners;

import org.imprimatur.EngineTest;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@EngineTest
@Policy("SHARE")
@DisplayName("The list of partners")
class PartnersTest {

	private static final String NEW = "{\"address\":\"https://new.example.org/\",\"name\":\"New ones\","
			+ "\"reason\":\"We <b>campaign</b> together\"}";

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Partners partners;

	@Test
	@DisplayName("is read by everybody who is signed in, and changed by two with a reason; its rows stay")
	void keptByTwo() throws Exception {
		this.mvc.perform(json(get("/partners"), "activist", null))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$[*].address").value(hasItem("partner.example.org")));
		this.mvc.perform(get("/partners").with(basic("author")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(not(containsString("List the partner"))));
		for (String other : new String[] { "author", "approver2", "objects", "manager", "admin" }) {
			this.mvc.perform(json(post("/partners"), other, NEW)).andExpect(status().isForbidden());
		}
		this.mvc.perform(json(post("/partners"), "dem", NEW))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/partners"));
		Partner listed = this.partners.all()
			.stream()
			.filter((one) -> one.name().equals("New ones"))
			.findFirst()
			.orElseThrow();
		assertThat(listed.listedBy()).isEqualTo("dem");
		assertThat(this.partners.holds("https://www.new.example.org/a")).isTrue();
		this.mvc.perform(get("/partners").with(basic("hoc")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString("We &lt;b&gt;campaign&lt;/b&gt; together")))
			.andExpect(content().string(containsString("List the partner")));
		this.mvc.perform(json(post("/partners"), "hoc", NEW)).andExpect(status().isUnprocessableEntity());
		String end = "/partners/" + listed.id() + "/end";
		this.mvc.perform(json(post(end), "author", "{\"reason\":\"x\"}")).andExpect(status().isForbidden());
		this.mvc.perform(json(post(end), "hoc", "{}")).andExpect(status().isUnprocessableEntity());
		this.mvc.perform(json(post(end), "hoc", "{\"reason\":\"They have closed\"}")).andExpect(status().isSeeOther());
		this.mvc.perform(json(post(end), "dem", "{\"reason\":\"Again\"}")).andExpect(status().isConflict());
		assertThat(this.partners.holds("https://www.new.example.org/a")).isFalse();
		this.mvc.perform(get("/partners").with(basic("sct")).accept(MediaType.TEXT_HTML))
			.andExpect(content().string(containsString("They have closed")));
		assertThatThrownBy(() -> this.jdbc.sql("update partner_end set reason = 'x'").update())
			.isInstanceOf(DataAccessException.class);
		assertThatThrownBy(() -> this.jdbc.sql("delete from partner_end").update())
			.isInstanceOf(DataAccessException.class);
	}

	@Test
	@DisplayName("takes no platform as a whole, and keeps what was typed")
	void aWholePlatform() throws Exception {
		this.mvc
			.perform(post("/partners").with(basic("dem"))
				.accept(MediaType.TEXT_HTML)
				.param("address", "x.com")
				.param("name", "All of them")
				.param("reason", ""))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("own page on x.com")))
			.andExpect(content().string(containsString("Enter why they become a partner")))
			.andExpect(content().string(containsString("All of them")));
	}

	private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String login,
			String body) {
		request.with(basic(login)).accept(MediaType.APPLICATION_JSON);
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request;
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor basic(String login) {
		return (request) -> {
			request.addHeader("Authorization",
					"Basic " + java.util.Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes()));
			return request;
		};
	}

}
