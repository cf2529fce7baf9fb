package org.imprimatur.history.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.imprimatur.history.Cells;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Found;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.ledger.LedgerHead;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A whole search as a file, line by line as it is read, so that a million lines need no
 * more memory than one. Each is recorded before its first line leaves.
 */
@Controller
@Policy("ONE-LOGIN")
class ExportPages {

	/** Rows a sheet can hold, the heading included. */
	private static final int SHEET = 1_048_576;

	private static final int FLUSHED = 500;

	private final Found found;

	private final Exports exports;

	private final People people;

	private final ObjectMapper mapper;

	private final Clock clock;

	ExportPages(Found found, Exports exports, People people, ObjectMapper mapper, Clock clock) {
		this.found = found;
		this.exports = exports;
		this.people = people;
		this.mapper = mapper;
		this.clock = clock;
	}

	@GetMapping("/history.{form:csv|xlsx|json}")
	void export(@PathVariable String form, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Person person = this.people.acting();
		Fields fields = SearchFields.of(request);
		SearchFields.mustBeKnown(request);
		// whatever is wrong with the search is said before the file begins
		this.found.check(fields, person);
		String query = SearchFields.query(fields);
		LedgerHead head = this.exports.record(form, query, person);
		Map<String, String> about = about(query, head, person);
		// a line about the file would be a row to whatever reads a CSV: its name bears
		// the head
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"history-ledger-" + head.number() + "-" + head.mac() + "." + form + "\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		OutputStream out = response.getOutputStream();
		switch (form) {
			case "csv" -> {
				response.setContentType("text/csv;charset=UTF-8");
				csv(fields, person, out);
			}
			case "xlsx" -> {
				response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
				xlsx(fields, person, about, out);
			}
			default -> {
				response.setContentType("application/json");
				json(fields, person, about, out);
			}
		}
	}

	/** What every export says of itself. */
	private Map<String, String> about(String query, LedgerHead head, Person person) {
		Map<String, String> about = new LinkedHashMap<>();
		about.put("takenBy", this.people.nameOf(person.login()));
		about.put("takenAt", LondonTime.iso(this.clock.instant()));
		about.put("search", query);
		about.put("ledgerHead", head.toString());
		return about;
	}

	private void csv(Fields fields, Person person, OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		// without it Excel takes the file for another character set
		writer.write('\uFEFF');
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader(LineInWords.COLUMNS.toArray(String[]::new)).get();
		CSVPrinter printer = new CSVPrinter(writer, format);
		this.found.each(fields, person, (line) -> quietly(
				() -> printer.printRecord(LineInWords.cells(line).stream().map(Cells::harmless).toList())));
		printer.flush();
	}

	private void xlsx(Fields fields, Person person, Map<String, String> about, OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Imprimatur", "1.0")) {
			Sheets sheets = new Sheets(book);
			this.found.each(fields, person, (line) -> sheets.write(LineInWords.cells(line)));
			sheets.end();
			sheets.about(about);
		}
	}

	private void json(Fields fields, Person person, Map<String, String> about, OutputStream out) throws IOException {
		try (JsonGenerator generator = this.mapper.createGenerator(out)) {
			generator.writeStartObject();
			generator.writePOJOField("about", about);
			generator.writeArrayFieldStart("items");
			this.found.each(fields, person, (line) -> quietly(() -> generator.writePOJO(LineInWords.json(line))));
			generator.writeEndArray();
			generator.writeEndObject();
		}
	}

	/** As many sheets as the lines need. */
	private static final class Sheets {

		private final Workbook book;

		private Worksheet sheet;

		private int row;

		private int number;

		Sheets(Workbook book) {
			this.book = book;
			next();
		}

		private void next() {
			this.number++;
			this.sheet = this.book.newWorksheet("History " + this.number);
			this.sheet.freezePane(0, 1);
			this.row = 0;
			write(LineInWords.COLUMNS);
			this.sheet.range(0, 0, 0, LineInWords.COLUMNS.size() - 1).style().bold().set();
		}

		void write(List<String> cells) {
			if (this.row == SHEET) {
				end();
				next();
			}
			for (int column = 0; column < cells.size(); column++) {
				this.sheet.value(this.row, column, Cells.plain(cells.get(column)));
			}
			this.row++;
			if (this.row % FLUSHED == 0) {
				quietly(this.sheet::flush);
			}
		}

		/** A sheet of its own, so that the lines stay a plain table. */
		void about(Map<String, String> about) {
			this.sheet = this.book.newWorksheet("About this export");
			List<String> words = List.of("Taken by", "Taken at", "Search", "Ledger head");
			List<String> values = List.copyOf(about.values());
			for (int line = 0; line < words.size(); line++) {
				this.sheet.value(line, 0, words.get(line));
				this.sheet.value(line, 1, Cells.plain(values.get(line)));
			}
			end();
		}

		void end() {
			quietly(this.sheet::finish);
		}

	}

	private interface Writing {

		void write() throws IOException;

	}

	private static void quietly(Writing writing) {
		try {
			writing.write();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
