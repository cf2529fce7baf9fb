package org.imprimatur.kernel;

/**
 * One way a person can decide: an enum constant whose label and one-sentence definition
 * the form, the history and the documents all show.
 */
public interface Outcome {

	/** The code that forms send and that conditions in models compare. */
	String name();

	/** A few words, such as "Changes needed". */
	String label();

	/** One plain sentence saying what choosing this means. */
	String definition();

}
