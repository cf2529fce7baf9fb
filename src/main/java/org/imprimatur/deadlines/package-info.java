/**
 * Working hours, due dates from the deadline table, reminders, and timers that fire on
 * time.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
package org.imprimatur.deadlines;

import org.springframework.modulith.ApplicationModule;
