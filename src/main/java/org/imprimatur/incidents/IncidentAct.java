package org.imprimatur.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody recorded about an incident, at a task or from its page.
 *
 * @param caseId the engine's id of the case; null if it was done from the page
 * @param task id of the user task, or name of the act
 * @param taskId the engine's id of the task; null if it was done from the page
 * @param outcome the code that was chosen
 * @param reason may be null
 * @param fields everything else that was filled in, name to values
 * @param because why the person was asked; null if nobody asked
 * @param facts number of the version of the facts in force then
 */
public record IncidentAct(Long id, String reference, String caseId, String task, String taskId, String outcome,
		String reason, Map<String, List<String>> fields, String because, int facts, String doneBy, Instant doneAt) {

	/** The first value of a field; empty if it was not filled in. */
	public String value(String field) {
		return this.fields.getOrDefault(field, List.of()).stream().findFirst().orElse("");
	}

	/** All values of a field. */
	public List<String> values(String field) {
		return this.fields.getOrDefault(field, List.of());
	}

}
