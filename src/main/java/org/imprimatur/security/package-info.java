/**
 * People, roles, sign-in, and the guards that hold at every door of the engine.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
package org.imprimatur.security;

import org.springframework.modulith.ApplicationModule;
