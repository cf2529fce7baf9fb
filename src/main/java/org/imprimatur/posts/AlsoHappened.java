package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.tasks.Happening;

/** Something that belongs into the story of a post and stands in no row of its own. */
interface AlsoHappened {

	/** In any order. */
	List<Happening> about(Post post);

}
