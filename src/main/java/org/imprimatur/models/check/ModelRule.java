package org.imprimatur.models.check;

/**
 * One rule that models keep. A rule reads and never throws for what a modeller may have
 * done wrong: it adds a finding for each thing, and goes on.
 */
public interface ModelRule {

	void check(ModelSet models, Findings findings);

}
