package org.imprimatur.models.proposal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Comparisons;
import org.imprimatur.models.FilesAtStart;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelSet;

import org.springframework.stereotype.Component;

/** What files change beside what is live, and who answers for it. */
@Component
@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
public class ProposedChanges {

	/** Whose procedures and tables about posts are. */
	static final String POSTS = "head-of-communications";

	/** Whose all others are: incidents, the Boards, how long records are kept. */
	static final String GOVERNANCE = "trust-board-secretary";

	private final Versions versions;

	private final Comparisons comparisons;

	private final FilesAtStart files;

	ProposedChanges(Versions versions, Comparisons comparisons, FilesAtStart files) {
		this.files = files;
		this.versions = versions;
		this.comparisons = comparisons;
	}

	/** What differs from what is live now; files that hold no model do not count. */
	public List<ProposedChange> of(Collection<ModelFile> files) {
		List<ProposedChange> changes = new ArrayList<>();
		for (ModelFile file : files) {
			for (Held held : held(file)) {
				List<Version> versions = this.versions.of(held.key());
				Version live = versions.isEmpty() ? null : versions.get(0);
				ModelFile before = (live != null) ? this.versions.file(live) : null;
				if (before == null) {
					changes.add(new ProposedChange(held.key(), held.name(), null, file, null, true, owner(held, file)));
				}
				else if (!before.isSame(file)) {
					changes.add(new ProposedChange(held.key(), held.name(), live, file,
							this.comparisons.between(held.key(), before, file), !Substance.isSame(before, file),
							owner(held, before)));
				}
			}
		}
		return changes;
	}

	/** Keys of the processes and decisions that these files hold. */
	public List<String> keys(Collection<ModelFile> files) {
		return files.stream().flatMap((file) -> held(file).stream()).map(Held::key).toList();
	}

	/** The groups of which one member each has to release these. */
	static Set<String> groups(List<ProposedChange> changes) {
		Set<String> groups = new TreeSet<>();
		changes.stream().filter(ProposedChange::needsRelease).forEach((change) -> groups.add(change.group()));
		return groups;
	}

	/** One digest of all that is live for what this file holds; empty if nothing is. */
	String live(ModelFile file) {
		Set<String> digests = new TreeSet<>();
		for (Held held : held(file)) {
			this.versions.of(held.key())
				.stream()
				.findFirst()
				.ifPresent((version) -> digests.add(this.versions.file(version).digest()));
		}
		return (digests.size() > 1)
				? ModelFile.of(file.path(), String.join(" ", digests).getBytes(StandardCharsets.UTF_8)).digest()
				: String.join("", digests);
	}

	/** A process or decision in a file. */
	private record Held(String key, String name) {
	}

	private static List<Held> held(ModelFile file) {
		ModelSet models = Checker.read(Map.of(file.path(), file.content()), false, new Findings());
		List<Held> held = new ArrayList<>();
		models.processes().forEach((one) -> held.add(held(one.process().getId(), one.process().getName())));
		models.decisions()
			.forEach((one) -> one.model()
				.getModelElementsByType(Decision.class)
				.forEach((decision) -> held.add(held(decision.getId(), decision.getName()))));
		return held;
	}

	private static Held held(String key, String name) {
		return new Held(key, (name != null && !name.isBlank()) ? name.strip() : key);
	}

	/**
	 * By the folder in the files that the application started with, since Camunda Modeler
	 * sends no folders.
	 */
	private String owner(Held held, ModelFile file) {
		String path = this.files.holding(held.key()).orElse(file).path();
		return path.startsWith("posts/") ? POSTS : GOVERNANCE;
	}

}
