package org.imprimatur.incidents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.history.Decided;
import org.imprimatur.history.DecidedSteps;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;

import org.springframework.stereotype.Component;

/**
 * What people decide about incidents. That the Trustees do not report, and what is not
 * relevant to them, never stands without a reason.
 */
@Component
@Policy({ "TRUSTEES", "BOARD" })
class DecidedIncidents implements DecidedSteps {

	@Override
	public List<Decided> decided() {
		return List.of(new Decided("incident_act", "outcome", acts(), withReason()),
				new Decided("assessment", "risk", Set.of(IncidentEscalation.Task.TRIAGE_INCIDENT.id()), Set.of()));
	}

	private static Set<String> acts() {
		return Stream
			.of(IncidentEscalation.Task.values(), BoardReport.Task.values(), SeriousIncidentDecision.Task.values())
			.flatMap(Stream::of)
			.map(ModelName::id)
			.filter((id) -> !id.equals(IncidentEscalation.Task.TRIAGE_INCIDENT.id()))
			.collect(Collectors.toSet());
	}

	private static Set<String> withReason() {
		return Stream.of(Relevance.values(), TrusteesDecision.values(), BreachDecision.values())
			.flatMap(Stream::of)
			.map(Enum::name)
			.collect(Collectors.toSet());
	}

}
