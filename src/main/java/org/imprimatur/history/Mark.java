package org.imprimatur.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One thing that is true of an item and by which it is found: that it is on an account,
 * that somebody did something to it, that a word stands in it.
 *
 * @param value a code, an id, a login or a word, never null
 */
public record Mark(Facet facet, String value) {

	/**
	 * What stands for it in the index: the first eight bytes of a SHA-256, so that the
	 * index is small and names nobody.
	 */
	long id() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((this.facet + ":" + this.value).getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256.", ex);
		}
	}

}
