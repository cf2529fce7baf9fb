package org.imprimatur.history.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.imprimatur.history.Found.Line;
import org.imprimatur.history.Sign;
import org.imprimatur.kernel.LondonTime;

/** One item found, as programs and files get it. */
final class LineInWords {

	/** The columns of a file, in their order. */
	static final List<String> COLUMNS = List.of("Reference", "Sort", "Title", "Begun", "Ended", "State", "Waits for",
			"Due", "Accounts", "Out of the ordinary", "Story");

	private LineInWords() {
	}

	static Map<String, Object> json(Line line) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("reference", line.reference());
		row.put("feature", line.feature());
		row.put("title", line.title());
		row.put("startedAt", LondonTime.iso(line.startedAt()));
		row.put("endedAt", (line.endedAt() != null) ? LondonTime.iso(line.endedAt()) : null);
		row.put("state", line.state());
		row.put("waits", line.waits());
		row.put("dueAt", (line.due() != null) ? LondonTime.iso(line.due()) : null);
		row.put("accounts", line.accounts());
		row.put("signs", line.signs());
		return row;
	}

	/**
	 * Times with London's offset, so that a spreadsheet sorts them and nobody guesses.
	 */
	static List<String> cells(Line line) {
		return List.of(line.reference(), line.feature(), line.title(), LondonTime.iso(line.startedAt()),
				(line.endedAt() != null) ? LondonTime.iso(line.endedAt()) : "", line.state(),
				String.join("; ", line.waits()), (line.due() != null) ? LondonTime.iso(line.due()) : "",
				String.join("; ", line.accounts()),
				line.signs().stream().map(Sign::label).collect(Collectors.joining("; ")),
				"/history/" + line.reference());
	}

}
