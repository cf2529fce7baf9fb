package org.imprimatur.security;

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
	 * As above, where one item can have several cases at once.
	 * @param caseId the engine's id of the case
	 */
	default void check(String reference, String caseId) {
		check(reference);
	}

}
