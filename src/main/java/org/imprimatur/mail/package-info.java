/**
 * Tells people by mail what waits for them: once for each cause, never instead of the
 * task, and on record whether it went out.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web", "deadlines", "operating" })
package org.imprimatur.mail;

import org.springframework.modulith.ApplicationModule;
