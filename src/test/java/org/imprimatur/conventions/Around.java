package org.imprimatur.conventions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Promises;
import org.imprimatur.models.check.BindingRule;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ClauseRule;
import org.imprimatur.models.check.CodeRule;
import org.imprimatur.models.check.ConditionRule;
import org.imprimatur.models.check.DeadlineRule;
import org.imprimatur.models.check.FaceRule;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.FlowRule;
import org.imprimatur.models.check.FormRule;
import org.imprimatur.models.check.LaneRule;
import org.imprimatur.models.check.ModelRule;
import org.imprimatur.models.check.NameRule;
import org.imprimatur.models.check.PromiseRule;
import org.imprimatur.models.check.Surroundings;

/**
 * A house as the models in it meet it: its forms and clauses from its files, its code as
 * told.
 *
 * @param beans the names that models may use
 * @param groups the groups there are
 * @param clauses the obligations there are
 */
record Around(House house, Collection<? extends ProcessFace> faces, Collection<? extends Promises> promises,
		Set<String> beans, Set<String> groups, Set<String> clauses) implements Surroundings {

	Around(House house, Collection<? extends ProcessFace> faces, Collection<? extends Promises> promises,
			Set<String> beans, Set<String> groups) {
		this(house, faces, promises, beans, groups, Obligation.all(house).keySet());
	}

	@Override
	public boolean hasForm(String path) {
		return Files.isRegularFile(this.house.root().resolve(path));
	}

	@Override
	public boolean hasClause(String id) {
		return this.clauses.contains(id);
	}

	@Override
	public boolean hasBean(String name) {
		return this.beans.contains(name);
	}

	@Override
	public boolean hasGroup(String id) {
		return this.groups.contains(id);
	}

	/** Every rule about processes, in these surroundings. */
	List<ModelRule> rules() {
		return List.of(new NameRule(), new FaceRule(this), new FormRule(this), new LaneRule(this), new ClauseRule(this),
				new CodeRule(this), new DeadlineRule(this), new BindingRule(), new ConditionRule(this),
				new FlowRule(this), new PromiseRule(this));
	}

	/** What these rules find in all models of the house. */
	List<String> findings(ModelRule... rules) {
		return found(rules).stream().map(Finding::toString).toList();
	}

	List<Finding> found(ModelRule... rules) {
		return new Checker(List.of(rules)).check(models(this.house), true);
	}

	/** Path below processes to content, as the application reads them. */
	static Map<String, byte[]> models(House house) {
		return house.files("processes", ".bpmn", ".dmn", ".examples.csv")
			.stream()
			.collect(Collectors.toMap((file) -> house.name(file).substring("processes/".length()),
					(file) -> bytes(house, file)));
	}

	private static byte[] bytes(House house, Path file) {
		return house.read(file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

}
