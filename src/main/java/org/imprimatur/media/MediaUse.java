package org.imprimatur.media;

import org.imprimatur.security.Person;

/** What a feature knows of the files it uses. */
public interface MediaUse {

	/** Whether this person may read something that this file belongs to. */
	boolean maySee(String file, Person person);

	/** Records that this person was given the file, where looks are recorded. */
	default void looked(String file, Person person) {
	}

}
