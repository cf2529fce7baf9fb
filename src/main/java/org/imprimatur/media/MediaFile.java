package org.imprimatur.media;

import java.time.Instant;

/**
 * A file that somebody attached, known by what it contains.
 *
 * @param id SHA-256 of the content in lower-case hexadecimal
 * @param name as the person's own machine called it
 * @param type sniffed from the content, such as {@code image/png}
 * @param size in bytes
 * @param addedBy login of who attached it first
 */
public record MediaFile(String id, String name, String type, long size, String addedBy, Instant addedAt) {

	public boolean isVideo() {
		return this.type.startsWith("video/");
	}

}
