package org.imprimatur.history.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.imprimatur.history.Exports;
import org.imprimatur.history.Found;
import org.imprimatur.kernel.Policy;
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

	ExportPages(Found found, Exports exports, People people, ObjectMapper mapper) {
		this.found = found;
		this.exports = exports;
		this.people = people;
		this.mapper = mapper;
	}

	@GetMapping("/history.{form:csv|xlsx|json}")
	void export(@PathVariable String form, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Person person = this.people.acting();
		Fields fields = SearchFields.of(request);
		// whatever is wrong with the search is said before the file begins
		this.found.check(fields, person);
		this.exports.record(form, SearchFields.query(fields), person);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history." + form + "\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		OutputStream out = response.getOutputStream();
		switch (form) {
			case "csv" -> {
				response.setContentType("text/csv;charset=UTF-8");
				csv(fields, person, out);
			}
			case "xlsx" -> {
				response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
				xlsx(fields, person, out);
			}
			default -> {
				response.setContentType("application/json");
				json(fields, person, out);
			}
		}
	}

	private void csv(Fields fields, Person person, OutputStream out) throws IOException {
		Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		// without it Excel takes the file for another character set
		writer.write('\uFEFF');
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader(LineInWords.COLUMNS.toArray(String[]::new)).get();
		CSVPrinter printer = new CSVPrinter(writer, format);
		this.found.each(fields, person, (line) -> quietly(
				() -> printer.printRecord(LineInWords.cells(line).stream().map(ExportPages::harmless).toList())));
		printer.flush();
	}

	/** A spreadsheet runs a cell that begins with one of these as a formula. */
	private static String harmless(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

	private void xlsx(Fields fields, Person person, OutputStream out) throws IOException {
		try (Workbook book = new Workbook(out, "Imprimatur", "1.0")) {
			Sheets sheets = new Sheets(book);
			this.found.each(fields, person, (line) -> sheets.write(LineInWords.cells(line)));
			sheets.end();
		}
	}

	private void json(Fields fields, Person person, OutputStream out) throws IOException {
		try (JsonGenerator generator = this.mapper.createGenerator(out)) {
			generator.writeStartArray();
			this.found.each(fields, person, (line) -> quietly(() -> generator.writePOJO(LineInWords.json(line))));
			generator.writeEndArray();
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
				this.sheet.value(this.row, column, plain(cells.get(column)));
			}
			this.row++;
			if (this.row % FLUSHED == 0) {
				quietly(this.sheet::flush);
			}
		}

		void end() {
			quietly(this.sheet::finish);
		}

		/** XML holds no control characters. */
		private static String plain(String cell) {
			return cell.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", " ");
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
