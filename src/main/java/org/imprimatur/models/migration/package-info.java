/**
 * Cases under way that follow an older version: which can go on by another one, and
 * moving them there and back.
 */
@ApplicationModule(displayName = "Cases moved to another version",
		allowedDependencies = { "kernel", "security", "models" })
package org.imprimatur.models.migration;

import org.springframework.modulith.ApplicationModule;
