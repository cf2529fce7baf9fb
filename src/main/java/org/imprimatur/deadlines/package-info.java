/**
 * Working hours, due dates from the deadline table, reminders, and timers that fire on
 * time. Owns the table {@code reminder} and the clock; models use {@code ${deadlines}}
 * and the listener {@code ${remindPeople}}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security" })
package org.imprimatur.deadlines;

import org.springframework.modulith.ApplicationModule;
