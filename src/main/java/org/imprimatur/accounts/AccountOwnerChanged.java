package org.imprimatur.accounts;

/**
 * The owner of an account is another one now. Published in the transaction that records
 * it, so that every open post on the account is looked at again at once.
 */
public record AccountOwnerChanged(String account, Owner before, Owner after, String changedBy, String reason) {
}
