package org.imprimatur.posts;

/** Whether somebody looks at an urgent post again after its release. */
public enum SecondLook {

	NEEDED, NONE

}
