package org.imprimatur.posts.web;

import org.imprimatur.posts.Exceptions;
import org.imprimatur.security.People;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Offers the list of exceptions to those whom it is for, on every page. */
@ControllerAdvice(annotations = Controller.class)
class WhoSeesExceptions {

	private final People people;

	WhoSeesExceptions(People people) {
		this.people = people;
	}

	@ModelAttribute("seesExceptions")
	boolean seesExceptions() {
		try {
			return Exceptions.mayBeSeenBy(this.people.acting());
		}
		catch (AuthenticationCredentialsNotFoundException ex) {
			return false;
		}
	}

}
