package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.incidents.Acknowledgement;
import org.imprimatur.incidents.BoardReport;
import org.imprimatur.incidents.BoardReport.Task;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** A member of a Board says that they have been told between meetings. */
@Component("acknowledgeBoardNoticeForm")
@Policy("BOARD")
class AcknowledgeBoardNotice extends IncidentForm {

	AcknowledgeBoardNotice(Shared shared) {
		super(BoardReport.KEY, Task.ACKNOWLEDGE_BOARD_NOTICE, shared);
	}

	@Override
	public Set<String> fields() {
		return Set.of("acknowledged");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Acknowledgement.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.put("paper",
				incidents().last(task.caseId(), Task.PREPARE_BOARD_REPORT.id())
					.map((act) -> act.value("paper"))
					.orElse(""));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		if (!Set.of("true", "YES", Acknowledgement.ACKNOWLEDGED.name()).contains(fields.value("acknowledged"))) {
			check.problem("acknowledged", "Tick the box once you have read it.");
		}
		check.done();
		writing().record(task, Acknowledgement.ACKNOWLEDGED, null, kept(), asked, person);
		return BoardReport.ACKNOWLEDGE_BOARD_NOTICE.is(Acknowledgement.ACKNOWLEDGED);
	}

}
