/**
 * Keeping the program at work: what is stuck and how it goes on, figures for a monitor,
 * logs that name the item and nobody. Knows no feature; a feature hands in its own
 * {@link org.imprimatur.operating.Figures}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web" })
package org.imprimatur.operating;

import org.springframework.modulith.ApplicationModule;
