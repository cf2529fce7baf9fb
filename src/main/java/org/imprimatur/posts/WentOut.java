package org.imprimatur.posts;

/** What became of a post on its accounts, put together: out on one of them is out. */
public enum WentOut {

	POSTED, POSTED_WITH_DIFFERENCE, NOT_POSTED

}
