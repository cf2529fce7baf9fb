package org.imprimatur.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.security.Person;
import org.imprimatur.security.Settings;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every view knows: {@code me}, the person or null, and {@code demo}. */
@ControllerAdvice
class EverywhereInViews {

	private final Settings settings;

	EverywhereInViews(Settings settings) {
		this.settings = settings;
	}

	@ModelAttribute("me")
	Person me(HttpServletRequest request) {
		return (request.getAttribute(PersonOnThread.PERSON) instanceof Person person) ? person : null;
	}

	@ModelAttribute("demo")
	boolean demo() {
		return this.settings.demo();
	}

}
