package org.imprimatur.security.web;

import java.sql.SQLException;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A database that goes while somebody works")
class DatabaseGoneTest {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "08006,503", "57P01,503", "53100,503", "90121,503", "90031,503", "22001,500" })
	void isSaidInWords(String state, int status) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/tasks/1");
		request.addHeader("Accept", "application/json");
		Exception thrown = new ProcessEngineException("It failed",
				new IllegalStateException(new SQLException("An I/O error occurred", state)));

		Object answer = new Errors(null).any(thrown, request, new MockHttpServletResponse());

		assertThat(((ResponseEntity<?>) answer).getStatusCode().value()).isEqualTo(status);
		assertThat(((ResponseEntity<?>) answer).getBody().toString()).containsAnyOf("othing was changed",
				"most likely not stored", "could not store this");
	}

}
