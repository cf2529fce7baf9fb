package org.imprimatur.posts;

/** Whether the Charity's objects have to be checked. */
public enum ObjectsCheck {

	REQUIRED, NOT_REQUIRED, BLOCKED

}
