package org.imprimatur.models.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Files that are checked together, as they would be deployed together: a process asks the
 * decisions of its own deployment.
 *
 * @param processes each process file that could be read
 * @param decisions each file of decisions that could be read
 * @param texts every other file, such as {@code posts/objects-check.examples.csv}, by its
 * path
 * @param whole whether these are all the models there are, so that what is missing is
 * missing
 */
public record ModelSet(List<ProcessFile> processes, List<DecisionFile> decisions, Map<String, String> texts,
		boolean whole) {

	/** A file that holds one process, which is looked for once: a large file is slow. */
	public record ProcessFile(String name, BpmnModelInstance model, Process process) {

		ProcessFile(String name, BpmnModelInstance model) {
			this(name, model, model.getModelElementsByType(Process.class).iterator().next());
		}

		/** The folder it stands in, which is the feature it belongs to. */
		public String feature() {
			return folder(this.name);
		}

	}

	/** A file of decisions, a requirements diagram. */
	public record DecisionFile(String name, DmnModelInstance model) {

		public String feature() {
			return folder(this.name);
		}

	}

	/** The decision of this id in any of the files. */
	public Optional<Decision> decision(String id) {
		return this.decisions.stream()
			.flatMap((file) -> file.model().getModelElementsByType(Decision.class).stream())
			.filter((decision) -> id.equals(decision.getId()))
			.findFirst();
	}

	/** The paths of all processes and tables. */
	public List<String> names() {
		return Stream
			.concat(this.processes.stream().map(ProcessFile::name), this.decisions.stream().map(DecisionFile::name))
			.toList();
	}

	private static String folder(String name) {
		int slash = name.lastIndexOf('/');
		return (slash < 0) ? "" : name.substring(name.lastIndexOf('/', slash - 1) + 1, slash);
	}

}
