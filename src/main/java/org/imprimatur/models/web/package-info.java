/**
 * The pages of models. A module of its own inside {@code models}: pages stand in the menu
 * of {@code tasks}, which itself asks {@code models} what the models say.
 */
@ApplicationModule(displayName = "Pages of models",
		allowedDependencies = { "kernel", "security", "models", "models :: check", "models.migration",
				"models.proposal", "models.replay", "models.sandbox", "tasks", "tasks :: web" })
package org.imprimatur.models.web;

import org.springframework.modulith.ApplicationModule;
