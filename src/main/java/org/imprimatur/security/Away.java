package org.imprimatur.security;

/** Who is away now, so that others may take over what they had taken. */
public interface Away {

	boolean isAway(String login);

}
