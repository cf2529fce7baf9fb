package org.imprimatur.models.check;

/**
 * One rule that models keep. A rule reads and never throws for what a modeller may have
 * done wrong: it adds a finding for each thing, and goes on.
 */
public interface ModelRule {

	void check(ModelSet models, Findings findings);

	/**
	 * Whether it looks at tables and at nothing around them, so that tables which passed
	 * once pass for good.
	 */
	default boolean isAboutTablesAlone() {
		return false;
	}

}
