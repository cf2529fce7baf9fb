/**
 * What would have been otherwise: changed models held against what is on record.
 */
@ApplicationModule(displayName = "Replay of models",
		allowedDependencies = { "kernel", "security", "models", "models :: check" })
package org.imprimatur.models.replay;

import org.springframework.modulith.ApplicationModule;
