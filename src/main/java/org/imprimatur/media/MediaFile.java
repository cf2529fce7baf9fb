package org.imprimatur.media;

import java.time.Instant;
import java.util.Locale;

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

	/** Whether it is read, not looked at: handed out to keep, never shown in a page. */
	public boolean isDocument() {
		return !isVideo() && !this.type.startsWith("image/");
	}

	/** What the person's own machine calls it: a name that says what it contains. */
	public String downloadName() {
		String plain = this.name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:\"]", "_");
		return MediaFiles.endings(this.type)
			.stream()
			.anyMatch((ending) -> plain.toLowerCase(Locale.UK).endsWith(ending)) ? plain
					: plain + MediaFiles.endings(this.type).get(0);
	}

	/** Its sort and size in words, such as "PDF, 120 KB". */
	public String words() {
		return MediaFiles.sort(this.type) + ", " + ((this.size < 1024 * 1024)
				? Math.max(1, Math.round(this.size / 1024.0)) + " KB" : Math.round(this.size / 1048576.0) + " MB");
	}

}
