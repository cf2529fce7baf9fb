package org.imprimatur.tasks;

import java.util.List;

/** What belongs to an item of whatever feature: in its story, and on top of its page. */
public interface AlsoTold {

	/** In any order. */
	List<Happening> happened(String reference);

	/** What holds now, a sentence each. */
	List<String> notices(String reference);

}
