/**
 * What happened to items, for people who answer for it later: the path of each case, the
 * steps people did, and one row an item by which everything is found. Knows no feature; a
 * feature hands in its own {@link org.imprimatur.history.RecordedItems}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "ledger", "mail", "models", "security", "tasks", "tasks :: web" })
package org.imprimatur.history;

import org.springframework.modulith.ApplicationModule;
