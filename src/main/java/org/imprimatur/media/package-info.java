/**
 * Pictures, clips and other files that people attach: kept outside the engine, never
 * changed, shown only to who may see what they belong to.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security" })
package org.imprimatur.media;

import org.springframework.modulith.ApplicationModule;
