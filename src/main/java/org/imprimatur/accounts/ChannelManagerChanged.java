package org.imprimatur.accounts;

import org.imprimatur.kernel.Policy;

/**
 * Somebody else runs the account, or nobody. Published in the transaction that records
 * it.
 */
@Policy("SHARE")
public record ChannelManagerChanged(String account) {
}
