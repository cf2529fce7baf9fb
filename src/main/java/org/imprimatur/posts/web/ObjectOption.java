package org.imprimatur.posts.web;

import java.util.List;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Outcome;

/** One of the Charity's objects, as a form offers it. */
record ObjectOption(String name, String label, String definition) implements Outcome {

	static List<ObjectOption> all(Accounts accounts) {
		return accounts.objects().stream().map((object) -> new ObjectOption(object.id(), object.text(), "")).toList();
	}

}
