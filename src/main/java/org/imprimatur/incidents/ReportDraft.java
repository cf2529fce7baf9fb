package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.imprimatur.history.Paper;

/**
 * What a form asks for, part by part, with what the record answers; what it does not
 * answer is said where it is asked for and gathered at the front.
 */
final class ReportDraft {

	private final List<Part> parts = new ArrayList<>();

	private final UnaryOperator<String> told;

	/**
	 * @param told what is made of each answer, such as hiding names
	 */
	ReportDraft(UnaryOperator<String> told) {
		this.told = told;
	}

	/** One part of the form, in the order in which it asks. */
	private record Part(String title, List<Answer> answers) {
	}

	/**
	 * One answer.
	 *
	 * @param text null if the record has none
	 * @param missing what has to be found out then
	 */
	private record Answer(String label, String text, String missing) {
	}

	ReportDraft part(String title) {
		this.parts.add(new Part((this.parts.size() + 1) + ". " + title, new ArrayList<>()));
		return this;
	}

	/** Something that the form needs; if the record lacks it, what to find out. */
	ReportDraft needs(String label, String text, String missing) {
		last().answers().add(new Answer(label, isBlank(text) ? null : this.told.apply(text), missing));
		return this;
	}

	/** Something that is told where the record has it. */
	ReportDraft tells(String label, String text) {
		return isBlank(text) ? this : needs(label, text, null);
	}

	void onto(Paper paper) {
		List<List<String>> missing = new ArrayList<>();
		this.parts.forEach((part) -> part.answers()
			.stream()
			.filter((one) -> one.text() == null)
			.forEach((one) -> missing.add(List.of(part.title(), one.label(), sentence(one.missing())))));
		paper.heading("What is missing");
		if (missing.isEmpty()) {
			paper.text("Nothing that the form asks for.");
		}
		else {
			paper.text("To be found out before the report is sent, or to be sent later in stages:");
			paper.table(List.of("Part of the form", "What", "What to find out"), missing, 30, 25, 45);
		}
		this.parts.forEach((part) -> {
			paper.heading(part.title());
			part.answers().forEach((one) -> {
				paper.smaller(one.label());
				paper.text((one.text() != null) ? one.text() : "Missing: " + one.missing());
			});
		});
	}

	private Part last() {
		return this.parts.get(this.parts.size() - 1);
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	private static boolean isBlank(String text) {
		return text == null || text.isBlank();
	}

}
