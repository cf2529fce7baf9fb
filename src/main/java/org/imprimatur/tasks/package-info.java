/**
 * The one page and the one door for starting a case and completing a task; drafts; why a
 * person is asked.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "models", "deadlines", "media" })
package org.imprimatur.tasks;

import org.springframework.modulith.ApplicationModule;
