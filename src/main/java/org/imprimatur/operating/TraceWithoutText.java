package org.imprimatur.operating;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.boot.logging.StackTracePrinter;

/**
 * The path of the program to a failure: the names of the errors and the lines of the
 * code. What the errors say is left out, since a database says there what people typed.
 */
public final class TraceWithoutText implements StackTracePrinter {

	/** Longer ones are cut. */
	private static final int MOST = 60;

	private static final Pattern FRAME = Pattern.compile("\\s*(at [\\w.$/<>@-]+\\([\\w.$ :-]*\\)|\\.\\.\\. \\d+ .*)");

	private static final Pattern ERROR = Pattern
		.compile("\\s*(Caused by: |Suppressed: )?((?:[a-z_][\\w]*\\.)+[A-Z][\\w$]*)(:.*)?");

	/** The trace without what the errors say. */
	static String of(String trace) {
		return trace.lines()
			.map(TraceWithoutText::line)
			.filter((line) -> line != null)
			.limit(MOST)
			.collect(Collectors.joining("\n"));
	}

	private static String line(String line) {
		Matcher frame = FRAME.matcher(line);
		if (frame.matches()) {
			return "\t" + frame.group(1);
		}
		Matcher error = ERROR.matcher(line);
		return error.matches() ? ((error.group(1) != null) ? error.group(1) : "") + error.group(2) : null;
	}

	@Override
	public void printStackTrace(Throwable throwable, Appendable out) throws java.io.IOException {
		java.io.StringWriter whole = new java.io.StringWriter();
		throwable.printStackTrace(new java.io.PrintWriter(whole));
		out.append(of(whole.toString()));
	}

}
