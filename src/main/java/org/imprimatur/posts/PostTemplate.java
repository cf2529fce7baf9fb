package org.imprimatur.posts;

import java.time.Instant;

import org.imprimatur.tasks.Fields;

/**
 * What a team keeps to begin posts from.
 *
 * @param team id of the group whose people may use it
 * @param name as the team knows it
 * @param madeBy login
 * @param retired when it was taken out of use; null while it is offered
 */
public record PostTemplate(long id, String team, String name, Fields fields, String madeBy, Instant madeAt,
		Instant retired) {

	/** What the page on which posts begin calls it in its address. */
	public String from() {
		return "template-" + this.id;
	}

}
