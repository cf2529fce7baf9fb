package org.imprimatur.incidents.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.incidents.IncidentReports;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.StartForm;

import org.springframework.stereotype.Component;

/** The page on which anybody reports an incident, from a phone as well. */
@Component
@Policy({ "SAFE", "CEO" })
class StartIncidentEscalation implements StartForm {

	private final IncidentReports reports;

	private final IncidentRecord record;

	private final FactChoices choices;

	StartIncidentEscalation(IncidentReports reports, IncidentRecord record, FactChoices choices) {
		this.reports = reports;
		this.record = record;
		this.choices = choices;
	}

	@Override
	public String process() {
		return IncidentEscalation.KEY;
	}

	@Override
	public String template() {
		return "forms/start/incident-escalation";
	}

	@Override
	public String name() {
		return "Report an incident";
	}

	@Override
	public Set<String> fields() {
		Set<String> fields = new TreeSet<>(WrittenFacts.FIELDS);
		fields.addAll(WrittenFacts.AWARENESS);
		return fields;
	}

	@Override
	public Optional<String> whyNot(Person person) {
		return Optional.empty();
	}

	@Override
	public Map<String, Object> page(Fields fields, Person person) {
		Map<String, Object> page = new HashMap<>(this.choices.forPage());
		page.put("multipart", true);
		return page;
	}

	@Override
	public Optional<Fields> from(String from, Person person) {
		return from.matches("POST-\\d{4}-\\d{6}") ? Optional.of(Fields.none().with("post", from)) : Optional.empty();
	}

	@Override
	public List<SentIn> sentInBy(Person person, Asked asked) {
		return this.reports.by(person, asked)
			.stream()
			.map((one) -> new SentIn(one.reference(), this.record.title(one.reference()), one.reportedAt(),
					this.reports.isEnded(one.reference()), this.record.stateForReporter(one.reference()), "", "",
					LondonTime.dateTime(one.reportedAt())))
			.toList();
	}

	@Override
	public Started start(Fields fields, String startKey, Person person) {
		return this.reports.report(fields, startKey, person);
	}

}
