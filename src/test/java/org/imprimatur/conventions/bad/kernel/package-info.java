/** A module that may use nobody, and does. */
@ApplicationModule(allowedDependencies = {})
package org.imprimatur.conventions.bad.kernel;

import org.springframework.modulith.ApplicationModule;
