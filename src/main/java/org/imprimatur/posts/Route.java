package org.imprimatur.posts;

/**
 * How many people it takes to check and sign: two on FULL, one second person on LIGHT.
 */
public enum Route {

	FULL, LIGHT

}
