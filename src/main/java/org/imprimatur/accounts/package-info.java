/**
 * The register of social media accounts, who owns them, who may use them; pages under
 * {@code /accounts}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web" })
package org.imprimatur.accounts;

import org.springframework.modulith.ApplicationModule;
