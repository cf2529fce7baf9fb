package org.imprimatur.ledger;

/**
 * A head that was noted outside the database.
 *
 * @param where in words, such as "on 24 November 2026"
 */
record NotedHead(LedgerHead head, String where) {

}
