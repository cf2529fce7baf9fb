package org.imprimatur.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.imprimatur.history.OnPaper;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * What the case file of an incident holds besides its story: whom it concerns, every
 * version of what was known in full, and its files by what they contain.
 */
@Component
@Policy({ "BOARD", "TRUSTEES" })
class IncidentsOnPaper {

	private final Incidents incidents;

	private final IncidentRecord record;

	private final People people;

	IncidentsOnPaper(Incidents incidents, IncidentRecord record, People people) {
		this.incidents = incidents;
		this.record = record;
		this.people = people;
	}

	OnPaper of(String reference) {
		Map<String, String> about = new LinkedHashMap<>();
		this.incidents.assessment(reference)
			.filter((one) -> !one.entityCodes().isEmpty())
			.ifPresent((one) -> about.put("Concerns",
					one.entityCodes()
						.stream()
						.map((code) -> Entity.valueOf(code).label())
						.collect(Collectors.joining(", "))));
		List<OnPaper.Version> versions = this.incidents.revisions(reference).stream().map((one) -> {
			Map<String, String> fields = new LinkedHashMap<>();
			fields.put("What happened", one.what());
			fields.putAll(this.record.rows(one));
			if (one.why() != null) {
				fields.put("Why it was corrected", one.why());
			}
			return new OnPaper.Version("What was known, version " + one.number(), "Recorded by "
					+ this.people.nameOf(one.recordedBy()) + ", " + LondonTime.dateTime(one.recordedAt()), fields);
		}).toList();
		return new OnPaper(about, versions,
				this.record.view(reference)
					.files()
					.stream()
					.map((file) -> new OnPaper.Attached("The incident", file.name(), file.size(), file.id()))
					.toList());
	}

}
