package org.imprimatur.models.check;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import org.springframework.stereotype.Component;

/**
 * A lane is a role: its documentation ends in how its people are found, each user task in
 * it says exactly that and nothing else, and every group that is named exists.
 */
@Component
public class LaneRule implements ModelRule {

	/** {@code Found by: camunda:candidateGroups="…"}: how, and whom. */
	public static final Pattern FOUND_BY = Pattern
		.compile("Found by: camunda:(assignee|candidateGroups|candidateUsers)=\"([^\"]+)\"\\.?\\s*$");

	private final Surroundings surroundings;

	public LaneRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			Collection<Lane> lanes = file.model().getModelElementsByType(Lane.class);
			for (Lane lane : lanes) {
				lane(findings, file.name(), lane, models.whole());
			}
			for (UserTask task : file.model().getModelElementsByType(UserTask.class)) {
				compare(findings, file.name(), task, Elements.lane(task, lanes));
			}
		}
	}

	private void lane(Findings findings, String file, Lane lane, boolean whole) {
		Matcher found = FOUND_BY.matcher(Elements.documentation(lane));
		if (!found.find()) {
			findings.add(file, lane, "does not say how its people are found", "end its documentation in "
					+ "Found by: camunda:assignee=\"…\", camunda:candidateGroups=\"…\" or camunda:candidateUsers=\"…\"");
			return;
		}
		// at a start the people may not be there yet
		if (found.group(1).equals("candidateGroups") && !whole) {
			for (String group : found.group(2).split(",")) {
				if (!group.contains("{") && !this.surroundings.hasGroup(group.strip())) {
					findings.add(file, lane, "names the group " + group.strip() + ", which does not exist",
							"correct its name, or have an administrator make the group first");
				}
			}
		}
	}

	private static void compare(Findings findings, String file, UserTask task, Optional<Lane> lane) {
		if (lane.isEmpty()) {
			findings.add(file, task, "stands in no lane, so nobody can say whose task it is",
					"move it into the lane of whoever does it");
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
			findings.add(file, task, "is not found as its lane " + lane.get().getId() + " says",
					"set camunda:" + rule.group(1) + "=\"" + rule.group(2) + "\" and nothing else");
		}
	}

	private static void put(Map<String, String> found, String how, String who) {
		if (who != null) {
			found.put(how, who);
		}
	}

}
