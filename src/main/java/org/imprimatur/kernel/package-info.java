/**
 * The vocabulary: process face, typed variable, outcome, refusal, policy id, reference
 * number. Everybody may use it; it uses the JDK and the engine's public interfaces only.
 */
@ApplicationModule(allowedDependencies = {})
package org.imprimatur.kernel;

import org.springframework.modulith.ApplicationModule;
