package org.imprimatur.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

/** Reads what the Data Protection Lead typed. What stays in the record names nobody. */
final class ErasureForm {

	private static final int LONGEST_TEXT = 2000;

	private static final int LONGEST_NUMBER = 100;

	private static final int MOST = 20;

	private static final int SHORTEST = 3;

	private static final int LONGEST = 200;

	private ErasureForm() {
	}

	/**
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed anew
	 */
	static ErasureRequest read(Fields fields, String by, Instant at) {
		FieldCheck check = new FieldCheck(fields);
		List<String> spellings = spellings(check);
		Ground ground = check.choice("ground", Ground.class, "Choose the ground.");
		String explanation = check.required("explanation", LONGEST_TEXT, "the explanation",
				"Enter why this ground applies.");
		String number = check.text("caseNumber", LONGEST_NUMBER, "the number of the request");
		if (!spellings.isEmpty()) {
			Spellings typed = new Spellings(spellings);
			if (typed.isIn(explanation)) {
				check.problem("explanation", "Take the name out: the explanation stays in the record.");
			}
			if (typed.isIn(number)) {
				check.problem("caseNumber", "Take the name out: the number stays in the record.");
			}
		}
		check.done();
		return new ErasureRequest(0, spellings, ground, explanation, number, Set.of(), Set.of(), by, at);
	}

	private static List<String> spellings(FieldCheck check) {
		String typed = check.required("words", MOST * LONGEST, "the names",
				"Enter what the person is called by, one to a line.");
		if (typed == null) {
			return List.of();
		}
		List<String> spellings = typed.lines()
			.map((line) -> line.strip().replaceAll("\\s+", " "))
			.filter((line) -> !line.isEmpty())
			.distinct()
			.toList();
		if (spellings.size() > MOST) {
			check.problem("words", "Enter at most " + MOST + " lines.");
		}
		if (spellings.stream().anyMatch((line) -> line.length() < SHORTEST || line.length() > LONGEST)) {
			check.problem("words", "Enter between " + SHORTEST + " and " + LONGEST + " characters on each line.");
		}
		if (spellings.stream().anyMatch((line) -> line.codePoints().noneMatch(Character::isLetterOrDigit))) {
			check.problem("words", "Enter letters or digits on each line.");
		}
		return spellings;
	}

}
