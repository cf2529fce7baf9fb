/**
 * Incidents, from report to Boards, Chief Executive and Trustees: process
 * {@code incident-escalation} with {@code board-report} and
 * {@code serious-incident-decision}, forms in {@code forms/incidents}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "models", "tasks", "tasks :: web", "mail", "accounts",
		"deadlines", "history", "media", "meetings" })
package org.imprimatur.incidents;

import org.springframework.modulith.ApplicationModule;
