/**
 * How long items are kept, which must be kept longer, and what is deleted when: table
 * {@code retention}, page {@code /retention}. Knows no feature: items come from the
 * history.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "security", "models", "tasks", "tasks :: web", "history", "ledger" })
package org.imprimatur.retention;

import org.springframework.modulith.ApplicationModule;
