package org.imprimatur.tasks.web;

import java.util.List;

import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.StartForm;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Offers on every page what the signed-in person may start or go to, and nothing else.
 */
@ControllerAdvice(annotations = Controller.class)
class WhatCanStart {

	private final List<StartForm> forms;

	private final List<HomeLink> places;

	private final People people;

	WhatCanStart(List<StartForm> forms, List<HomeLink> places, People people) {
		this.forms = forms;
		this.places = places;
		this.people = people;
	}

	@ModelAttribute("starts")
	List<StartForm> starts() {
		try {
			Person person = this.people.acting();
			return this.forms.stream().filter((form) -> form.whyNot(person).isEmpty()).toList();
		}
		catch (AuthenticationCredentialsNotFoundException ex) {
			return List.of();
		}
	}

	@ModelAttribute("menu")
	List<HomeLink> places() {
		try {
			Person person = this.people.acting();
			return this.places.stream().filter((place) -> place.isFor(person)).toList();
		}
		catch (AuthenticationCredentialsNotFoundException ex) {
			return List.of();
		}
	}

}
