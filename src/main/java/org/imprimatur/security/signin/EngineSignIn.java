package org.imprimatur.security.signin;

import java.util.List;
import java.util.Locale;

import org.camunda.bpm.engine.IdentityService;
import org.imprimatur.security.Door;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a login and password against the engine's people. An unknown login and a wrong
 * password look the same; too many attempts from one address for one login have to wait,
 * while the same person can still sign in from another address.
 */
@Component
class EngineSignIn implements AuthenticationProvider {

	static final String WRONG = "The login or the password is not right.";

	private final IdentityService identity;

	private final Throttle throttle;

	EngineSignIn(IdentityService identity, Throttle throttle) {
		this.identity = identity;
		this.throttle = throttle;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String login = attempt.getName().strip().toLowerCase(Locale.ROOT);
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		this.throttle.check(address, login);
		String password = (attempt.getCredentials() != null) ? attempt.getCredentials().toString() : "";
		boolean plausible = login.matches("[a-z][a-z0-9-]{0,63}") && password.length() <= 200;
		if (!plausible || !Door.through(() -> this.identity.checkPassword(login, password))) {
			this.throttle.failed(address, login);
			throw new BadCredentialsException(WRONG);
		}
		this.throttle.succeeded(address, login);
		UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(login, null,
				List.of());
		person.setDetails(attempt.getDetails());
		return person;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
