package org.imprimatur.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long something took, as people say it. */
final class Spans {

	private Spans() {
	}

	/** Such as "1 day 2 hours 5 minutes". */
	static String words(Duration time) {
		List<String> parts = new ArrayList<>();
		part(parts, time.toDays(), "day");
		part(parts, time.toHoursPart(), "hour");
		part(parts, time.toMinutesPart(), "minute");
		return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
	}

	/** The same in working time, in which no day has a length. */
	static String working(long seconds) {
		List<String> parts = new ArrayList<>();
		part(parts, seconds / 3600, "hour");
		part(parts, seconds % 3600 / 60, "minute");
		return (parts.isEmpty() ? "less than a minute" : String.join(" ", parts)) + " of working time";
	}

	private static void part(List<String> parts, long count, String unit) {
		if (count > 0) {
			parts.add(count + " " + unit + ((count > 1) ? "s" : ""));
		}
	}

}
