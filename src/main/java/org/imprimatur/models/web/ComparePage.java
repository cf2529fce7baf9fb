package org.imprimatur.models.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Comparison;
import org.imprimatur.models.Comparison.Change;
import org.imprimatur.models.Comparisons;
import org.imprimatur.models.DecisionTables;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.ModelText;
import org.imprimatur.models.ModelTexts;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.security.People;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two versions of one model side by side, with what differs drawn and in words. */
@Controller
@Policy("ONE-LOGIN")
class ComparePage {

	private final Versions versions;

	private final ModelTexts texts;

	private final Comparisons comparisons;

	private final DecisionTables tables;

	private final People people;

	private final Drawn drawn;

	ComparePage(Versions versions, ModelTexts texts, Comparisons comparisons, DecisionTables tables, People people,
			Drawn drawn) {
		this.versions = versions;
		this.texts = texts;
		this.comparisons = comparisons;
		this.tables = tables;
		this.people = people;
		this.drawn = drawn;
	}

	@GetMapping(ModelPage.MODEL + "/compare")
	Object show(@PathVariable String key, @RequestParam(defaultValue = ModelText.FILES) String from,
			@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		List<Version> all = this.versions.of(key);
		ModelText before = this.texts.find(key, all, from);
		ModelText after = this.texts.find(key, all, to);
		Comparison comparison = this.comparisons.between(key, before.file(), after.file());
		boolean process = after.file().isProcess();
		String summary = comparison.summary(process ? "element" : "row");
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("key", key);
			answer.put("from", before.which());
			answer.put("to", after.which());
			answer.put("summary", summary);
			answer.put("onlyMoved", comparison.isOnlyMoved());
			answer.put("changes", comparison.changes());
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = new ModelAndView("models-compare");
		page.addObject("here", ModelsPage.PAGE);
		page.addObject("text", after);
		page.addObject("before", before);
		page.addObject("after", after);
		page.addObject("versions", all);
		page.addObject("inFiles", this.texts.isInFiles(key));
		page.addObject("comparison", comparison);
		page.addObject("summary", summary);
		Map<String, String> marks = new LinkedHashMap<>();
		comparison.changes().forEach((one) -> marks.put(one.element(), one.kind().label()));
		page.addObject("marks", marks);
		if (process) {
			page.addObject("drawn", this.drawn.write(comparison.changes().stream().map(ComparePage::drawn).toList()));
		}
		else {
			page.addObject("tableBefore", this.tables.of(before).table());
			page.addObject("tableAfter", this.tables.of(after).table());
		}
		return page;
	}

	static Map<String, Object> drawn(Change change) {
		return Map.of("id", change.element(), "kind", change.kind(), "word", change.kind().label(), "title",
				change.kind().label() + ": " + change.label(), "lines",
				change.details().stream().map(ComparePage::line).toList());
	}

	private static String line(Comparison.Detail one) {
		return one.before().isEmpty() ? one.what() + ": " + one.after()
				: one.after().isEmpty() ? one.what() + ", not any more: " + one.before()
						: one.what() + ": before " + one.before() + ", now " + one.after();
	}

}
