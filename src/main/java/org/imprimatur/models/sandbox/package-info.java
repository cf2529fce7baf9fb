/**
 * Trying a model before anybody deploys it: a case that is gone through by chosen answers
 * and a clock of its own. Nobody is mailed, nothing is kept.
 */
@ApplicationModule(displayName = "Trying models",
		allowedDependencies = { "kernel", "security", "deadlines", "models", "models :: check", "tasks :: web" })
package org.imprimatur.models.sandbox;

import org.springframework.modulith.ApplicationModule;
