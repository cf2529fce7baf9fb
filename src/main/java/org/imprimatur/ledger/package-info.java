/**
 * The record proves itself: each row of it has an entry in a chain, so that a changed, a
 * deleted and a smuggled-in row are found, and a cut tail too. Knows no feature; holds
 * neither texts nor names.
 */
@ApplicationModule(allowedDependencies = { "kernel", "security", "tasks", "tasks :: web", "mail", "operating" })
package org.imprimatur.ledger;

import org.springframework.modulith.ApplicationModule;
