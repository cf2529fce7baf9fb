package org.imprimatur.incidents;

import java.util.Base64;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Incidents as people read them in the browser and programs as JSON. */
abstract class PagesOfIncidents extends IncidentsAtWork {

	@Autowired
	MockMvc mvc;

	final ResultActions page(String login, String address) throws Exception {
		return this.mvc.perform(by(login, get(address)).accept(MediaType.TEXT_HTML));
	}

	final ResultActions json(String login, String address) throws Exception {
		return json(login, get(address));
	}

	final ResultActions sendsJson(String login, String address, String fields) throws Exception {
		return json(login, post(address).content(fields));
	}

	final ResultActions sends(String login, String address, String... fields) throws Exception {
		MockHttpServletRequestBuilder request = by(login, post(address)).accept(MediaType.TEXT_HTML);
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return this.mvc.perform(request.contentType(MediaType.APPLICATION_FORM_URLENCODED));
	}

	private ResultActions json(String login, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc
			.perform(by(login, request).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON));
	}

	static <B extends org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<B>> B by(
			String login, B request) {
		return request.header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes()));
	}

}
