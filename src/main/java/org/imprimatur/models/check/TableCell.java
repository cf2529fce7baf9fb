package org.imprimatur.models.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * How cells of our tables are written: values, comparisons and ranges on the left, values
 * and facts on the right. That is a small part of FEEL, so that a cell can neither
 * surprise its reader nor run for ever.
 */
final class TableCell {

	private static final String TEXT = "\"(?:[^\"\\\\]++|\\\\.)*+\"";

	private static final String NUMBER = "-?\\d++(?:\\.\\d++)?+";

	private static final String TEST = "(?:" + TEXT + "|(?:[<>]=?\\s*+)?+" + NUMBER + "|true|false|[\\[\\](]\\s*+"
			+ NUMBER + "\\s*+\\.\\.\\s*+" + NUMBER + "\\s*+[\\[\\])])";

	private static final String TESTS = TEST + "(?:\\s*+,\\s*+" + TEST + ")*+";

	private static final Pattern CONDITION = Pattern.compile(TESTS + "|not\\s*+\\(\\s*+" + TESTS + "\\s*+\\)");

	private static final String TERM = "(?:" + TEXT + "|" + NUMBER + "|[A-Za-z_][A-Za-z0-9_]*+)";

	private static final Pattern ANSWER = Pattern.compile(TERM + "(?:\\s*+\\+\\s*+" + TERM + ")*+");

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final Set<String> WORDS = Set.of("true", "false", "null", "not");

	private static final Pattern TEXTS = Pattern.compile(TEXT);

	private static final Pattern NUMBERS = Pattern.compile(NUMBER);

	private TableCell() {
	}

	static String text(ModelElementInstance element) {
		return (element != null && element.getTextContent() != null) ? element.getTextContent().strip() : "";
	}

	static boolean isAny(String cell) {
		return cell.isBlank() || cell.strip().equals("-");
	}

	/** A cell on the left that says which values it lets through. */
	static boolean isCondition(String cell) {
		return isAny(cell) || CONDITION.matcher(cell.strip()).matches();
	}

	/** A cell on the right that gives a value, or puts one together. */
	static boolean isAnswer(String cell) {
		return cell.isBlank() || ANSWER.matcher(cell.strip()).matches();
	}

	/** The texts in quotes, without the quotes. */
	static List<String> texts(String cell) {
		return TEXTS.matcher(cell).results().map((text) -> unquoted(text.group())).distinct().toList();
	}

	static boolean isText(String cell) {
		return TEXTS.matcher(cell.strip()).matches();
	}

	static boolean isNumber(String cell) {
		return NUMBERS.matcher(cell.strip()).matches();
	}

	static String unquoted(String text) {
		String inside = text.strip();
		return inside.substring(1, inside.length() - 1).replaceAll("\\\\(.)", "$1");
	}

	static List<BigDecimal> numbers(String cell) {
		Matcher numbers = NUMBERS.matcher(TEXTS.matcher(cell).replaceAll(" "));
		List<BigDecimal> found = new ArrayList<>();
		while (numbers.find()) {
			found.add(new BigDecimal(numbers.group()));
		}
		return found;
	}

	/** Facts, or texts whose quotes were forgotten. */
	static List<String> names(String cell) {
		return NAME.matcher(TEXTS.matcher(cell).replaceAll(" "))
			.results()
			.map((name) -> name.group())
			.filter((name) -> !WORDS.contains(name))
			.distinct()
			.toList();
	}

	static boolean isTooLarge(BigDecimal number) {
		return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE - 1L)) > 0;
	}

}
