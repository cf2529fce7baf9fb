package org.imprimatur.posts;

/**
 * A post is out on an account although its approval no longer held: the platform released
 * it before it could be taken out of its queue. Published in the transaction that records
 * it, so that somebody decides what follows.
 *
 * @param account id
 * @param because why it was to come out of the queue, as a sentence
 * @param person login of who found it out already
 */
public record WentOutAnyway(String reference, String account, String because, String person) {
}
