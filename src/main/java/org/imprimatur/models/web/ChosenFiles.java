package org.imprimatur.models.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.imprimatur.kernel.InvalidFields;

import org.springframework.web.multipart.MultipartFile;

/** The files of models that somebody chose on a page. */
final class ChosenFiles {

	static final String FIELD = "file";

	private static final int MOST = 20;

	private ChosenFiles() {
	}

	/**
	 * Name to content.
	 * @param files null if the field was not sent at all
	 * @throws InvalidFields if there is none, or more than twenty
	 */
	static SortedMap<String, byte[]> read(List<MultipartFile> files) {
		SortedMap<String, byte[]> sent = new TreeMap<>();
		if (files != null) {
			files.stream().filter((file) -> !file.isEmpty()).forEach((file) -> sent.put(name(file), content(file)));
		}
		if (sent.isEmpty() || sent.size() > MOST) {
			throw new InvalidFields(
					Map.of(FIELD, sent.isEmpty() ? "Choose the files to check: processes (.bpmn) and tables (.dmn)."
							: "Check at most " + MOST + " files at once."));
		}
		return sent;
	}

	/** The file's own name, whatever folder a browser sends along. */
	private static String name(MultipartFile file) {
		String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
		return name.substring(name.lastIndexOf('/') + 1);
	}

	private static byte[] content(MultipartFile file) {
		try {
			return file.getBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file could not be read.", ex);
		}
	}

}
