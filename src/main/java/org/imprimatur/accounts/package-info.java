/**
 * Social media accounts, who owns them, who may use them.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security" })
package org.imprimatur.accounts;

import org.springframework.modulith.ApplicationModule;
