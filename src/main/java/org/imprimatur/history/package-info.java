/**
 * What happened to an item, over any process face; knows no feature.
 */
@ApplicationModule(allowedDependencies = { "kernel", "models", "security" })
package org.imprimatur.history;

import org.springframework.modulith.ApplicationModule;
