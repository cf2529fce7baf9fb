package org.imprimatur.operating;

import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Keeps what people typed out of the structured log: the engine repeats in its own lines
 * what an error says, and a database says there what it could not store.
 */
public final class LogWithoutText implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final Pattern ENGINE = Pattern.compile("(ENGINE-\\d+ [^:]*):.*", Pattern.DOTALL);

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(
				ValueProcessor.of(String.class, (message) -> ENGINE.matcher(message).replaceFirst("$1"))
					.whenHasUnescapedPath("message"));
	}

}
