package org.imprimatur.operating;

import java.util.regex.Matcher;
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

	/** The engine's REST writes the path of a failure as its message. */
	private static final Pattern REST = Pattern.compile("(ENGINE-REST-\\w+ )(.*)", Pattern.DOTALL);

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(
				ValueProcessor.of(String.class, LogWithoutText::withoutText).whenHasUnescapedPath("message"));
	}

	private static String withoutText(String message) {
		Matcher rest = REST.matcher(message);
		return rest.matches() ? rest.group(1) + TraceWithoutText.of(rest.group(2))
				: ENGINE.matcher(message).replaceFirst("$1");
	}

}
