package org.imprimatur.accounts;

/**
 * What posts on an account depend on is another now: its kind, its team, its state or the
 * check of its public profile. Published in the transaction that records it; a change of
 * the owner is told by {@link AccountOwnerChanged} instead, whatever else changed with
 * it.
 */
public record AccountChanged(String account, String changedBy, String reason) {
}
