package org.imprimatur.security.signin;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the signed-in person on the engine's thread for every request, with the groups of
 * this moment: somebody who has left a group, or the organisation, is outside at the next
 * click.
 */
class PersonOnThread extends OncePerRequestFilter {

	static final String PERSON = "imprimatur.person";

	/**
	 * Set once the database could not be asked: asking again for the error's page would
	 * fail again.
	 */
	private static final String NOT_FOUND_OUT = "imprimatur.person.not-found-out";

	private final People people;

	private final IdentityService identity;

	PersonOnThread(People people, IdentityService identity) {
		this.people = people;
		this.identity = identity;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
			chain.doFilter(request, response);
			return;
		}
		if (request.getAttribute(NOT_FOUND_OUT) != null) {
			// the page that says so needs nobody
			chain.doFilter(request, response);
			return;
		}
		Optional<Person> person = find(request, signedIn.getName());
		if (person.isEmpty()) {
			SecurityContextHolder.clearContext();
			if (request.getSession(false) != null) {
				request.getSession(false).invalidate();
			}
			chain.doFilter(request, response);
			return;
		}
		SecurityContextHolder.setContext(context(person.get(), signedIn));
		request.setAttribute(PERSON, person.get());
		this.identity.setAuthentication(person.get().login(),
				person.get().groups().stream().sorted(Comparator.naturalOrder()).toList());
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private Optional<Person> find(HttpServletRequest request, String login) {
		try {
			return this.people.find(login);
		}
		catch (RuntimeException ex) {
			request.setAttribute(NOT_FOUND_OUT, true);
			throw ex;
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	private static org.springframework.security.core.context.SecurityContext context(Person person,
			Authentication signedIn) {
		UsernamePasswordAuthenticationToken now = UsernamePasswordAuthenticationToken.authenticated(person.login(),
				null, person.groups().stream().map(SimpleGrantedAuthority::new).toList());
		now.setDetails(signedIn.getDetails());
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(now);
		return context;
	}

}
