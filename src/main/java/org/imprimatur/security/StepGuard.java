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
	 * Looks at the feature's own record, never at what the case remembers.
	 * @throws org.imprimatur.kernel.Refusal if the step may not begin, or end, now
	 */
	void check(At at);

	/**
	 * The step at which a case is.
	 *
	 * @param reference the item, such as {@code POST-2026-000001}
	 * @param caseId the engine's id of the case: one item can have several
	 * @param remembered what the case remembers at this very step, by name: only to tell
	 * one of several, such as accounts, from another, and nothing to decide by
	 */
	record At(String reference, String caseId, UnaryOperator<String> remembered) {
	}

}
