package org.imprimatur.posts;

import org.springframework.data.annotation.Id;

/**
 * What one version of a post says on one of its accounts, never changed afterwards.
 *
 * @param account id
 * @param body its own text; null if it says what the version says on all
 * @param contentDigest stands for the text there, pictures, link and source
 */
record PostRevisionText(@Id Long id, String reference, int revision, String account, String body,
		String contentDigest) {
}
