/**
 * Posts and their approval, from draft to recorded release: process
 * {@code post-approval}, forms in {@code forms/posts}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "models", "tasks", "tasks :: web", "mail", "accounts",
		"deadlines", "history", "media", "operating", "partners" })
package org.imprimatur.posts;

import org.springframework.modulith.ApplicationModule;
