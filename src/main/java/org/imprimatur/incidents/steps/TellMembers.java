package org.imprimatur.incidents.steps;

import java.util.ArrayList;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.imprimatur.incidents.BoardNotices;
import org.imprimatur.incidents.BoardReport;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;

import org.springframework.stereotype.Component;

/** Gives each member of the Board a notice, except whom the incident is about. */
@Component
@Policy("BOARD")
class TellMembers implements JavaDelegate {

	private final BoardNotices notices;

	TellMembers(BoardNotices notices) {
		this.notices = notices;
	}

	@Override
	public void execute(DelegateExecution execution) {
		ArrayList<String> told = new ArrayList<>(
				this.notices.tell(execution.getProcessInstanceId(), execution.getProcessBusinessKey(),
						Board.valueOf((String) execution.getVariable(BoardReport.BOARD.name()))));
		// only for the step that follows at once: never stored
		execution.setVariable(BoardReport.MEMBERS_TOLD.name(), Variables.objectValue(told, true).create());
	}

}
