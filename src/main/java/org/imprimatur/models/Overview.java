package org.imprimatur.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.models.Drift.State;

import org.springframework.stereotype.Component;

/** Every process and every decision, in the database or in the files. */
@Component
public class Overview {

	private final Versions versions;

	private final FilesAtStart files;

	private final Drifts drifts;

	Overview(Versions versions, FilesAtStart files, Drifts drifts) {
		this.versions = versions;
		this.files = files;
		this.drifts = drifts;
	}

	/**
	 * One process or decision.
	 *
	 * @param latest null if nothing of it was ever deployed
	 * @param running the versions that cases follow, the newest first; null if its steps
	 * ask the newest version, whichever a case began with
	 */
	public record Line(String key, String name, Version latest, List<Version> running, Drift drift) {

		/** Cases under way, in all versions together. */
		public long sum() {
			return (this.running != null) ? this.running.stream().mapToLong(Version::running).sum() : 0;
		}

	}

	public List<Line> processes() {
		return lines(this.versions.processes(), this.files.processes());
	}

	public List<Line> decisions() {
		return lines(this.versions.decisions(), this.files.decisions());
	}

	private List<Line> lines(List<Version> latest, Map<String, ModelFile> files) {
		List<Line> lines = new ArrayList<>(latest.stream().map(this::line).toList());
		Set<String> deployed = latest.stream().map(Version::key).collect(Collectors.toSet());
		files.forEach((key, file) -> {
			if (!deployed.contains(key)) {
				lines.add(new Line(key, key, null, List.of(), new Drift(State.ONLY_IN_FILES, file.path())));
			}
		});
		return lines;
	}

	private Line line(Version latest) {
		List<Version> running = null;
		if (latest.running() != null) {
			running = this.versions.of(latest.key())
				.stream()
				.filter((one) -> one.running() != null && one.running() > 0)
				.toList();
		}
		return new Line(latest.key(), latest.name(), latest, running, this.drifts.of(latest));
	}

}
