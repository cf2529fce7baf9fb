package org.imprimatur.history.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.imprimatur.history.Cells;
import org.imprimatur.history.Figure;
import org.imprimatur.history.NoteTime;
import org.imprimatur.history.Noting.State;
import org.imprimatur.history.Numbers;
import org.imprimatur.history.Numbers.Told;
import org.imprimatur.history.StepTime;

/** The numbers of a period for programs and spreadsheets. */
final class NumbersFiles {

	private NumbersFiles() {
	}

	/** One line for each number, which every program reads. */
	static void csv(Told told, OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		// without it Excel takes the file for another character set
		writer.write('\uFEFF');
		try (CSVPrinter printer = new CSVPrinter(writer,
				CSVFormat.RFC4180.builder().setHeader("What", "Number", "Value").get())) {
			for (Numbers.Row row : rows(told)) {
				for (int i = 0; i < row.cells().size(); i++) {
					printer.printRecord(Cells.harmless(row.label()), Cells.harmless(told.figures().get(i).label()),
							row.cells().get(i).number());
				}
			}
			for (NoteTime note : told.notes()) {
				for (Map.Entry<String, Object> one : json(note).entrySet()) {
					printer.printRecord("Acknowledgement: " + note.who().label(), one.getKey(), one.getValue());
				}
			}
			for (StepTime step : told.steps()) {
				for (Map.Entry<String, Object> one : json(step).entrySet()) {
					printer.printRecord("Step: " + step.label(), one.getKey(), one.getValue());
				}
			}
		}
	}

	static void xlsx(Told told, OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Imprimatur", "1.0")) {
			Worksheet items = book.newWorksheet("Items");
			items.value(0, 0, told.period());
			for (int i = 0; i < told.figures().size(); i++) {
				items.value(0, i + 1, Cells.plain(told.figures().get(i).label()));
			}
			int at = 1;
			for (Numbers.Row row : rows(told)) {
				items.value(at, 0, Cells.plain(row.label()));
				for (int i = 0; i < row.cells().size(); i++) {
					items.value(at, i + 1, row.cells().get(i).number());
				}
				at++;
			}
			Map<String, Map<String, Object>> notes = new LinkedHashMap<>();
			told.notes().forEach((note) -> notes.put(note.who().label(), json(note)));
			sheet(book.newWorksheet("Acknowledgements"), "Who", notes);
			Map<String, Map<String, Object>> steps = new LinkedHashMap<>();
			told.steps().forEach((step) -> steps.put(step.label(), json(step)));
			sheet(book.newWorksheet("Steps"), "Step", steps);
		}
	}

	/** A table with a line for each of these. */
	private static void sheet(Worksheet sheet, String first, Map<String, Map<String, Object>> lines) {
		int at = 1;
		for (Map.Entry<String, Map<String, Object>> line : lines.entrySet()) {
			sheet.value(0, 0, first);
			sheet.value(at, 0, Cells.plain(line.getKey()));
			int column = 1;
			for (Map.Entry<String, Object> one : line.getValue().entrySet()) {
				sheet.value(0, column, one.getKey());
				if (one.getValue() instanceof Number number) {
					sheet.value(at, column, number);
				}
				column++;
			}
			at++;
		}
	}

	private static List<Numbers.Row> rows(Told told) {
		List<Numbers.Row> rows = new ArrayList<>(told.rows());
		rows.add(told.total());
		return rows;
	}

	static Map<String, Object> json(Told told) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("period", told.period());
		answer.put("figures",
				told.figures()
					.stream()
					.map((one) -> Map.of("label", one.label(), "counts", one.definition()))
					.toList());
		answer.put("rows", rows(told).stream().map((row) -> json(row, told.figures())).toList());
		answer.put("acknowledgements", told.notes().stream().map((note) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("who", note.who().label());
			one.put("counts", note.who().definition());
			one.putAll(json(note));
			return one;
		}).toList());
		answer.put("steps", told.steps().stream().map((step) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("step", step.task());
			one.putAll(json(step));
			return one;
		}).toList());
		return answer;
	}

	private static Map<String, Object> json(Numbers.Row row, List<Figure> figures) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("row", row.label());
		for (int i = 0; i < figures.size(); i++) {
			one.put(figures.get(i).label(), row.cells().get(i).number());
		}
		return one;
	}

	private static Map<String, Object> json(StepTime step) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("done", step.done());
		one.put("medianSeconds", step.median());
		one.put("nineOfTenSeconds", step.most());
		one.put("withDeadline", step.dated());
		one.put("inTime", step.inTime());
		one.put("waitingNow", step.waiting());
		one.put("overdueNow", step.overdue());
		return one;
	}

	/** Numbers of items, then of times; what is not known is null. */
	private static Map<String, Object> json(NoteTime note) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("asked", note.items().get(State.ASKED).number());
		one.put("inTime", note.items().get(State.IN_TIME).number());
		one.put("late", note.items().get(State.LATE).number());
		one.put("notAcknowledged", note.items().get(State.MISSING).number());
		one.put("medianSeconds", (note.noted() > 0) ? note.median() : null);
		one.put("nineOfTenSeconds", (note.noted() > 0) ? note.most() : null);
		one.put("inTimeOfHundred", note.inTimeOfHundred());
		return one;
	}

}
