package org.imprimatur.incidents;

/**
 * The Trustees have decided that an incident merits a report to the Charity Commission.
 * Published in the transaction that records it.
 */
public record SeriousIncidentOccurred(String reference, String caseId) {
}
