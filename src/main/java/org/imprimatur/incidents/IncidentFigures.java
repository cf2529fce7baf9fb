package org.imprimatur.incidents;

import java.util.List;

import org.imprimatur.history.Figure;
import org.imprimatur.history.Figures;
import org.imprimatur.history.Noting;
import org.imprimatur.kernel.Policy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many incidents were reported, and what was decided about them. */
@Component
@Order(2)
@Policy({ "TRUSTEES", "BOARD" })
class IncidentFigures implements Figures {

	private static final String FEATURE = "incidents";

	private static final String OUTCOME = "outcome";

	private static final String SIGN = "sign";

	@Override
	public List<Noting> notings() {
		return IncidentNotes.all();
	}

	@Override
	public List<Figure> figures() {
		return List.of(Figure.of(FEATURE, "Incidents reported", "Incidents that were reported."),
				Figure.of(FEATURE, "Not relevant", "Incidents that were found not relevant for the Trustees.", OUTCOME,
						"assess-relevance=NOT_RELEVANT"),
				Figure.of(FEATURE, "To be reported",
						"Incidents that the Trustees have decided to report to the Charity Commission.", OUTCOME,
						"record-trustees-decision=REPORT"),
				Figure.of(FEATURE, "Decided not to report",
						"Incidents that the Trustees have decided not to report to the Charity Commission.", OUTCOME,
						"record-trustees-decision=DO_NOT_REPORT"),
				Figure.of(FEATURE, "Risk overridden",
						"Incidents on which somebody overrode the rules’ suggestion or other people, with a reason.",
						SIGN, "OVERRIDDEN"),
				Figure.of(FEATURE, "No acknowledgement",
						"Incidents that somebody who was asked to has not acknowledged.", SIGN, "UNACKNOWLEDGED"),
				Figure.of(FEATURE, "Incidents late",
						"Incidents with a step that was done, or still waits, after its deadline.", SIGN, "LATE"));
	}

}
