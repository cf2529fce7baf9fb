package org.imprimatur.kernel;

import java.time.Instant;

/**
 * A case has come to its end. Published in the transaction that ends it.
 *
 * @param process the key of the process
 * @param reference the item
 * @param ending the id of the end event it reached, or {@link #CANCELLED}
 * @param at the moment
 * @param caseId the engine's id of the case
 */
public record CaseEnded(String process, String reference, String ending, Instant at, String caseId) {

	/** An administrator ended the case outside its model. */
	public static final String CANCELLED = "cancelled";

}
