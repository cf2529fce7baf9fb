package org.imprimatur.incidents;

import org.imprimatur.media.MediaUse;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/** What was attached to an incident is shown to who may read all of it. */
@Component
class IncidentFiles implements MediaUse {

	private final Incidents incidents;

	private final IncidentAccess access;

	IncidentFiles(Incidents incidents, IncidentAccess access) {
		this.incidents = incidents;
		this.access = access;
	}

	@Override
	public boolean maySee(String file, Person person) {
		return this.incidents.withFile(file).stream().anyMatch((reference) -> this.access.maySee(reference, person));
	}

	@Override
	public void looked(String file, Person person) {
		this.incidents.withFile(file)
			.stream()
			.distinct()
			.filter((reference) -> this.access.maySee(reference, person))
			.forEach((reference) -> this.access.looked(reference, "file", person));
	}

}
