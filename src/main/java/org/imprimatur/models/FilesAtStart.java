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

	private final SortedMap<String, byte[]> files;

	private SortedMap<String, ModelFile> processes;

	private SortedMap<String, ModelFile> decisions;

	FilesAtStart(ModelFiles files) {
		this.files = files.read();
	}

	/** Not before somebody asks: what is wrong with a file is for the checker to say. */
	private synchronized void read() {
		if (this.processes != null) {
			return;
		}
		SortedMap<String, ModelFile> found = new TreeMap<>();
		this.decisions = new TreeMap<>();
		this.files.forEach((path, content) -> {
			ModelFile file = ModelFile.of(path, content);
			if (file.isProcess()) {
				keys(Bpmn.readModelFromStream(new ByteArrayInputStream(content))
					.getModelElementsByType(Process.class)
					.stream()
					.map(Process::getId)
					.toList(), file, found);
			}
			else {
				keys(Dmn.readModelFromStream(new ByteArrayInputStream(content))
					.getModelElementsByType(Decision.class)
					.stream()
					.map(Decision::getId)
					.toList(), file, this.decisions);
			}
		});
		this.processes = found;
	}

	private static void keys(Collection<String> keys, ModelFile file, Map<String, ModelFile> to) {
		keys.forEach((key) -> to.put(key, file));
	}

	/** Every process with the file that holds it. */
	SortedMap<String, ModelFile> processes() {
		read();
		return Collections.unmodifiableSortedMap(this.processes);
	}

	/** Every decision with the file that holds it; a file may hold several. */
	SortedMap<String, ModelFile> decisions() {
		read();
		return Collections.unmodifiableSortedMap(this.decisions);
	}

	/** The file that holds this process or decision; empty if there is none. */
	public Optional<ModelFile> holding(String key) {
		read();
		return Optional.ofNullable(this.processes.getOrDefault(key, this.decisions.get(key)));
	}

}
