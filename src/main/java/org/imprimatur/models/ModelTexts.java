package org.imprimatur.models;

import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Refusal;

import org.springframework.stereotype.Component;

/** Finds a process or decision by its key and by what an address calls its version. */
@Component
public class ModelTexts {

	private final Versions versions;

	private final FilesAtStart files;

	ModelTexts(Versions versions, FilesAtStart files) {
		this.versions = versions;
		this.files = files;
	}

	/**
	 * The text of one version.
	 * @param all every version of it, the newest first
	 * @param which a number, {@code files}, or empty for the newest
	 * @throws Refusal 404 if there is none
	 */
	public ModelText find(String key, List<Version> all, String which) {
		Optional<ModelFile> file = this.files.holding(key);
		if (all.isEmpty() && file.isEmpty()) {
			throw Refusal.notFound("There is no model of that name. The list of models is at /models.");
		}
		if (which.equals(ModelText.FILES) || all.isEmpty()) {
			String name = all.isEmpty() ? key : all.get(0).name();
			return new ModelText(key, name, ModelText.FILES, null, file.orElseThrow(() -> Refusal.notFound(
					"No file held this model when the application started. Choose a version at /models/" + key + ".")));
		}
		Version version = which.isEmpty() ? all.get(0) : all.stream()
			.filter((one) -> String.valueOf(one.number()).equals(which))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("There is no such version. Choose one at /models/" + key + "."));
		return new ModelText(key, version.name(), String.valueOf(version.number()), version,
				this.versions.file(version));
	}

	public ModelText find(String key, String which) {
		return find(key, this.versions.of(key), which);
	}

	/** Whether a file holds it. */
	public boolean isInFiles(String key) {
		return this.files.holding(key).isPresent();
	}

}
