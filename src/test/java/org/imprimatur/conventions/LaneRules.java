package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A lane is a role: its documentation ends in how its people are found, and each user
 * task in it says exactly that and nothing else.
 */
final class LaneRules {

	private static final Pattern FOUND_BY = Pattern
		.compile("Found by: camunda:(assignee|candidateGroups)=\"([^\"]+)\"\\.?\\s*$");

	private LaneRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		for (House.ProcessFile file : house.processes()) {
			Collection<Lane> lanes = file.model().getModelElementsByType(Lane.class);
			for (Lane lane : lanes) {
				if (!FOUND_BY.matcher(Elements.documentation(lane)).find()) {
					findings.add(file.name() + ": the lane " + lane.getId()
							+ " does not end in Found by: camunda:assignee=\"…\" or camunda:candidateGroups=\"…\"");
				}
			}
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				compare(findings, file.name() + ": " + task.getId(), task, Elements.lane(task, lanes));
			}
		}
		return findings;
	}

	private static void compare(List<String> findings, String where, UserTask task, Optional<Lane> lane) {
		if (lane.isEmpty()) {
			findings.add(where + " stands in no lane, so nobody can say whose task it is");
			return;
		}
		Matcher rule = FOUND_BY.matcher(Elements.documentation(lane.get()));
		if (!rule.find()) {
			return;
		}
		boolean person = rule.group(1).equals("assignee");
		String wanted = rule.group(2);
		String found = person ? task.getCamundaAssignee() : task.getCamundaCandidateGroups();
		String other = person ? task.getCamundaCandidateGroups() : task.getCamundaAssignee();
		if (!wanted.equals(found) || other != null || task.getCamundaCandidateUsers() != null) {
			findings.add(where + " is not found as its lane " + lane.get().getId() + " says: camunda:" + rule.group(1)
					+ "=\"" + wanted + "\" and nothing else");
		}
	}

}
