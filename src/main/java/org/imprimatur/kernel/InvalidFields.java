package org.imprimatur.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person typed cannot be accepted: 422 with one message per field. Messages say
 * what to do ("Enter a reason for rejecting the post"); what was typed is kept.
 */
public class InvalidFields extends RuntimeException {

	private final Map<String, String> messages;

	/**
	 * @param messages field name to message, in the order of the form; never empty
	 */
	public InvalidFields(Map<String, String> messages) {
		super(String.join(" ", messages.values()));
		this.messages = new LinkedHashMap<>(messages);
	}

	public InvalidFields(String field, String message) {
		this(Map.of(field, message));
	}

	public Map<String, String> messages() {
		return this.messages;
	}

}
