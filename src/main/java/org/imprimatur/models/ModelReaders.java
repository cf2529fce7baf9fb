package org.imprimatur.models;

import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;

/** Who may read the models, their versions and how many cases follow them. */
@Policy("ONE-LOGIN")
public final class ModelReaders {

	/** The last two release changed models. */
	private static final Set<String> GROUPS = Set.of("modellers", "managers", "camunda-admin", "head-of-communications",
			"trust-board-secretary");

	private ModelReaders() {
	}

	public static boolean include(Person person) {
		return GROUPS.stream().anyMatch(person::isIn);
	}

	/**
	 * Lets readers pass.
	 * @throws Refusal 403 for everybody else
	 */
	public static void mustInclude(Person person) {
		if (!include(person)) {
			throw Refusal
				.forbidden("The models are for modellers, managers, administrators and those who release them. "
						+ "What the procedure asks of you stands on the page of each task.");
		}
	}

}
