package org.imprimatur.models.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.DecisionTables;
import org.imprimatur.models.Drifts;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.ModelText;
import org.imprimatur.models.ModelTexts;
import org.imprimatur.models.Outline;
import org.imprimatur.models.Outlines;
import org.imprimatur.models.TestCoverage;
import org.imprimatur.models.TestCoverage.Tested;
import org.imprimatur.models.Traffic;
import org.imprimatur.models.Traffic.Lately;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.migration.CasesBehind;
import org.imprimatur.security.People;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One process or decision in one version: drawn, in words, with the clauses it carries
 * and every version there was.
 */
@Controller
@Policy("ONE-LOGIN")
class ModelPage {

	static final String MODEL = ModelsPage.PAGE + "/{key:[A-Za-z][A-Za-z0-9_-]*}";

	private static final Duration LATELY = Duration.ofDays(90);

	private final Versions versions;

	private final ModelTexts texts;

	private final Outlines outlines;

	private final DecisionTables tables;

	private final Drifts drifts;

	private final Clauses clauses;

	private final People people;

	private final Drawn drawn;

	private final Traffic traffic;

	private final TestCoverage coverage;

	private final CasesBehind behind;

	private final Clock clock;

	ModelPage(Versions versions, ModelTexts texts, Outlines outlines, DecisionTables tables, Drifts drifts,
			Clauses clauses, People people, Drawn drawn, Traffic traffic, TestCoverage coverage, CasesBehind behind,
			Clock clock) {
		this.versions = versions;
		this.texts = texts;
		this.outlines = outlines;
		this.tables = tables;
		this.drifts = drifts;
		this.clauses = clauses;
		this.people = people;
		this.drawn = drawn;
		this.traffic = traffic;
		this.coverage = coverage;
		this.behind = behind;
		this.clock = clock;
	}

	@GetMapping(MODEL)
	Object show(@PathVariable String key, @RequestParam(defaultValue = "") String version, HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		List<Version> all = this.versions.of(key);
		ModelText text = this.texts.find(key, all, version);
		return text.file().isProcess() ? process(text, all, request) : decision(text, all, request);
	}

	@GetMapping(MODEL + "/versions/{version}/file")
	ResponseEntity<byte[]> file(@PathVariable String key, @PathVariable String version) {
		ModelReaders.mustInclude(this.people.acting());
		ModelText text = this.texts.find(key, version);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(text.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(text.file().content());
	}

	private Object process(ModelText text, List<Version> all, HttpServletRequest request) {
		Outline outline = this.outlines.of(text);
		Lately lately = this.traffic.since(text.key(), this.clock.instant().minus(LATELY), this.people.acting());
		Map<String, Tested> tested = this.coverage.of(text);
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = json(text, all);
			answer.put("tests", tested);
			answer.put("outline", outline);
			answer.put("lastNinetyDays", lately);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = page("models-process", text, all);
		page.addObject("outline", outline);
		page.addObject("clauses", this.clauses.of(outline));
		page.addObject("drawn", this.drawn.words(outline));
		page.addObject("lately", lately);
		page.addObject("traffic", this.drawn.traffic(lately));
		page.addObject("behind", this.behind.of(all));
		page.addObject("moved", this.behind.moved(all));
		page.addObject("tested", tested);
		page.addObject("untested", TestCoverage.left(text, tested));
		page.addObject("tests", this.drawn.tests(tested));
		return page;
	}

	private Object decision(ModelText text, List<Version> all, HttpServletRequest request) {
		DecisionTables.Told table = this.tables.of(text);
		Map<String, Tested> tested = this.coverage.of(text);
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = json(text, all);
			answer.put("tests", tested);
			answer.put("table", table);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = page("models-decision", text, all);
		page.addObject("behind", List.of());
		page.addObject("moved", List.of());
		page.addObject("table", table);
		page.addObject("tested", tested);
		page.addObject("clauses", this.clauses.of(table));
		return page;
	}

	private Map<String, Object> json(ModelText text, List<Version> all) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("key", text.key());
		answer.put("name", text.name());
		answer.put("shown", text.which());
		answer.put("versions", all.stream().map(ModelsPage::json).toList());
		answer.put("inFiles", this.texts.isInFiles(text.key()));
		answer.put("drift", all.isEmpty() ? null : this.drifts.of(all.get(0)).state());
		return answer;
	}

	private ModelAndView page(String view, ModelText text, List<Version> all) {
		ModelAndView page = new ModelAndView(view);
		page.addObject("here", ModelsPage.PAGE);
		page.addObject("text", text);
		page.addObject("versions", all);
		page.addObject("inFiles", this.texts.isInFiles(text.key()));
		page.addObject("drift", all.isEmpty() ? null : this.drifts.of(all.get(0)));
		page.addObject("same", Same.of(all, this.versions));
		// the two that are compared unless somebody chooses others
		page.addObject("from", (all.size() > 1) ? String.valueOf(all.get(1).number()) : ModelText.FILES);
		page.addObject("to", all.isEmpty() ? ModelText.FILES : String.valueOf(all.get(0).number()));
		return page;
	}

}
