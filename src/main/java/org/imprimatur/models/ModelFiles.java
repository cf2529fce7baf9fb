package org.imprimatur.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The model files under {@code processes}, in a checkout, in the jar and in tests under
 * the same names, so that changing how the application starts deploys nothing anew.
 */
@Component
public class ModelFiles {

	private final String location;

	ModelFiles(@Value("${imprimatur.location:classpath:/}") String location) {
		this.location = location;
	}

	/**
	 * What is deployed: path below {@code processes} to content, in the order of the
	 * paths. Files are read once, at the call.
	 */
	SortedMap<String, byte[]> read() {
		return read(".bpmn", ".dmn");
	}

	/**
	 * The examples beside the tables, by their paths. They are checked and never
	 * deployed, so that a changed example gives no running case a new version.
	 */
	SortedMap<String, byte[]> examples() {
		return read(".examples.csv");
	}

	private SortedMap<String, byte[]> read(String... endings) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		try {
			for (String ending : endings) {
				for (Resource file : new PathMatchingResourcePatternResolver()
					.getResources(this.location + "processes/**/*" + ending)) {
					String address = file.getURL().toString();
					try (InputStream content = file.getInputStream()) {
						files.put(address.substring(address.lastIndexOf("processes/") + "processes/".length()),
								content.readAllBytes());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The models under processes could not be read", ex);
		}
		return files;
	}

}
