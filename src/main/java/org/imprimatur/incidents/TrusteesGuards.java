package org.imprimatur.incidents;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

import org.imprimatur.incidents.SeriousIncidentDecision.Ending;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.StepGuard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * No decision of the Trustees comes to a step or an ending that its record does not bear
 * out, whatever moved the case there: no views and no decision without relevance or a
 * call-in, no report without a decision, and no ending as reported without the reference
 * of the Charity Commission.
 */
@Configuration(proxyBeanMethods = false)
@Policy("TRUSTEES")
class TrusteesGuards {

	/** The engine's name for what holds the view of each Trustee. */
	private static final String VIEWS = "trustees-views#multiInstanceBody";

	@Bean
	StepGuard trusteesViewsGuard(TrusteesRecord record) {
		return new Guard(VIEWS, (at) -> record.isPutToTrustees(at.caseId()) && record.round(at.caseId()).isPresent(),
				"is not put to the Trustees yet: nobody has found it relevant or called it in");
	}

	@Bean
	StepGuard giveViewGuard(TrusteesRecord record) {
		return new Guard(Task.GIVE_VIEW.id(), (at) -> record.isPutToTrustees(at.caseId()),
				"is not put to the Trustees yet: nobody has found it relevant or called it in");
	}

	@Bean
	StepGuard recordTrusteesDecisionGuard(TrusteesRecord record) {
		return new Guard(Task.RECORD_TRUSTEES_DECISION.id(),
				(at) -> record.isPutToTrustees(at.caseId()) && record.areViewsClosed(at.reference(), at.caseId()),
				"cannot be decided yet: it has to be found relevant or called in, and the Trustees asked");
	}

	@Bean
	StepGuard submitReportGuard(TrusteesRecord record) {
		return new Guard(Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id(),
				(at) -> record.isDecided(at.caseId(), TrusteesDecision.REPORT),
				"is not reported to the Charity Commission: the Trustees have not decided that");
	}

	@Bean
	StepGuard seriousIncidentReportedGuard(TrusteesRecord record) {
		return new Guard(Ending.SERIOUS_INCIDENT_REPORTED.id(),
				(at) -> record.isDecided(at.caseId(), TrusteesDecision.REPORT) && isReported(record, at),
				"may not end as reported: the reference of the Charity Commission is missing, or a follow-up is due");
	}

	@Bean
	StepGuard decidedNotToReportGuard(TrusteesRecord record) {
		return new Guard(Ending.DECIDED_NOT_TO_REPORT.id(),
				(at) -> record.isDecided(at.caseId(), TrusteesDecision.DO_NOT_REPORT),
				"may not end as not reported: the Trustees have not decided that");
	}

	@Bean
	StepGuard notRelevantGuard(TrusteesRecord record, Clock clock) {
		return new Guard(Ending.NOT_RELEVANT.id(),
				(at) -> record.relevance(at.caseId()).filter((one) -> one == Relevance.NOT_RELEVANT).isPresent()
						&& record.callIn(at.caseId()).isEmpty()
						&& record.notices(at.caseId())
							.stream()
							.noneMatch((notice) -> clock.instant().isBefore(notice.callInUntil())),
				"may not end as not relevant: somebody has to say so, and each Trustee has five days to call it in");
	}

	private static boolean isReported(TrusteesRecord record, StepGuard.At at) {
		List<IncidentAct> reports = record.reports(at.reference(), at.caseId());
		return !reports.isEmpty() && reports.stream().noneMatch((one) -> one.value("commissionReference").isEmpty())
				&& reports.get(reports.size() - 1).outcome().equals(ReportStage.COMPLETE.name());
	}

	/** One step and what its record has to say. */
	private record Guard(String step, Predicate<StepGuard.At> holds, String otherwise) implements StepGuard {

		@Override
		public String process() {
			return SeriousIncidentDecision.KEY;
		}

		@Override
		public void check(At at) {
			if (!this.holds.test(at)) {
				throw Refusal.conflict(at.reference() + " " + this.otherwise + ". See /items/" + at.reference() + ".");
			}
		}

	}

}
