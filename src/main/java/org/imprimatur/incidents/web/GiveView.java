package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.Conflict;
import org.imprimatur.incidents.IncidentAct;
import org.imprimatur.incidents.SeriousIncidentDecision;
import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.TrusteeView;
import org.imprimatur.incidents.WrittenFacts;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** One Trustee declares a conflict, or gives a view on a report to the Commission. */
@Component("giveViewForm")
@Policy("TRUSTEES")
class GiveView extends TrusteesForm {

	GiveView(Shared shared, Panel panel) {
		super(Task.GIVE_VIEW, shared, panel);
	}

	@Override
	public Set<String> fields() {
		return Set.of("conflict", "view", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(TrusteeView.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("conflicts", Conflict.values());
		page.put("choices", List.of(TrusteeView.REPORT, TrusteeView.DO_NOT_REPORT));
		page.put("putBefore", putBefore(task));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		Conflict conflict = check.choice("conflict", Conflict.class, "Choose whether you have a conflict of interest.");
		TrusteeView view = TrusteeView.NO_VIEW;
		if (conflict != Conflict.DECLARED) {
			view = check.choice("view", TrusteeView.class,
					"Choose whether the Charity Commission should get a report.");
			if (view == TrusteeView.NO_VIEW) {
				check.problem("view", "Choose whether the Charity Commission should get a report.");
			}
		}
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				(conflict == Conflict.DECLARED) ? "Enter what your conflict of interest is."
						: "Enter the reason for your view.");
		check.done();
		known().keep(task);
		writing().record(task, view, reason, kept("conflict", conflict), asked, person);
		return SeriousIncidentDecision.GIVE_VIEW.is(view);
	}

	private String putBefore(TaskAtHand task) {
		return trusteesRecord().callIn(task.caseId())
			.map((act) -> words("Called in by ", act))
			.or(() -> incidents().last(task.caseId(), Task.ASSESS_RELEVANCE.id())
				.map((act) -> words("Found relevant by ", act)))
			.orElse(null);
	}

	private String words(String before, IncidentAct act) {
		return before + people().nameOf(act.doneBy()) + ": " + act.reason();
	}

}
