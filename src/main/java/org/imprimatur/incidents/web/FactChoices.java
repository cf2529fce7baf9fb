package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.incidents.Affected;
import org.imprimatur.incidents.Concern;
import org.imprimatur.incidents.Fact;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/** What the fields about an incident can be answered with. */
@Component
class FactChoices {

	private final Accounts accounts;

	private final People people;

	FactChoices(Accounts accounts, People people) {
		this.accounts = accounts;
		this.people = people;
	}

	/** One answer as a form offers it. */
	record Choice(String name, String label, String definition) {
	}

	Map<String, Object> forPage() {
		List<Choice> accounts = this.accounts.all()
			.stream()
			.map((account) -> new Choice(account.id(), account.name(), ""))
			.toList();
		// what "not known" means is said once, above them
		List<Choice> facts = List.of(Fact.values())
			.stream()
			.map((fact) -> new Choice(fact.name(), fact.label(), ""))
			.toList();
		List<Choice> concerns = List.of(Concern.values())
			.stream()
			.map((concern) -> new Choice(concern.name(), concern.label(), ""))
			.toList();
		return Map.of("ourAccounts", accounts, "facts", facts, "affectedOnes", List.of(Affected.values()), "concerned",
				concerns, "everybody", this.people.everybody().values());
	}

}
