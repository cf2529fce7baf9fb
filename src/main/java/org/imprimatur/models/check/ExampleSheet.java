package org.imprimatur.models.check;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of examples, as a spreadsheet shows it: a heading for each fact, one
 * {@code answer: name} for each answer, and at the end {@code why}. The headings of
 * answers do not begin with a sign, since spreadsheets take that for a formula.
 *
 * @param headings the cells of the first row
 * @param rows the others, but for empty ones
 */
record ExampleSheet(List<String> headings, List<Row> rows) {

	static final String ENDING = ".examples.csv";

	static final String ANSWER = "answer:";

	static final String WHY = "why";

	private static final int LONGEST = 500_000;

	/**
	 * @param number as a spreadsheet counts: the headings are row 1
	 */
	record Row(int number, List<String> cells) {

		String cell(int column) {
			return (column < this.cells.size()) ? this.cells.get(column) : "";
		}

		String id() {
			return "row " + this.number;
		}

	}

	/** Empty, with a finding, if nobody can read it. */
	static Optional<ExampleSheet> read(String file, String text, Findings findings) {
		if (text.length() > LONGEST) {
			findings.add(file, "is too long to be tried", "keep the examples that say something new");
			return Optional.empty();
		}
		if (text.contains("\uFFFD") || text.contains("\0")) {
			findings.add(file, "holds letters that cannot be read", "save it as CSV in UTF-8");
			return Optional.empty();
		}
		List<Row> rows = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text),
				CSVFormat.RFC4180.builder().setTrim(true).get())) {
			for (CSVRecord row : parser) {
				if (row.stream().anyMatch((cell) -> !cell.isEmpty())) {
					rows.add(new Row((int) row.getRecordNumber(), row.stream().toList()));
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			findings.add(file, "cannot be read as a table: a quotation mark is missing or stands in the wrong place",
					"open it in a spreadsheet, mend the row, and save it as CSV");
			return Optional.empty();
		}
		if (rows.isEmpty()) {
			findings.add(file, "is empty", "write the headings and one example for each row of the table");
			return Optional.empty();
		}
		if (rows.get(0).cells().size() == 1 && rows.get(0).cell(0).contains(";")) {
			findings.add(file, "has semicolons between its cells", "save it as CSV with commas");
			return Optional.empty();
		}
		return Optional.of(new ExampleSheet(rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size()))));
	}

	static boolean isAnswer(String heading) {
		return heading.startsWith(ANSWER);
	}

	/** The name of the output. */
	static String answer(String heading) {
		return heading.substring(ANSWER.length()).strip();
	}

}
