package org.imprimatur.ledger;

/** A row of the record that needs its entry before the commit. */
record DueRow(LedgerTable table, String rowKey) {

}
