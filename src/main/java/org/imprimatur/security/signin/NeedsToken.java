package org.imprimatur.security.signin;

import java.net.URI;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests must carry the token of a form of ours: everything that changes
 * something, except JSON, which no foreign page can send here; programs that sign each
 * request; and the engine's web applications, which have a token of their own.
 */
class NeedsToken implements RequestMatcher {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

	@Override
	public boolean matches(HttpServletRequest request) {
		if (SAFE.contains(request.getMethod()) || request.getServletPath().startsWith("/camunda/api/")
				|| request.getRequestURI().startsWith("/camunda/api/")) {
			return false;
		}
		boolean json = request.getContentType() != null
				&& request.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
		boolean signed = request.getHeader(HttpHeaders.AUTHORIZATION) != null && isFromHere(request);
		return !json && !signed;
	}

	/** A browser that remembers a password sends it along for a foreign page, too. */
	private static boolean isFromHere(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (origin == null) {
			return true;
		}
		try {
			String authority = URI.create(origin).getAuthority();
			return authority != null && authority.equals(request.getHeader(HttpHeaders.HOST));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
