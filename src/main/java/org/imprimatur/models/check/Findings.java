package org.imprimatur.models.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;

/** What the rules have found so far; each thing counts once. */
public final class Findings {

	private final Set<Finding> found = new TreeSet<>();

	/** About a whole file. */
	public void add(String file, String problem, String mend) {
		this.found.add(new Finding(file, "", file, problem, mend, List.of()));
	}

	/** About something that has an id and perhaps a label of its own. */
	public void add(String file, String element, String label, String problem, String mend) {
		add(file, element, label, problem, mend, List.of());
	}

	private void add(String file, String element, String label, String problem, String mend, List<String> path) {
		String called = (label == null || label.isBlank()) ? element : label.strip().replaceAll("\\s+", " ");
		this.found.add(new Finding(file, element, called, problem, mend, path));
	}

	/** About an element of a diagram. */
	public void add(String file, BaseElement element, String problem, String mend) {
		add(file, element, problem, mend, List.of());
	}

	/** About an element of a diagram, with a way through it that shows what is wrong. */
	public void add(String file, BaseElement element, String problem, String mend, List<String> path) {
		String label = (element instanceof FlowElement flow) ? flow.getName()
				: (element instanceof Lane lane) ? lane.getName() : null;
		add(file, String.valueOf(element.getId()), label, problem, mend, path);
	}

	/** In the order of files and elements; empty if nothing is wrong. */
	public List<Finding> all() {
		return List.copyOf(this.found);
	}

}
