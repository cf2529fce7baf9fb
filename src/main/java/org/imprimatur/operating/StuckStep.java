package org.imprimatur.operating;

import java.time.Instant;

/**
 * A step that the engine could not do by itself.
 *
 * @param id the engine's id of the job
 * @param reference of the item; null if it belongs to none, or to one that the reader may
 * not see
 * @param hidden whether there is an item that the reader may not see
 * @param step what the model calls the step
 * @param since when it failed for the first time
 * @param triesLeft how often it is still tried by itself; 0 if somebody has to act
 * @param nextTry when it is tried by itself; null if it is not
 * @param paused whether an administrator has paused it
 * @param trace the path of the program to the failure, without any text of an item
 */
public record StuckStep(String id, String reference, boolean hidden, String step, Instant since, int triesLeft,
		Instant nextTry, boolean paused, WhatWentWrong wrong, String trace) {

	/** Whether nothing happens until somebody acts. */
	public boolean isGivenUp() {
		return this.triesLeft == 0;
	}

}
