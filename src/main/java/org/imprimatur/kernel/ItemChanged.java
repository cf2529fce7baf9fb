package org.imprimatur.kernel;

/**
 * Something was written about an item without a move of its case: whoever keeps an
 * extract of it looks again before the transaction ends.
 *
 * @param reference such as {@code POST-2026-000001}
 */
public record ItemChanged(String reference) {
}
