package org.imprimatur.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the Data Protection Lead asks to be erased, until it is answered.
 *
 * @param spellings what the person is called by, one each
 * @param explanation why the ground applies; names nobody
 * @param caseNumber of the person's own request; may be null
 * @param leftOut items, and rows that belong to none, in which another person is meant
 * @param files ids of files to be emptied
 * @param askedBy login
 */
public record ErasureRequest(long id, List<String> spellings, Ground ground, String explanation, String caseNumber,
		Set<String> leftOut, Set<String> files, String askedBy, Instant askedAt) {
}
