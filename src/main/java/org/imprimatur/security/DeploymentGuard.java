package org.imprimatur.security;

import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.imprimatur.kernel.Refusal;

/** Asked before the engine takes what a person deploys. */
public interface DeploymentGuard {

	/**
	 * Adds what belongs to the files that were sent.
	 * @throws Refusal if it may not be deployed at all
	 */
	void complete(DeploymentBuilder deployment);

}
