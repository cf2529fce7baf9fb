package org.imprimatur.incidents.steps;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.incidents.BoardMeetings;
import org.imprimatur.incidents.BoardReport;
import org.imprimatur.incidents.BoardReport.Paper;
import org.imprimatur.incidents.BoardReport.WaitAgreed;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;

import org.springframework.stereotype.Component;

/** Finds the next meeting that can take the report, and who writes it. */
@Component
@Policy("BOARD")
class FindNextMeeting implements JavaDelegate {

	private final BoardMeetings meetings;

	FindNextMeeting(BoardMeetings meetings) {
		this.meetings = meetings;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Object written = execution.getVariable(BoardReport.PAPER.name());
		Paper paper = (written != null) ? Paper.valueOf((String) written) : Paper.MISSING;
		Map<String, Object> facts = this.meetings.find(execution.getProcessInstanceId(),
				execution.getProcessBusinessKey(),
				Board.valueOf((String) execution.getVariable(BoardReport.BOARD.name())), paper);
		facts.putAll(BoardReport.PAPER.is(paper));
		if (!execution.hasVariable(BoardReport.WAIT_AGREED.name())) {
			facts.putAll(BoardReport.WAIT_AGREED.is(WaitAgreed.NO));
		}
		execution.setVariables(facts);
	}

}
