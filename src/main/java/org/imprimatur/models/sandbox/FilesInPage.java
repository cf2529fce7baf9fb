package org.imprimatur.models.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files that travel in the page from one step to the next, packed, since none is kept.
 */
public final class FilesInPage {

	private static final int MOST = 20;

	private static final int LARGEST = 3_000_000;

	/** What a form may carry, in letters. */
	private static final int MOST_LETTERS = 700_000;

	private FilesInPage() {
	}

	/** The text that carries them; empty if they are too large to travel. */
	public static String write(Map<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Files in memory could not be packed.", ex);
		}
		String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
		return (text.length() > MOST_LETTERS) ? "" : text;
	}

	/**
	 * @throws IllegalArgumentException if it is no such text, or unpacks to too much
	 */
	static Map<String, byte[]> read(String text) {
		Map<String, byte[]> files = new TreeMap<>();
		if (text.isEmpty()) {
			return files;
		}
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				byte[] content = zip.readNBytes(LARGEST + 1);
				if (content.length > LARGEST || files.size() == MOST) {
					throw new IllegalArgumentException("These files are too large to be tried.");
				}
				files.put(entry.getName(), content);
			}
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The files could not be read. Choose them again.", ex);
		}
		return files;
	}

}
