package org.imprimatur.models.check;

import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

import org.springframework.stereotype.Component;

/**
 * Every user task, rule task, timer and splitting gateway, and every row of a table,
 * begins with the clause of the policy that it carries.
 */
@Component
public class ClauseRule implements ModelRule {

	private final Surroundings surroundings;

	public ClauseRule(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		for (ModelSet.ProcessFile file : models.processes()) {
			for (FlowNode node : file.model().getModelElementsByType(FlowNode.class)) {
				check(findings, file.name(), node.getId(), node.getName(), Elements.documentation(node),
						Clauses.mustCite(node));
			}
		}
		for (ModelSet.DecisionFile file : models.decisions()) {
			for (DecisionTable table : file.model().getModelElementsByType(DecisionTable.class)) {
				int row = 0;
				for (Rule rule : table.getRules()) {
					row++;
					String id = (table.getParentElement() instanceof Decision decision) ? decision.getId() : "";
					check(findings, file.name(), id + " row " + row, null, Clauses.description(rule), true);
				}
			}
		}
	}

	private void check(Findings findings, String file, String element, String label, String text, boolean must) {
		Set<String> ids = Clauses.ids(text);
		if (must && ids.isEmpty()) {
			findings.add(file, element, label, "does not begin with the clause it carries",
					"begin its documentation with an id of docs/policy, such as [OBJECTS]");
		}
		else if (must && Clauses.sentence(text).isEmpty()) {
			findings.add(file, element, label, "names a clause but says nothing about it",
					"write a sentence after the id: people read it as the reason why they are asked");
		}
		for (String id : ids) {
			if (!this.surroundings.hasClause(id)) {
				findings.add(file, element, label, "cites [" + id + "], which docs/policy does not know",
						"correct the id");
			}
		}
	}

}
