package org.imprimatur.tasks;

import java.time.Instant;

/**
 * One thing that happened to an item, for people to read.
 *
 * @param when the moment
 * @param who the name of the person, or "Imprimatur" for what the engine did by itself
 * @param title a few words: what was done
 * @param text what was written with it, shown as typed; may be null
 * @param taskId the engine's id of the task at which it was done; null if at none
 */
public record Happening(Instant when, String who, String title, String text, String taskId) {

	public Happening(Instant when, String who, String title, String text) {
		this(when, who, title, text, null);
	}

}
