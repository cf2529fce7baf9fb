package org.imprimatur.incidents;

import org.imprimatur.kernel.CaseEnded;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reaches incidents from elsewhere: the end of a case. */
@Component
class IncidentNews {

	private final Incidents incidents;

	private final JdbcClient jdbc;

	IncidentNews(Incidents incidents, JdbcClient jdbc) {
		this.incidents = incidents;
		this.jdbc = jdbc;
	}

	@EventListener
	void on(CaseEnded ended) {
		boolean ours = this.jdbc.sql("select count(*) from incident_case where case_id = ?")
			.param(ended.caseId())
			.query(Integer.class)
			.single() > 0;
		if (ours) {
			this.incidents.add(new IncidentCaseEnding(ended.caseId(), ended.ending(), ended.at()));
		}
	}

}
