package org.imprimatur.security.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * A refusal or an error as its reader needs it: the page {@code error} with
 * {@code status}, {@code message} and {@code address} for a person, problem details (RFC
 * 9457) for a program.
 */
@Component
public class Problems {

	private final ObjectMapper json;

	private final ViewResolver views;

	Problems(ObjectMapper json,
			@org.springframework.beans.factory.annotation.Qualifier("viewResolver") ViewResolver views) {
		this.json = json;
		this.views = views;
	}

	/** Whether the answer is for a program. */
	public static boolean wantsJson(HttpServletRequest request) {
		String accept = header(request, HttpHeaders.ACCEPT);
		if (accept.contains("text/html")) {
			return false;
		}
		return accept.contains("json") || header(request, HttpHeaders.CONTENT_TYPE).startsWith("application/json")
				|| request.getRequestURI().startsWith("/engine-rest")
				|| request.getRequestURI().startsWith("/camunda/api");
	}

	/** Writes the answer whole; the response must not have begun. */
	public void write(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
			throws IOException {
		response.setStatus(status);
		response.setCharacterEncoding("UTF-8");
		if (wantsJson(request)) {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			this.json.writeValue(response.getOutputStream(), detail(status, sentence));
			return;
		}
		response.setContentType("text/html;charset=UTF-8");
		Map<String, Object> model = new java.util.HashMap<>();
		model.put("status", status);
		model.put("message", sentence);
		model.put("address", request.getRequestURI());
		model.put("me", request.getAttribute("imprimatur.person"));
		try {
			View view = this.views.resolveViewName("error", Locale.UK);
			if (view == null) {
				throw new IllegalStateException("There is no page named error.");
			}
			view.render(model, request, response);
		}
		catch (Exception ex) {
			// the sentence still has to reach the person
			if (!response.isCommitted()) {
				response.resetBuffer();
				response.setContentType("text/plain;charset=UTF-8");
				response.getOutputStream().write(sentence.getBytes(java.nio.charset.StandardCharsets.UTF_8));
			}
		}
	}

	static ProblemDetail detail(int status, String sentence) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence);
		// programs that read the engine's REST look for these
		problem.setProperty("message", sentence);
		return problem;
	}

	private static String header(HttpServletRequest request, String name) {
		String value = request.getHeader(name);
		return (value != null) ? value.toLowerCase(Locale.ROOT) : "";
	}

}
