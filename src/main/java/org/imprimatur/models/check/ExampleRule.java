package org.imprimatur.models.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

import org.springframework.stereotype.Component;

/**
 * Beside each table stand examples of what it answers, in words of the policy: each is
 * run against the real table with the decisions before it. Every row and both sides of
 * every boundary have one.
 */
@Component
public class ExampleRule implements ModelRule {

	private final TableFeel feel;

	public ExampleRule(TableFeel feel) {
		this.feel = feel;
	}

	@Override
	public boolean isAboutTablesAlone() {
		return true;
	}

	@Override
	public void check(ModelSet models, Findings findings) {
		Set<String> files = new TreeSet<>(models.texts().keySet());
		files.removeIf((file) -> !file.endsWith(ExampleSheet.ENDING));
		for (ModelSet.DecisionFile file : models.decisions()) {
			ExampleRun run = new ExampleRun(file.model(), this.feel);
			for (Decision decision : file.model().getModelElementsByType(Decision.class)) {
				if (decision.getExpression() instanceof DecisionTable && decision.getId() != null) {
					String examples = examples(file.name(), decision.getId(), files);
					files.remove(examples);
					if (models.whole() || models.texts().containsKey(examples)) {
						check(findings, file.name(), decision, examples, models.texts().get(examples), run);
					}
				}
			}
		}
		for (String file : models.whole() ? files : Set.<String>of()) {
			findings.add(file, "holds examples of a decision that does not stand beside it",
					"name it after the decision, or delete it");
		}
	}

	/** Tables and examples that are sent have no folder: each finds the other in any. */
	private static String examples(String file, String decision, Set<String> files) {
		String bare = decision + ExampleSheet.ENDING;
		String beside = file.substring(0, file.lastIndexOf('/') + 1) + bare;
		if (files.contains(beside)) {
			return beside;
		}
		if (files.contains(bare)) {
			return bare;
		}
		return file.contains("/") ? beside
				: files.stream().filter((other) -> other.endsWith("/" + bare)).findFirst().orElse(beside);
	}

	private void check(Findings findings, String file, Decision decision, String examples, String text,
			ExampleRun run) {
		if (text == null) {
			findings.add(file, decision.getId(), decision.getName(), "has no examples",
					"write " + examples + ", one example for each row");
			return;
		}
		Optional<ExampleSheet> sheet = ExampleSheet.read(examples, text, findings);
		Optional<ExampleSubject> subject = ExampleSubject.of(file, decision, this.feel);
		if (sheet.isEmpty() || subject.isEmpty() || !headings(findings, examples, sheet.get(), subject.get())) {
			return;
		}
		try {
			run.begin(subject.get().grid());
			new ExampleRows(findings, examples, sheet.get(), subject.get(), this.feel).check(run);
		}
		catch (DmnEngineException ex) {
			findings.add(file, decision.getId(), decision.getName(), "cannot be run: " + ex.getMessage(),
					"correct the decision, or the decisions that it needs");
		}
	}

	/** Whether the rows below can be read by them. */
	private static boolean headings(Findings findings, String file, ExampleSheet sheet, ExampleSubject subject) {
		Map<String, String> found = new LinkedHashMap<>();
		Set<String> seen = new HashSet<>();
		boolean answers = false;
		for (String heading : sheet.headings()) {
			if (heading.isEmpty() || !seen.add(heading)) {
				found.put(heading.isEmpty() ? "has a column without a heading" : "has the column " + heading + " twice",
						"keep one column for each fact");
			}
			else if (ExampleSheet.isAnswer(heading)) {
				answers = true;
				if (!subject.hasAnswer(ExampleSheet.answer(heading))) {
					found.put("expects the answer " + ExampleSheet.answer(heading) + ", which the table does not give",
							"name an output: " + TableCells
								.oneOf(subject.grid().outputs().stream().map((output) -> output.getName()).toList()));
				}
			}
			else if (!heading.equals(ExampleSheet.WHY) && !subject.facts().containsKey(heading)
					&& !subject.others().contains(heading)) {
				found.put("has the column " + heading + ", which is no fact of the decision",
						"name a fact: " + TableCells.oneOf(List.copyOf(subject.facts().keySet())));
			}
		}
		subject.facts()
			.keySet()
			.stream()
			.filter((fact) -> !sheet.headings().contains(fact))
			.forEach((fact) -> found.put("has no column for " + fact, "add it: the decision depends on it"));
		if (!answers) {
			found.put("expects no answer",
					"add a column such as " + ExampleSheet.ANSWER + " " + subject.grid().outputs().get(0).getName());
		}
		if (sheet.headings().lastIndexOf(ExampleSheet.WHY) != sheet.headings().size() - 1) {
			found.put("does not end in the column why", "add it, and say in it what each example is for");
		}
		found.forEach((problem, mend) -> findings.add(file, problem, mend));
		return found.isEmpty();
	}

}
