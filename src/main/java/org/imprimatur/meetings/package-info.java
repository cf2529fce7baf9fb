/**
 * The register of Board meetings: page {@code /meetings}. The next meeting of a Board,
 * and that a Board's meetings have changed, leave it.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web" })
package org.imprimatur.meetings;

import org.springframework.modulith.ApplicationModule;
