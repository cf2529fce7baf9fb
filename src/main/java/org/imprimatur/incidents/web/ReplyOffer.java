package org.imprimatur.incidents.web;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** Who may propose the reply to an incident at once: whoever may use an account. */
@Component
@Policy("RESPOND")
class ReplyOffer {

	private final Accounts accounts;

	ReplyOffer(Accounts accounts) {
		this.accounts = accounts;
	}

	boolean mayPropose(Person person) {
		return !this.accounts.usableBy(person.login()).isEmpty();
	}

}
