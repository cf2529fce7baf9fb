package org.imprimatur.incidents.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.BreachDecision;
import org.imprimatur.incidents.IncidentEscalation;
import org.imprimatur.incidents.IncidentEscalation.Task;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The Data Protection Lead decides about a possible breach of personal data. */
@Component("decideBreachNotificationForm")
@Policy("SAFE")
class DecideBreachNotification extends IncidentForm {

	DecideBreachNotification(Shared shared) {
		super(IncidentEscalation.KEY, Task.DECIDE_BREACH_NOTIFICATION, shared);
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason", "notifiedAt", "regulatorReference", "peopleTold");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(BreachDecision.values());
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		BreachDecision decision = check.choice("decision", BreachDecision.class,
				"Choose whether the breach is notified.");
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				"Enter why. It must be possible to explain it years later.");
		Instant notifiedAt = writing().past("notifiedAt", fields, check, "when it was notified");
		String regulator = check.text("regulatorReference", 200, "the regulator’s reference");
		String told = check.text("peopleTold", WrittenFacts.LONGEST_REASON, "who was told");
		if (decision == BreachDecision.NOTIFY) {
			if (notifiedAt == null) {
				check.problem("notifiedAt", "Enter when the regulator was notified.");
			}
			if (regulator == null) {
				check.problem("regulatorReference", "Enter the reference that the regulator gave.");
			}
		}
		else if (decision != null && (notifiedAt != null || regulator != null)) {
			check.problem("notifiedAt", "You chose not to notify: leave the time and the reference empty.");
		}
		check.done();
		writing().record(task, decision, reason,
				kept("notifiedAt", (notifiedAt != null) ? LondonTime.iso(notifiedAt) : null, "regulatorReference",
						regulator, "peopleTold", told),
				asked, person);
		return IncidentEscalation.DECIDE_BREACH_NOTIFICATION.is(decision);
	}

}
