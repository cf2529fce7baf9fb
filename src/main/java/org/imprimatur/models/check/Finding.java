package org.imprimatur.models.check;

import java.util.List;

/**
 * One thing that is wrong with a model, in words for whoever edits it.
 *
 * @param file the path below {@code processes}, such as {@code posts/post-approval.bpmn}
 * @param element the id of the element, row or decision; empty if it is the whole file
 * @param label what the diagram calls the element; its id if it is not labelled
 * @param problem what is wrong, without a full stop
 * @param mend what to do about it, a sentence without a full stop
 * @param path ids of the elements of a way that shows it, in order; empty if none does
 */
public record Finding(String file, String element, String label, String problem, String mend,
		List<String> path) implements Comparable<Finding> {

	@Override
	public int compareTo(Finding other) {
		return toString().compareTo(other.toString());
	}

	/** One line: {@code file: "label" (id) what is wrong; what to do}. */
	@Override
	public String toString() {
		String named = this.element.isEmpty() ? ""
				: this.label.equals(this.element) ? this.element + " " : "“" + this.label + "” (" + this.element + ") ";
		return this.file + ": " + named + this.problem + "; " + this.mend;
	}

}
