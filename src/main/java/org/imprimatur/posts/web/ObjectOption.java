package org.imprimatur.posts.web;

import java.util.List;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

/** One of the Charity's objects, as a form offers it. */
record ObjectOption(String name, String label, String definition) implements Outcome {

	static List<ObjectOption> all(Accounts accounts) {
		return accounts.objects().stream().map((object) -> new ObjectOption(object.id(), object.text(), "")).toList();
	}

	/**
	 * The object that was chosen in the field {@code object}; null if none.
	 * @param aligned whether one has to be named
	 */
	static String chosen(Fields fields, boolean aligned, Accounts accounts, FieldCheck check) {
		String object = fields.value("object").isEmpty() ? null : fields.value("object");
		if (object != null && accounts.object(object).isEmpty()) {
			check.problem("object", "Choose one of the Charity’s objects from the list.");
		}
		if (aligned && object == null) {
			check.problem("object", "Choose the object that it serves.");
		}
		return object;
	}

}
