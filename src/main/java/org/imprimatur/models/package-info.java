/**
 * Deploys the models and says what they say: labels, documentation, lanes, rules.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security" })
package org.imprimatur.models;

import org.springframework.modulith.ApplicationModule;
