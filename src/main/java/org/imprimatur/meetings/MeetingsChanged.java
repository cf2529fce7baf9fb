package org.imprimatur.meetings;

/**
 * A meeting of this Board was added, moved or cancelled. Published in the transaction
 * that records it, so that whatever waits for a meeting finds the right one at once.
 */
public record MeetingsChanged(Board board) {
}
