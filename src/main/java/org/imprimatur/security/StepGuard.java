package org.imprimatur.security;

import java.util.function.UnaryOperator;

/**
 * What must hold for a protected step to come into being and to end, whatever moved the
 * case there: the model, a message, or an administrator's modification. Attached to the
 * step in every version of the model.
 */
public interface StepGuard {

	/** The key of the process. */
	String process();

	/** The id of the protected element. */
	String step();

	/**
	 * Looks at the feature's own record, never at variables.
	 * @param reference the item, such as {@code POST-2026-000001}
	 * @throws org.imprimatur.kernel.Refusal if the step may not begin, or end, now
	 */
	void check(String reference);

	/**
	 * The same for a step that is done once for each of several, such as accounts.
	 * @param remembered what the case remembers at this very step, by name: what tells
	 * one of the several from another, and nothing that is decided by
	 * @throws org.imprimatur.kernel.Refusal if the step may not begin, or end, now
	 */
	default void check(String reference, UnaryOperator<String> remembered) {
		check(reference);
	}

}
