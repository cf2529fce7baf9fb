package org.imprimatur.incidents;

import java.util.Date;
import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

/**
 * How the Trustees decide whether the Charity Commission gets a report of a serious
 * incident: once for each significant incident, and again when new facts open it.
 */
@Component
@Policy("TRUSTEES")
public final class SeriousIncidentDecision extends ProcessFace {

	/** What people are asked to do. */
	public enum Task implements ModelName {

		ASSESS_RELEVANCE("assess-relevance"), GIVE_VIEW("give-view"),
		RECORD_TRUSTEES_DECISION("record-trustees-decision"),
		SUBMIT_SERIOUS_INCIDENT_REPORT("submit-serious-incident-report");

		private final String id;

		Task(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the application does by itself. */
	public enum Step implements ModelName {

		TAKE_UP_FACTS("take-up-facts"), FIND_CHAIR("find-chair"), ASK_VICE_CHAIR("ask-vice-chair"),
		TELL_TRUSTEES("tell-trustees"), FIND_TRUSTEES("find-trustees"), COUNT_VIEWS("count-views"),
		FIND_CHAIR_TO_RECORD("find-chair-to-record"), OFFER_REPORT_TO_CHAIR("offer-report-to-chair");

		private final String id;

		Step(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** How a decision ends. */
	public enum Ending implements ModelName {

		NOT_RELEVANT("not-relevant", "Not relevant"),
		DECIDED_NOT_TO_REPORT("decided-not-to-report", "Decided not to report"),
		SERIOUS_INCIDENT_REPORTED("serious-incident-reported", "Reported to the Charity Commission"),
		/** The end of a side path only: the chair's task goes on. */
		VICE_CHAIR_ASKED("vice-chair-asked", "Vice-chair asked as well"),
		/** The end of a side path only: the report still has to be sent. */
		REPORT_OFFERED("report-offered", "Chair asked as well");

		private final String id;

		private final String label;

		Ending(String id, String label) {
			this.id = id;
			this.label = label;
		}

		@Override
		public String id() {
			return this.id;
		}

		/** The ending in words, for any id the engine reports. */
		public static String words(String id) {
			for (Ending ending : values()) {
				if (ending.id.equals(id)) {
					return ending.label;
				}
			}
			return "Cancelled by an administrator";
		}

	}

	/** Rule tables that the process asks. */
	public enum Decision implements ModelName {

		SERIOUS_INCIDENT_INDICATORS("serious-incident-indicators"), TRUSTEES_QUORUM("trustees-quorum");

		private final String id;

		Decision(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the process waits for. */
	public enum Message implements ModelName {

		INCIDENT_REOPENED("incident-reopened"), CALLED_IN("called-in"), TRUSTEE_CONCERNED("trustee-concerned");

		private final String id;

		Message(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Whether enough Trustees have given a view. */
	public enum Quorum {

		REACHED, MISSING

	}

	public static final Variable<String> REFERENCE = Variable.of("reference", String.class,
			"the incident, so that lists of tasks can tell one from another");

	public static final Variable<String> SEVERITY = Variable.of("severity", String.class,
			"S1 to S4, or NONE if nobody has said");

	public static final Variable<String> IMMEDIATE_DANGER = Variable.of("immediateDanger", String.class,
			"whether somebody is in danger: YES, NO or NOT_KNOWN");

	public static final Variable<String> PERSONAL_DATA = Variable.of("personalData", String.class,
			"whether personal data is concerned: YES, NO or NOT_KNOWN");

	public static final Variable<String> PEOPLE_AFFECTED = Variable.of("peopleAffected", String.class,
			"whether people may be harmed: YES or NO");

	public static final Variable<String> ORGANISATION_AFFECTED = Variable.of("organisationAffected", String.class,
			"whether the organisation may be harmed: YES or NO");

	public static final Variable<String> CHILD_CONCERNED = Variable.of("childConcerned", String.class,
			"whether a child is concerned: YES or NO");

	public static final Variable<String> LEADER_CONCERNED = Variable.of("leaderConcerned", String.class,
			"whether somebody who leads the organisation is concerned: YES or NO");

	public static final Variable<String> ACCOUNT_OWNER = Variable.of("accountOwner", String.class,
			"who owns the account; UNKNOWN if there is none");

	public static final Variable<String> CHAIRS = Variable.of("chairs", String.class,
			"login of the chair or who stands in; several, separated by commas, where nobody of them is left");

	/** Kept for the moment only, since each Trustee has a task of their own. */
	public static final Variable<Object> TRUSTEES_ASKED = Variable.of("trusteesAsked", Object.class,
			"logins of the Trustees who are asked for a view");

	public static final Variable<String> TRUSTEE = Variable.of("trustee", String.class,
			"the one Trustee whose view is asked for");

	public static final Variable<Integer> TRUSTEES_IN_OFFICE = Variable.of("trusteesInOffice", Integer.class,
			"how many Trustees there are, those with a conflict included");

	public static final Variable<Integer> QUORUM_SIZE = Variable.of("quorumSize", Integer.class,
			"how many views are enough, the answer of the decision trustees-quorum");

	public static final Variable<Quorum> QUORUM = Variable.of("quorum", Quorum.class,
			"whether enough views have been given");

	public static final Variable<String> REPORTER = Variable.of("reporter", String.class,
			"login of who makes the report");

	public static final Variable<Date> FOLLOW_UP_DUE = Variable.of("followUpDue", Date.class,
			"when the follow-up of a staged report is asked for");

	public static final Variable<Relevance> ASSESS_RELEVANCE = Variable.outcome(Task.ASSESS_RELEVANCE, Relevance.class);

	public static final Variable<TrusteeView> GIVE_VIEW = Variable.outcome(Task.GIVE_VIEW, TrusteeView.class);

	public static final Variable<TrusteesDecision> RECORD_TRUSTEES_DECISION = Variable
		.outcome(Task.RECORD_TRUSTEES_DECISION, TrusteesDecision.class);

	public static final Variable<ReportStage> SUBMIT_SERIOUS_INCIDENT_REPORT = Variable
		.outcome(Task.SUBMIT_SERIOUS_INCIDENT_REPORT, ReportStage.class);

	public static final String KEY = "serious-incident-decision";

	public SeriousIncidentDecision() {
		super(KEY);
	}

	@Override
	public String feature() {
		return "incidents";
	}

	@Override
	public List<Task> tasks() {
		return List.of(Task.values());
	}

	@Override
	public List<Step> steps() {
		return List.of(Step.values());
	}

	@Override
	public List<Ending> endings() {
		return List.of(Ending.values());
	}

	@Override
	public List<Decision> decisions() {
		return List.of(Decision.values());
	}

	@Override
	public List<Message> messages() {
		return List.of(Message.values());
	}

	@Override
	public List<Variable<?>> variables() {
		return List.of(REFERENCE, SEVERITY, IMMEDIATE_DANGER, PERSONAL_DATA, PEOPLE_AFFECTED, ORGANISATION_AFFECTED,
				CHILD_CONCERNED, LEADER_CONCERNED, ACCOUNT_OWNER, CHAIRS, TRUSTEES_ASKED, TRUSTEE, TRUSTEES_IN_OFFICE,
				QUORUM_SIZE, QUORUM, REPORTER, FOLLOW_UP_DUE, ASSESS_RELEVANCE, GIVE_VIEW, RECORD_TRUSTEES_DECISION,
				SUBMIT_SERIOUS_INCIDENT_REPORT);
	}

}
