package org.imprimatur.incidents;

import java.util.Locale;

/** What people call the tasks, acts and fields of an incident. */
final class IncidentWords {

	private IncidentWords() {
	}

	/** What was done, such as "Handle incident: closed". */
	static String title(String task, String outcome) {
		return words(task) + ": " + words(outcome).toLowerCase(Locale.UK);
	}

	/** How a case of this process ended; empty where that is told by what people did. */
	static String ended(String process, String ending) {
		return switch (process) {
			case IncidentEscalation.KEY -> "Ended: " + IncidentEscalation.Ending.words(ending);
			case SeriousIncidentDecision.KEY ->
				"Trustees’ decision ended: " + SeriousIncidentDecision.Ending.words(ending);
			default -> "";
		};
	}

	/** The name of a field, such as "Notified at" for {@code notifiedAt}. */
	static String label(String field) {
		return words(field.replaceAll("([a-z])([A-Z])", "$1 $2"));
	}

	private static String words(String code) {
		String plain = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.UK);
		return plain.substring(0, 1).toUpperCase(Locale.UK) + plain.substring(1);
	}

}
