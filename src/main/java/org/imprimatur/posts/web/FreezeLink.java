package org.imprimatur.posts.web;

import org.imprimatur.posts.Freezing;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Offers the freezes on every page to whoever may begin one. */
@ControllerAdvice(annotations = Controller.class)
class FreezeLink {

	@ModelAttribute
	void link(Model model) {
		if (model.getAttribute("me") instanceof Person person) {
			model.addAttribute("mayFreeze", Freezing.mayBegin(person));
		}
	}

}
