package org.imprimatur.incidents;

import java.util.Locale;
import java.util.Map;

/** What people call the tasks, acts and fields of an incident. */
public final class IncidentWords {

	private IncidentWords() {
	}

	private static final Map<String, String> DONE = Map.ofEntries(Map.entry("triage-incident", "Incident assessed"),
			Map.entry("confirm-triage", "Lower risk looked at"), Map.entry("handle-incident", "Incident handled"),
			Map.entry("decide-breach-notification", "Breach of personal data decided on"),
			Map.entry("acknowledge-incident", "Note taken"), Map.entry("prepare-incident-brief", "Brief"),
			Map.entry("review-incident", "Incident reviewed, policy review"),
			Map.entry("prepare-board-report", "Board report prepared"),
			Map.entry("acknowledge-board-notice", "Board notice"), Map.entry("record-board-minute", "Board minute"),
			Map.entry("assess-relevance", "Relevance for the Commission"), Map.entry("give-view", "Trustee’s view"),
			Map.entry("record-trustees-decision", "Trustees’ decision"),
			Map.entry("submit-serious-incident-report", "Report to the Commission"),
			Map.entry("invoke-crisis", "Crisis protocol invoked"), Map.entry("stand-down", "Crisis protocol ended"),
			Map.entry("refer", "Concern referred"), Map.entry("ask-for-reply", "Reply asked for"),
			Map.entry("call-in", "Called in"), Map.entry("reopen", "Opened again"),
			Map.entry("take-up-facts", "Facts put to the Trustees"));

	/** What was done, such as "Incident handled: closed". */
	static String title(String task, String outcome) {
		String result = words(outcome).toLowerCase(Locale.UK);
		return task(task) + (result.equals("done") ? "" : ": " + result);
	}

	/** What people call what was recorded at a task or from the page. */
	public static String task(String task) {
		return DONE.getOrDefault(task, words(task));
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
