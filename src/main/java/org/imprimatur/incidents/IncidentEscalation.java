package org.imprimatur.incidents;

import java.util.Date;
import java.util.List;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;

import org.springframework.stereotype.Component;

/**
 * An incident from its report to its end: triage, and each duty it brings about on a
 * clock of its own.
 */
@Component
@Policy({ "CEO", "BOARD", "TRUSTEES", "RESPOND", "SAFE" })
public final class IncidentEscalation extends ProcessFace {

	/** What people are asked to do. */
	public enum Task implements ModelName {

		TRIAGE_INCIDENT("triage-incident"), CONFIRM_TRIAGE("confirm-triage"), HANDLE_INCIDENT("handle-incident"),
		DECIDE_BREACH_NOTIFICATION("decide-breach-notification"), ACKNOWLEDGE_INCIDENT("acknowledge-incident"),
		PREPARE_INCIDENT_BRIEF("prepare-incident-brief"), REVIEW_INCIDENT("review-incident");

		private final String id;

		Task(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the engine does by itself. */
	public enum Step implements ModelName {

		ASSUME_SIGNIFICANT("assume-significant"), TELL_DEPUTIES("tell-deputies");

		private final String id;

		Step(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Where the case, or the wait for a triage, ends. */
	public enum Ending implements ModelName {

		INCIDENT_CLOSED("incident-closed", "Closed"), INCIDENT_HANDLED("incident-handled", "Handled"),
		/** Not the end of the case: nobody had assessed it in time. */
		TREATED_AS_SIGNIFICANT("treated-as-significant", "Taken as significant");

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

	/** The rules it asks. */
	public enum Decision implements ModelName {

		TRIAGE_CONFIRMATION("triage-confirmation"), TRIAGE_COURSE("triage-course");

		private final String id;

		Decision(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** What the case can be told. */
	public enum Message implements ModelName {

		INCIDENT_RAISED("incident-raised"), INCIDENT_TAKEN_UP_AGAIN("incident-taken-up-again"),
		BREACH_SUSPECTED("breach-suspected"), PERSON_TO_TELL("person-to-tell"), BRIEF_NEEDED("brief-needed"),
		TRUST_BOARD_CONCERNED("trust-board-concerned"), SECTION_BOARD_CONCERNED("section-board-concerned"),
		TRUSTEES_CONCERNED("trustees-concerned");

		private final String id;

		Message(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

	}

	/** Whether somebody else is asked about a low risk. */
	public enum Confirmation {

		NEEDED, NOT_NEEDED

	}

	/** How a case goes on after triage. */
	public enum Course {

		SIGNIFICANT, HANDLE, CLOSE

	}

	/** How quickly people are asked. */
	public enum Urgency {

		NORMAL, URGENT

	}

	/** Whether the clock for notifying a breach of personal data runs. */
	public enum Clock {

		RUNNING, NONE

	}

	public static final Variable<String> REFERENCE = Variable.of("reference", String.class,
			"the incident, so that lists of tasks can tell one from another");

	public static final Variable<Urgency> URGENCY = Variable.of("urgency", Urgency.class,
			"URGENT where danger, personal data or the severity allow no waiting");

	public static final Variable<Risk> RISK = Variable.of("risk", Risk.class, "the risk as it was last assessed");

	public static final Variable<Risk> SUGGESTED_RISK = Variable.of("suggestedRisk", Risk.class,
			"the risk that the facts suggest");

	public static final Variable<String> SEVERITY = Variable.of("severity", String.class,
			"S1 to S4, or NONE where the risk is not significant");

	public static final Variable<String> RESPONSE = Variable.of("response", String.class,
			"whether anything is answered; LATER until somebody has said");

	public static final Variable<Fact> IMMEDIATE_DANGER = Variable.of("immediateDanger", Fact.class,
			"whether somebody is in danger now");

	public static final Variable<Fact> PERSONAL_DATA = Variable.of("personalData", Fact.class,
			"whether personal data is concerned");

	public static final Variable<Clock> BREACH_CLOCK = Variable.of("breachClock", Clock.class,
			"whether the clock for a breach of personal data runs");

	public static final Variable<Date> AWARE_AT = Variable.of("awareAt", Date.class,
			"when the organisation became aware");

	public static final Variable<String> PERSON = Variable.of("person", String.class, "login of the one who is told");

	public static final Variable<Confirmation> CONFIRMATION = Variable.of("confirmation", Confirmation.class,
			"answer of the decision triage-confirmation");

	public static final Variable<Course> COURSE = Variable.of("course", Course.class,
			"answer of the decision triage-course");

	public static final Variable<Risk> TRIAGE_INCIDENT = Variable.outcome(Task.TRIAGE_INCIDENT, Risk.class);

	public static final Variable<TriageConfirmation> CONFIRM_TRIAGE = Variable.outcome(Task.CONFIRM_TRIAGE,
			TriageConfirmation.class);

	public static final Variable<Handling> HANDLE_INCIDENT = Variable.outcome(Task.HANDLE_INCIDENT, Handling.class);

	public static final Variable<BreachDecision> DECIDE_BREACH_NOTIFICATION = Variable
		.outcome(Task.DECIDE_BREACH_NOTIFICATION, BreachDecision.class);

	public static final Variable<Acknowledgement> ACKNOWLEDGE_INCIDENT = Variable.outcome(Task.ACKNOWLEDGE_INCIDENT,
			Acknowledgement.class);

	public static final Variable<Briefed> PREPARE_INCIDENT_BRIEF = Variable.outcome(Task.PREPARE_INCIDENT_BRIEF,
			Briefed.class);

	public static final Variable<PolicyReview> REVIEW_INCIDENT = Variable.outcome(Task.REVIEW_INCIDENT,
			PolicyReview.class);

	public static final String KEY = "incident-escalation";

	public IncidentEscalation() {
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
		return List.of(REFERENCE, URGENCY, RISK, SUGGESTED_RISK, SEVERITY, RESPONSE, IMMEDIATE_DANGER, PERSONAL_DATA,
				BREACH_CLOCK, AWARE_AT, PERSON, CONFIRMATION, COURSE, TRIAGE_INCIDENT, CONFIRM_TRIAGE, HANDLE_INCIDENT,
				DECIDE_BREACH_NOTIFICATION, ACKNOWLEDGE_INCIDENT, PREPARE_INCIDENT_BRIEF, REVIEW_INCIDENT);
	}

}
