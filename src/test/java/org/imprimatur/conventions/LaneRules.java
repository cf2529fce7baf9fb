package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
		.compile("Found by: camunda:(assignee|candidateGroups|candidateUsers)=\"([^\"]+)\"\\.?\\s*$");

	private LaneRules() {
	}

	static List<String> findings(House house) {
		List<String> findings = new ArrayList<>();
		for (House.ProcessFile file : house.processes()) {
			Collection<Lane> lanes = file.model().getModelElementsByType(Lane.class);
			for (Lane lane : lanes) {
				if (!FOUND_BY.matcher(Elements.documentation(lane)).find()) {
					findings.add(file.name() + ": the lane " + lane.getId()
							+ " does not end in Found by: camunda:assignee=\"…\", camunda:candidateGroups=\"…\" or "
							+ "camunda:candidateUsers=\"…\"");
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
		Map<String, String> found = new TreeMap<>();
		put(found, "assignee", task.getCamundaAssignee());
		put(found, "candidateGroups", task.getCamundaCandidateGroups());
		put(found, "candidateUsers", task.getCamundaCandidateUsers());
		if (!found.equals(Map.of(rule.group(1), rule.group(2)))) {
			findings.add(where + " is not found as its lane " + lane.get().getId() + " says: camunda:" + rule.group(1)
					+ "=\"" + rule.group(2) + "\" and nothing else");
		}
	}

	private static void put(Map<String, String> found, String how, String who) {
		if (who != null) {
			found.put(how, who);
		}
	}

}
