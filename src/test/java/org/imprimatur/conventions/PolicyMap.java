package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.check.ClauseRule;
import org.imprimatur.models.check.Clauses;
import org.imprimatur.models.check.Elements;
import org.junit.platform.commons.annotation.Testable;

/**
 * Which clause of the policy is carried by which elements of the models, rows of the
 * tables, tests and classes: read from them, never kept by hand.
 */
final class PolicyMap {

	private static final Set<String> STATES = Set.of("tested", "planned", "organisational");

	/** What carries one clause. */
	private record Carried(Set<String> elements, Set<String> rows, Set<String> tests, Set<String> classes) {

		Carried() {
			this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
		}

	}

	private final SortedMap<String, Obligation> obligations;

	private final Map<String, Carried> carried = new TreeMap<>();

	private final List<String> findings = new ArrayList<>();

	/**
	 * @param ids the obligations that the policy holds, each of which needs its file
	 * @param main the classes of the application
	 * @param tests the classes of its tests
	 */
	PolicyMap(House house, List<String> ids, JavaClasses main, JavaClasses tests) {
		this.obligations = Obligation.all(house);
		Around around = new Around(house, List.of(), List.of(), Set.of(), Set.of());
		this.findings.addAll(around.findings(new ClauseRule(around)));
		checkFiles(ids);
		readModels(house);
		main.forEach((type) -> policy(type).forEach((id) -> carried(id, type.getName()).classes().add(name(type))));
		main.stream()
			.flatMap((type) -> type.getMethods().stream())
			.forEach((method) -> policy(method)
				.forEach((id) -> carried(id, method.getFullName()).classes().add(name(method))));
		tests.forEach(this::readTests);
		this.obligations.forEach((id, obligation) -> {
			if (obligation.isTested() && carried(id, id).tests().isEmpty()) {
				this.findings
					.add("docs/policy/" + id + ".md says tested, but no test is annotated @Policy(\"" + id + "\")");
			}
		});
	}

	/** Everything that stops the build; empty if the map is sound. */
	List<String> findings() {
		return this.findings;
	}

	/** The page {@code docs/reference/policy-map.md}. */
	String page() {
		StringBuilder page = new StringBuilder("""
				# The policy map

				Generated from the models, the tables and the code; do not edit. Write it again with
				`./mvnw test -Dtest=PolicyMapTest -Dimprimatur.write=true`.

				| clause | policy | state | elements | rows | tests | classes |
				|---|---|---|---|---|---|---|
				""");
		this.obligations.forEach((id, obligation) -> {
			Carried found = this.carried.getOrDefault(id, new Carried());
			page.append("| [%s](#%s) | §%s | %s | %d | %d | %d | %d |\n".formatted(id, id.toLowerCase(),
					obligation.fact("section"), obligation.fact("state"), found.elements().size(), found.rows().size(),
					found.tests().size(), found.classes().size()));
		});
		this.obligations.forEach((id, obligation) -> {
			Carried found = this.carried.getOrDefault(id, new Carried());
			page.append("\n## ").append(id).append("\n\n");
			page.append("[%s](../policy/%s.md). Policy §%s, %s%s.\n".formatted(obligation.fact("title"), id,
					obligation.fact("section"), obligation.fact("state"),
					obligation.fact("why").isEmpty() ? "" : ": " + obligation.fact("why")));
			list(page, "Models", found.elements());
			list(page, "Rows of tables", found.rows());
			list(page, "Tests", found.tests());
			list(page, "Classes", found.classes());
		});
		return page.toString();
	}

	private static void list(StringBuilder page, String title, Set<String> lines) {
		if (!lines.isEmpty()) {
			page.append("\n").append(title).append(":\n\n");
			lines.forEach((line) -> page.append("- ").append(line).append("\n"));
		}
	}

	private void checkFiles(List<String> ids) {
		for (String id : ids) {
			if (!this.obligations.containsKey(id)) {
				this.findings.add("docs/policy/" + id + ".md is missing");
			}
		}
		this.obligations.forEach((name, obligation) -> {
			String file = "docs/policy/" + name + ".md";
			if (!ids.contains(name) || !obligation.fact("id").equals(name)) {
				this.findings.add(file + " states no obligation of the policy, or has another id inside");
			}
			if (!STATES.contains(obligation.fact("state"))) {
				this.findings.add(file + " is neither tested, planned nor organisational");
			}
			if (obligation.fact("state").equals("planned") == obligation.fact("why").isEmpty()) {
				this.findings.add(file + " needs one line why: not yet if it is planned, and only then");
			}
			if (obligation.fact("section").isEmpty() || obligation.fact("title").isEmpty()
					|| obligation.text().isEmpty()) {
				this.findings.add(file + " needs a section, a title and a text");
			}
		});
	}

	private void readModels(House house) {
		for (House.ProcessFile file : house.processes()) {
			for (FlowNode node : file.model().getModelElementsByType(FlowNode.class)) {
				String documentation = Elements.documentation(node);
				for (String id : Clauses.ids(documentation)) {
					carried(id, null).elements()
						.add("`%s` in `%s`: %s".formatted(node.getId(), file.process().getId(),
								oneLine(Clauses.sentence(documentation))));
				}
			}
		}
		for (House.DecisionFile file : house.decisions()) {
			for (DecisionTable table : file.model().getModelElementsByType(DecisionTable.class)) {
				String decision = ((Decision) table.getParentElement()).getId();
				for (Rule rule : table.getRules()) {
					String description = Clauses.description(rule);
					for (String id : Clauses.ids(description)) {
						carried(id, null).rows()
							.add("`%s`: %s".formatted(decision, oneLine(Clauses.sentence(description))));
					}
				}
			}
		}
	}

	private void readTests(JavaClass type) {
		List<JavaMethod> tests = type.getMethods()
			.stream()
			.filter((method) -> method.isMetaAnnotatedWith(Testable.class))
			.toList();
		for (JavaMethod test : tests) {
			Set<String> ids = new TreeSet<>(policy(test));
			for (JavaClass at = type; at != null; at = at.getEnclosingClass().orElse(null)) {
				ids.addAll(policy(at));
			}
			ids.forEach((id) -> carried(id, test.getFullName()).tests().add(name(test)));
		}
	}

	private Carried carried(String id, String where) {
		if (where != null && !this.obligations.containsKey(id)) {
			this.findings.add(where + " is annotated @Policy(\"" + id + "\"), which docs/policy does not know");
		}
		return this.carried.computeIfAbsent(id, (key) -> new Carried());
	}

	private static List<String> policy(JavaClass type) {
		return type.tryGetAnnotationOfType(Policy.class).map((policy) -> List.of(policy.value())).orElse(List.of());
	}

	private static List<String> policy(JavaMethod method) {
		return method.tryGetAnnotationOfType(Policy.class).map((policy) -> List.of(policy.value())).orElse(List.of());
	}

	private static String name(JavaMethod method) {
		return "`" + shortName(method.getOwner()) + "." + method.getName() + "`";
	}

	private static String name(JavaClass type) {
		return "`" + shortName(type) + "`";
	}

	private static String shortName(JavaClass type) {
		return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s+", " ");
	}

}
