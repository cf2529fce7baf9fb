package org.imprimatur.security.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.imprimatur.security.guards.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's REST answers 500 whatever went wrong inside. Where the failure is known,
 * this gives it its own status and {@code {type, message}}, for REST and for the web
 * applications' own API.
 */
@Component
@Order(300)
class EngineStatus extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(EngineStatus.class);

	private final ObjectMapper json;

	EngineStatus(ObjectMapper json) {
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith("/engine-rest/")
				&& !request.getRequestURI().startsWith("/camunda/api/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Outcomes.takeFailure();
		Replaced replaced = new Replaced(request, response);
		chain.doFilter(request, replaced);
		if (replaced.known == null) {
			return;
		}
		// whom it was refused and why stands in the record of refusals, not here
		log.info("The engine's REST refused {} with {} {}", request.getMethod(), replaced.known.status(),
				replaced.known.type());
		response.setContentType("application/json;charset=UTF-8");
		byte[] body = this.json
			.writeValueAsBytes(Map.of("type", replaced.known.type(), "message", replaced.known.sentence()));
		// the length of the engine's own words was set before their status
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/** Throws the engine's own words away once its status has been replaced. */
	private static final class Replaced extends HttpServletResponseWrapper {

		private final HttpServletRequest request;

		private Failure known;

		Replaced(HttpServletRequest request, HttpServletResponse response) {
			super(response);
			this.request = request;
		}

		@Override
		public void setStatus(int status) {
			if (this.request.getAttribute(BodyLimit.EXCEEDED) != null) {
				this.known = new Failure(413, "TooLarge", BodyLimit.SENTENCE);
			}
			else {
				this.known = (status >= 400) ? Failure.of(Outcomes.takeFailure()).orElse(this.known) : null;
			}
			super.setStatus((this.known != null) ? this.known.status() : status);
		}

		@Override
		public void sendError(int status, String message) throws IOException {
			setStatus(status);
			if (this.known == null) {
				super.sendError(status, message);
			}
		}

		@Override
		public void sendError(int status) throws IOException {
			sendError(status, null);
		}

		@Override
		public void setContentLength(int length) {
			if (this.known == null) {
				super.setContentLength(length);
			}
		}

		@Override
		public void setContentLengthLong(long length) {
			if (this.known == null) {
				super.setContentLengthLong(length);
			}
		}

		@Override
		public void setHeader(String name, String value) {
			if (this.known == null || !name.equalsIgnoreCase("Content-Length")) {
				super.setHeader(name, value);
			}
		}

		@Override
		public void addHeader(String name, String value) {
			if (this.known == null || !name.equalsIgnoreCase("Content-Length")) {
				super.addHeader(name, value);
			}
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			return (this.known != null) ? new Nowhere() : super.getOutputStream();
		}

		@Override
		public void flushBuffer() throws IOException {
			if (this.known == null) {
				super.flushBuffer();
			}
		}

	}

	private static final class Nowhere extends ServletOutputStream {

		private final OutputStream nowhere = OutputStream.nullOutputStream();

		@Override
		public void write(int one) throws IOException {
			this.nowhere.write(one);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			// nothing is written, so nobody has to wait
		}

	}

}
