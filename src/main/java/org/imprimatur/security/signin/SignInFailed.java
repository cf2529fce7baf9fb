package org.imprimatur.security.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in with one sentence, kept for the next page only. */
class SignInFailed implements AuthenticationFailureHandler {

	static final String SENTENCE = "imprimatur.sign-in";

	static final String LOGIN = "imprimatur.sign-in.login";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		boolean known = failure instanceof BadCredentialsException || failure instanceof LockedException;
		request.getSession()
			.setAttribute(SENTENCE, known ? failure.getMessage()
					: "Signing in does not work at the moment. Try again in a few minutes.");
		String login = request.getParameter("username");
		request.getSession().setAttribute(LOGIN, (login != null && login.length() <= 64) ? login : "");
		response.sendRedirect("/login?error");
	}

}
