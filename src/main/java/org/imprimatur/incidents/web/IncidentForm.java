package org.imprimatur.incidents.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.incidents.IncidentAccess;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.incidents.IncidentWriting;
import org.imprimatur.incidents.Incidents;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Happening;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.TaskForm;

import org.springframework.stereotype.Component;

/**
 * What the forms of an incident and of the processes it calls share: the incident as it
 * is known now, and who may read it.
 */
abstract class IncidentForm implements TaskForm {

	private final String process;

	private final ModelName task;

	private final Shared shared;

	IncidentForm(String process, ModelName task, Shared shared) {
		this.process = process;
		this.task = task;
		this.shared = shared;
	}

	/** Where the forms read and write. */
	@Component
	record Shared(Incidents incidents, IncidentRecord record, IncidentAccess access, IncidentWriting writing) {
	}

	@Override
	public boolean isNotice() {
		return true;
	}

	@Override
	public String process() {
		return this.process;
	}

	@Override
	public ModelName task() {
		return this.task;
	}

	@Override
	public String template() {
		return "forms/incidents/" + this.task.id();
	}

	@Override
	public boolean maySee(String reference, Person person) {
		return this.shared.access().maySee(reference, person);
	}

	@Override
	public void lock(String reference) {
		this.shared.incidents().lock(reference);
	}

	@Override
	public String title(String reference) {
		return this.shared.record().title(reference);
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none();
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		this.shared.access().looked(task.reference(), task.task(), person);
		Map<String, Object> page = new HashMap<>();
		page.put("incident", this.shared.record().view(task.reference()));
		return page;
	}

	@Override
	public List<Happening> happened(String reference) {
		return this.shared.record().happened(reference);
	}

	@Override
	public String next(String reference) {
		return this.shared.record().state(reference);
	}

	final Incidents incidents() {
		return this.shared.incidents();
	}

	final IncidentRecord record() {
		return this.shared.record();
	}

	final IncidentWriting writing() {
		return this.shared.writing();
	}

	/** Fields and values, in this order, without those that are empty. */
	static Map<String, List<String>> kept(Object... namesAndValues) {
		Map<String, List<String>> kept = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			List<String> values = (value instanceof List<?> all) ? all.stream().map(String::valueOf).toList()
					: (value != null) ? List.of(String.valueOf(value)) : List.of();
			if (!values.isEmpty()) {
				kept.put((String) namesAndValues[i], values);
			}
		}
		return kept;
	}

}
