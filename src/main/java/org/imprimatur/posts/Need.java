package org.imprimatur.posts;

/** What the gate before release found the post to need. */
public enum Need {

	PUBLISH, WAIT, SCHEDULE, CONFIRM, SIGN_OFF, OBJECTS, DRAFT,
	/** It has to come out of the platforms' own queues first. */
	CLEAR_QUEUE,
	/** Nothing any more: it ends here. */
	WITHDRAWN, RECALLED

}
