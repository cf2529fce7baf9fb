package org.imprimatur.security.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a list asked of the engine's REST interfaces without a limit the largest one the
 * engine answers, so that an integration gets its first results and not an error.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BoundedQueries extends OncePerRequestFilter {

	/** What {@code query-max-results-limit} in application.yaml says. */
	static final String MOST = "maxResults=2000";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !(path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/engine/"))
				|| String.valueOf(request.getQueryString()).contains("maxResults=");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = request.getQueryString();
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public String getQueryString() {
				return (query == null || query.isEmpty()) ? MOST : query + "&" + MOST;
			}

		}, response);
	}

}
