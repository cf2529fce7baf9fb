package org.imprimatur.models.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.imprimatur.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Holds every rule against models, the same at each door they come through: the start of
 * the application, a deployment, the page for modellers and the build.
 */
@Component
public class Checker {

	private static final Logger log = LoggerFactory.getLogger(Checker.class);

	private static final int MOST_IN_A_SENTENCE = 20;

	private final List<ModelRule> rules;

	public Checker(List<ModelRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/**
	 * Everything that is wrong with these files, in their order; empty if they may go
	 * live.
	 * @param files path to content; each path as it would be deployed
	 * @param whole whether these are all the models there are
	 */
	public List<Finding> check(Map<String, byte[]> files, boolean whole) {
		Findings findings = new Findings();
		check(read(files, whole, findings), findings);
		return findings.all();
	}

	/**
	 * The same for models that passed before and have not changed since: only what code,
	 * forms and the policy around them may have changed is asked again.
	 */
	public List<Finding> checkAgain(Map<String, byte[]> files) {
		return new Checker(this.rules.stream().filter((rule) -> !rule.isAboutTablesAlone()).toList()).check(files,
				true);
	}

	/** The models in these files; a finding for each that cannot be read. */
	public static ModelSet read(Map<String, byte[]> files, boolean whole, Findings findings) {
		return ModelReader.read(files, whole, findings);
	}

	/** Adds everything that is wrong with models that have been read. */
	public void check(ModelSet models, Findings findings) {
		for (ModelRule rule : this.rules) {
			try {
				rule.check(models, findings);
			}
			catch (RuntimeException ex) {
				// a rule that fails has proved nothing, so the models do not pass
				log.warn("The rule {} failed on {}", rule.getClass().getSimpleName(), models.names(), ex);
				findings.add(String.join(", ", models.names()),
						"could not be checked by " + rule.getClass().getSimpleName(),
						"tell the developers, with the file");
			}
		}
	}

	/**
	 * What is wrong, as one text for a person or a program; the first twenty.
	 */
	public static String sentence(List<Finding> findings) {
		String lines = findings.stream()
			.limit(MOST_IN_A_SENTENCE)
			.map((finding) -> "- " + finding + ".")
			.collect(Collectors.joining("\n"));
		int more = findings.size() - MOST_IN_A_SENTENCE;
		return lines + ((more > 0) ? "\n… and " + more + " more." : "");
	}

	/**
	 * @throws Refusal 422, naming what is wrong and how to mend it
	 */
	public void refuse(Map<String, byte[]> files) {
		List<Finding> findings = check(files, false);
		if (!findings.isEmpty()) {
			throw new Refusal(Refusal.Kind.UNUSABLE,
					"Nothing was deployed. Mend this and deploy again:\n" + sentence(findings));
		}
	}

}
