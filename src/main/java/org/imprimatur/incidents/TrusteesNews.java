package org.imprimatur.incidents;

import java.util.List;
import java.util.Optional;

import org.imprimatur.incidents.SeriousIncidentDecision.Task;
import org.imprimatur.incidents.SeriousIncidentDecisions.OpenTask;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeNews;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells each Trustee on the first page what they can still call in, and keeps open tasks
 * from whom an incident turns out to be about.
 */
@Component
@Policy({ "TRUSTEES", "PERSONAL" })
class TrusteesNews implements HomeNews {

	private final TrusteesRecord record;

	private final Trustees trustees;

	private final IncidentAccess access;

	private final IncidentRecord words;

	private final SeriousIncidentDecisions engine;

	private final TrusteesConcerned concerned;

	private final People people;

	TrusteesNews(TrusteesRecord record, Trustees trustees, IncidentAccess access, IncidentRecord words,
			SeriousIncidentDecisions engine, TrusteesConcerned concerned, People people) {
		this.record = record;
		this.trustees = trustees;
		this.access = access;
		this.words = words;
		this.engine = engine;
		this.concerned = concerned;
		this.people = people;
	}

	@Override
	public List<News> newsFor(Person person) {
		if (!person.isIn(Trustees.GROUP)) {
			return List.of();
		}
		return this.record.noticesTo(person.login())
			.stream()
			.filter((notice) -> this.access.maySee(notice.reference(), person))
			.map((notice) -> new News(this.words.title(notice.reference()), "/items/" + notice.reference(),
					"It was found not relevant for the Charity Commission. You can call it in until "
							+ LondonTime.dateTime(notice.callInUntil()) + ".",
					"Not relevant, unless a Trustee calls it in."))
			.toList();
	}

	// after whatever else keeps tasks from subjects: here a Trustee stands in
	@Order(Ordered.LOWEST_PRECEDENCE)
	@EventListener
	void on(IncidentReassessed reassessed) {
		String reference = reassessed.reference();
		this.engine.open(reference)
			.ifPresent((caseId) -> this.engine.tasks(caseId).forEach((task) -> keep(reference, task)));
	}

	private void keep(String reference, OpenTask task) {
		if (task.task().equals(Task.ASSESS_RELEVANCE.id()) || task.task().equals(Task.RECORD_TRUSTEES_DECISION.id())) {
			List<String> left = task.people().stream().filter((login) -> takesPart(reference, task, login)).toList();
			if (left.isEmpty() || left.size() < task.people().size()) {
				this.engine.offerTo(task,
						left.isEmpty() ? this.trustees.chairOrStandIn(reference, task.caseId()).logins() : left);
			}
		}
		else if (task.assignee() != null && this.concerned.isConcerned(reference, task.assignee())) {
			if (task.task().equals(Task.GIVE_VIEW.id())) {
				this.engine.isConcerned(task);
			}
			else {
				this.engine.offerTo(task, this.trustees.chairOrStandIn(reference, task.caseId()).logins());
			}
		}
	}

	private boolean takesPart(String reference, OpenTask task, String login) {
		Optional<Person> person = this.people.find(login);
		return person.filter((one) -> one.isIn(Trustees.GROUP) || Trustees.isSecretary(one))
			.filter((one) -> this.trustees.whyNot(reference, task.caseId(), one).isEmpty())
			.isPresent();
	}

}
