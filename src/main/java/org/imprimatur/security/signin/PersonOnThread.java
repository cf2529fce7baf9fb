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
		Optional<Person> person = this.people.find(signedIn.getName());
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
