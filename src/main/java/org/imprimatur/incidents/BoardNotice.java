package org.imprimatur.incidents;

import java.time.Instant;

import org.imprimatur.meetings.Board;

/**
 * A member of a Board was told between meetings.
 *
 * @param member login
 */
public record BoardNotice(String caseId, String reference, Board board, String member, Instant toldAt) {
}
