package org.imprimatur.posts;

import org.springframework.data.annotation.Id;

/**
 * A picture or clip of one revision, never changed afterwards.
 *
 * @param revision number of the revision
 * @param position counts from 1
 * @param file id of the file, which is the digest of its content
 * @param altText what it shows, for people who cannot see it; "decorative" if it adds
 * nothing to the text
 */
public record PostMedia(@Id Long id, String reference, int revision, int position, String file, String altText) {

	/** The longest description, in characters. */
	public static final int LONGEST_ALT_TEXT = 2000;

}
