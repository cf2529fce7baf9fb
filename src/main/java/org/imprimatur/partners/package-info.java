/**
 * The partners whose content may be shared by the light route: page {@code /partners}.
 * Whether an address belongs to one, and that one has ended, leave it.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web" })
package org.imprimatur.partners;

import org.springframework.modulith.ApplicationModule;
