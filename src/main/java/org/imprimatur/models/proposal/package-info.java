/**
 * Changed models that wait for a second person: who has to release what, and what became
 * of it.
 */
@ApplicationModule(displayName = "Proposed models",
		allowedDependencies = { "kernel", "security", "models", "models :: check", "tasks", "mail" })
package org.imprimatur.models.proposal;

import org.springframework.modulith.ApplicationModule;
