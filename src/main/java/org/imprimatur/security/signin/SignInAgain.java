package org.imprimatur.security.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.guards.Refusals;
import org.imprimatur.security.web.Problems;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * What somebody gets who has to sign in, or to sign in again: a page leads to the sign-in
 * and back; a form sent after the session had ended is kept and filled in again; a
 * program gets a status and a sentence.
 */
class SignInAgain implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final RequestCache pages;

	private final Problems problems;

	private final Refusals refusals;

	SignInAgain(RequestCache pages, Problems problems, Refusals refusals) {
		this.pages = pages;
		this.problems = problems;
		this.refusals = refusals;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		String path = request.getRequestURI();
		boolean program = path.startsWith("/engine-rest") || path.startsWith("/camunda/api")
				|| Problems.wantsJson(request) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
		if (path.startsWith("/engine-rest")) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Imprimatur\", charset=\"UTF-8\"");
		}
		if (program) {
			this.problems.write(request, response, 401, "Sign in first.");
		}
		else if (isKept(request)) {
			keepAndSignIn(request, response);
		}
		else {
			this.pages.saveRequest(request, response);
			response.sendRedirect("/login");
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		boolean stranger = signedIn == null || signedIn instanceof AnonymousAuthenticationToken;
		if (denied instanceof CsrfException && stranger && !Problems.wantsJson(request)
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
			if (isKept(request)) {
				keepAndSignIn(request, response);
			}
			else {
				response.sendRedirect("/login?ended");
			}
			return;
		}
		String sentence = (denied instanceof CsrfException)
				? "This form is no longer valid: go back, load the page again, and send it once more."
				: "You may not see or do this. If you need it for your work, ask an administrator.";
		if (!stranger && !(denied instanceof CsrfException)) {
			this.refusals.record(signedIn.getName(), request.getMethod() + " request", request.getRequestURI(),
					new AccessDeniedException(sentence, denied));
		}
		this.problems.write(request, response, 403, sentence);
	}

	private void keepAndSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		KeptFields.keep(request);
		this.pages.saveRequest(asPage(request), response);
		response.sendRedirect("/login?ended");
	}

	private static boolean isKept(HttpServletRequest request) {
		return request.getMethod().equals("POST") && request.getRequestURI()
			.matches(
					"/(tasks|start|items)/.+|/light|/partners(/.+)?|/(erasures|models/proposals)(/.+/decline)?|/models/[^/]+/cases|/retention/holds(/.+)?")
				&& !request.getRequestURI().endsWith("/draft");
	}

	/** Whether this is a page to come back to after the sign-in. */
	static boolean isPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return request.getMethod().equals("GET") && accept != null && accept.contains("text/html")
				&& !request.getRequestURI().startsWith("/engine-rest")
				&& !request.getRequestURI().equals("/favicon.ico") && !request.getRequestURI().equals("/error");
	}

	/** The address that was posted to, as the page that the form came from. */
	private static HttpServletRequest asPage(HttpServletRequest request) {
		return new HttpServletRequestWrapper(request) {

			@Override
			public String getMethod() {
				return "GET";
			}

			@Override
			public String getRequestURI() {
				return KeptFields.pageOf(super.getRequestURI());
			}

			@Override
			public StringBuffer getRequestURL() {
				return new StringBuffer(KeptFields.pageOf(super.getRequestURI()));
			}

			@Override
			public String getServletPath() {
				return KeptFields.pageOf(super.getServletPath());
			}

			@Override
			public String getQueryString() {
				return null;
			}

			@Override
			public String getHeader(String name) {
				return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? "text/html" : super.getHeader(name);
			}

			// a page that is asked for has no body, so nothing may say of what sort it is
			@Override
			public java.util.Enumeration<String> getHeaderNames() {
				return java.util.Collections.enumeration(java.util.Collections.list(super.getHeaderNames())
					.stream()
					.filter((name) -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("content-"))
					.toList());
			}

			@Override
			public java.util.Map<String, String[]> getParameterMap() {
				return java.util.Map.of();
			}

		};
	}

}
