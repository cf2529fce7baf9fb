package org.imprimatur.models;

import java.util.Optional;

import org.imprimatur.models.Drift.State;

import org.springframework.stereotype.Component;

/** Compares what runs with the files that the application started with. */
@Component
public class Drifts {

	private final FilesAtStart files;

	private final Versions versions;

	private final Comparisons comparisons;

	Drifts(FilesAtStart files, Versions versions, Comparisons comparisons) {
		this.files = files;
		this.versions = versions;
		this.comparisons = comparisons;
	}

	/**
	 * Where this model stands.
	 * @param latest the version that new cases follow
	 */
	public Drift of(Version latest) {
		Optional<ModelFile> file = this.files.holding(latest.key());
		if (file.isEmpty()) {
			return new Drift(State.ONLY_IN_DATABASE, "");
		}
		ModelFile deployed = this.versions.file(latest);
		State state = deployed.isSame(file.get()) ? State.SAME
				: this.comparisons.between(latest.key(), file.get(), deployed).changes().isEmpty() ? State.REWRITTEN
						: State.DIFFERENT;
		return new Drift(state, file.get().path());
	}

}
