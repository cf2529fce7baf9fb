package org.imprimatur.models.migration;

import java.util.List;

/**
 * What moving cases from one version of a process to another would do, or did.
 *
 * @param forbidden why no case may be moved at all; empty if they may
 * @param cases each open case of the older version
 */
public record CaseMove(String key, String name, int from, int to, String forbidden, List<Case> cases) {

	/**
	 * One case.
	 *
	 * @param reference of the item; a case without one is called by its id
	 * @param steps what is open in it, by the labels of the version it follows
	 * @param obstacle why it cannot be moved, in words; empty if it can, or was
	 * @param moved whether it was moved just now
	 */
	public record Case(String caseId, String reference, List<String> steps, String obstacle, boolean moved) {
	}

	/** How many can be moved. */
	public long movable() {
		return this.forbidden.isEmpty() ? this.cases.stream().filter((one) -> one.obstacle().isEmpty()).count() : 0;
	}

	/** How many were moved. */
	public long moved() {
		return this.cases.stream().filter(Case::moved).count();
	}

}
