package org.imprimatur.incidents;

import java.util.List;
import java.util.Map;

import org.imprimatur.incidents.SeriousIncidentDecision.Ending;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Promise;
import org.imprimatur.kernel.Promises;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

import static org.imprimatur.kernel.Promise.answer;
import static org.imprimatur.kernel.Promise.before;
import static org.imprimatur.kernel.Promise.passing;

/**
 * Whether to report a serious incident is decided by the Trustees, with reasons, and "not
 * relevant" stands only after each of them could call it in.
 */
@Component
class SeriousIncidentPromises implements Promises {

	private static final String TELL = "tell-trustees";

	private static final String FIND = "find-trustees";

	private static final Promise.Answer NOT_RELEVANT = answer(Task.ASSESS_RELEVANCE,
			SeriousIncidentDecision.ASSESS_RELEVANCE, Relevance.NOT_RELEVANT);

	private static final Promise.Answer REPORT = answer(Task.RECORD_TRUSTEES_DECISION,
			SeriousIncidentDecision.RECORD_TRUSTEES_DECISION, TrusteesDecision.REPORT);

	@Override
	public String process() {
		return SeriousIncidentDecision.KEY;
	}

	@Override
	public List<Promise> promises() {
		return List.of(before("TRUSTEES", TELL).needs(NOT_RELEVANT).since(Task.ASSESS_RELEVANCE.id()),
				before("TRUSTEES", Ending.NOT_RELEVANT.id()).needs(passing("call-in-over")).since(TELL),
				before("TRUSTEES", Ending.NOT_RELEVANT.id()).needs(passing(TELL)),
				before("TRUSTEES", FIND)
					.needs(answer(Task.ASSESS_RELEVANCE, SeriousIncidentDecision.ASSESS_RELEVANCE, Relevance.RELEVANT),
							passing("incident-called-in"))
					.since(Task.ASSESS_RELEVANCE.id()),
				before("TRUSTEES", Task.RECORD_TRUSTEES_DECISION.id())
					.needs(passing("trustees-views"), passing("views-overdue"))
					.since(FIND),
				before("TRUSTEES", "trustees-views").needs(passing("trustees-quorum")).since(FIND),
				before("TRUSTEES", Ending.DECIDED_NOT_TO_REPORT.id())
					.needs(answer(Task.RECORD_TRUSTEES_DECISION, SeriousIncidentDecision.RECORD_TRUSTEES_DECISION,
							TrusteesDecision.DO_NOT_REPORT))
					.since(Task.RECORD_TRUSTEES_DECISION.id()),
				before("TRUSTEES", Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id()).needs(REPORT)
					.since(Task.RECORD_TRUSTEES_DECISION.id()),
				before("TRUSTEES", Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id())
					.needs(passing("serious-incident-occurred")),
				before("TRUSTEES", Ending.SERIOUS_INCIDENT_REPORTED.id())
					.needs(answer(Task.SUBMIT_SERIOUS_INCIDENT_REPORT,
							SeriousIncidentDecision.SUBMIT_SERIOUS_INCIDENT_REPORT, ReportStage.COMPLETE))
					.since(Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id()));
	}

	@Override
	public List<? extends ModelName> endedByPeopleOnly() {
		return List.of(Task.ASSESS_RELEVANCE, Task.RECORD_TRUSTEES_DECISION, Task.SUBMIT_SERIOUS_INCIDENT_REPORT);
	}

	@Override
	public List<Beside> beside() {
		return List.of(Beside.clock("relevance-overdue", Task.ASSESS_RELEVANCE),
				Beside.clockThatEnds("views-overdue", "trustees-views"),
				Beside.clock("report-overdue", Task.SUBMIT_SERIOUS_INCIDENT_REPORT), Beside.message("trustee-concerned",
						Task.GIVE_VIEW.id(), SeriousIncidentDecision.Message.TRUSTEE_CONCERNED));
	}

	@Override
	public Map<String, Variable<?>> onceForEach() {
		return Map.of("trustees-views", SeriousIncidentDecision.TRUSTEES_ASKED);
	}

}
