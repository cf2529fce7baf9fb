package org.imprimatur.posts;

/**
 * The look back at breaking news found something wrong: the post has to be corrected or
 * removed. Published in the transaction that records it; what corrects posts listens.
 *
 * @param outcome CORRECT or REMOVE
 * @param person login of who found it
 */
public record ReviewFoundFault(String reference, UrgentReview outcome, String reason, String person) {
}
