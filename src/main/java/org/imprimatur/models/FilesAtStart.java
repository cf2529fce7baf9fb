package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

import org.springframework.stereotype.Component;

/**
 * The models as they stood in the files when the application started, whatever has become
 * of the files since.
 */
@Component
public class FilesAtStart {

	private final SortedMap<String, ModelFile> processes = new TreeMap<>();

	private final SortedMap<String, ModelFile> decisions = new TreeMap<>();

	FilesAtStart(ModelFiles files) {
		files.read().forEach((path, content) -> {
			ModelFile file = ModelFile.of(path, content);
			if (file.isProcess()) {
				keys(Bpmn.readModelFromStream(new ByteArrayInputStream(content))
					.getModelElementsByType(Process.class)
					.stream()
					.map(Process::getId)
					.toList(), file, this.processes);
			}
			else {
				keys(Dmn.readModelFromStream(new ByteArrayInputStream(content))
					.getModelElementsByType(Decision.class)
					.stream()
					.map(Decision::getId)
					.toList(), file, this.decisions);
			}
		});
	}

	private static void keys(Collection<String> keys, ModelFile file, Map<String, ModelFile> to) {
		keys.forEach((key) -> to.put(key, file));
	}

	/** Every process with the file that holds it. */
	SortedMap<String, ModelFile> processes() {
		return Collections.unmodifiableSortedMap(this.processes);
	}

	/** Every decision with the file that holds it; a file may hold several. */
	SortedMap<String, ModelFile> decisions() {
		return Collections.unmodifiableSortedMap(this.decisions);
	}

	/** The file that holds this process or decision; empty if there is none. */
	public Optional<ModelFile> holding(String key) {
		return Optional.ofNullable(this.processes.getOrDefault(key, this.decisions.get(key)));
	}

}
