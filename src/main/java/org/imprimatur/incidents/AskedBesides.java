package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.SeriousIncidentDecisions.OpenTask;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * Asks somebody else as well where nobody has answered in time: another Trustee for the
 * relevance, the chair for a report that was not sent.
 */
@Component
@Policy("TRUSTEES")
public class AskedBesides {

	private final SeriousIncidentDecisions engine;

	private final Trustees trustees;

	AskedBesides(SeriousIncidentDecisions engine, Trustees trustees) {
		this.engine = engine;
		this.trustees = trustees;
	}

	/**
	 * Offers the open question of relevance to one more; whoever had taken it keeps it
	 * offered.
	 */
	public void relevance(String reference, String caseId) {
		this.engine.tasks(caseId)
			.stream()
			.filter((task) -> task.task().equals(Task.ASSESS_RELEVANCE.id()))
			.findFirst()
			.ifPresent((task) -> this.trustees.besides(reference, caseId, task.people())
				.ifPresent((login) -> offer(task, login)));
	}

	/** Offers the open report to the chair as well; the person named keeps it offered. */
	public void report(String reference, String caseId) {
		this.engine.tasks(caseId)
			.stream()
			.filter((task) -> task.task().equals(Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id()))
			.findFirst()
			.ifPresent((task) -> {
				List<String> people = new ArrayList<>(this.trustees.chairOrStandIn(reference, caseId).logins());
				if (task.assignee() != null && !people.contains(task.assignee())) {
					people.add(task.assignee());
				}
				this.engine.offerTo(task, people);
				this.engine.takeFrom(task);
			});
	}

	private void offer(OpenTask task, String login) {
		List<String> people = new ArrayList<>(task.people());
		people.add(login);
		this.engine.offerTo(task, people);
		if (task.assignee() != null) {
			this.engine.takeFrom(task);
		}
	}

}
