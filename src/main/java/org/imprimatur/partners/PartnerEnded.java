package org.imprimatur.partners;

/**
 * Somebody is a partner no longer. Published in the transaction that records it, so that
 * every open share of theirs is looked at again at once.
 */
public record PartnerEnded(PartnerAddress address) {
}
