package org.imprimatur.models.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Checkup;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.sandbox.FilesInPage;
import org.imprimatur.security.People;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Checks files before anybody deploys them: what is wrong, where, and how to mend it,
 * with the way that shows it drawn on the diagram.
 */
@Controller
@RequestMapping(CheckPage.PAGE)
@Policy({ "APPROVED", "OBJECTS" })
class CheckPage {

	static final String PAGE = "/models/check";

	private final Checkup checkup;

	private final People people;

	private final Drawn drawn;

	CheckPage(Checkup checkup, People people, Drawn drawn) {
		this.checkup = checkup;
		this.people = people;
		this.drawn = drawn;
	}

	/**
	 * A diagram that was sent, with what was found in it.
	 *
	 * @param marks the findings for the script, as JSON
	 */
	record Drawing(String name, String xml, String marks) {
	}

	@GetMapping
	ModelAndView form() {
		ModelReaders.mustInclude(this.people.acting());
		return page(Map.of());
	}

	/**
	 * @param files {@code .bpmn}, {@code .dmn} and {@code .examples.csv} files
	 * @throws InvalidFields if there is none, or more than twenty
	 */
	@PostMapping
	Object check(@RequestParam(name = ChosenFiles.FIELD, required = false) List<MultipartFile> files,
			HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		Map<String, byte[]> sent;
		try {
			sent = ChosenFiles.read(files);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		List<Finding> findings = this.checkup.check(sent);
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("mayGoLive", findings.isEmpty());
			answer.put("files", sent.keySet());
			answer.put("findings", findings);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = page(Map.of());
		page.addObject("checked", sent.keySet());
		page.addObject("findings", findings);
		page.addObject("drawings", drawings(sent, findings));
		page.addObject("packed", FilesInPage.write(sent));
		return page;
	}

	private ModelAndView page(Map<String, String> errors) {
		ModelAndView page = new ModelAndView("models-check");
		page.addObject("here", ModelsPage.PAGE);
		page.addObject("errors", errors);
		return page;
	}

	private List<Drawing> drawings(Map<String, byte[]> sent, List<Finding> findings) {
		List<Drawing> drawings = new ArrayList<>();
		sent.forEach((name, content) -> {
			List<Map<String, Object>> marks = findings.stream()
				.filter((finding) -> finding.file().equals(name) && !finding.element().isEmpty())
				.map((finding) -> Map.<String, Object>of("element", finding.element(), "title", finding.label(),
						"lines", List.of(sentence(finding.problem()), sentence(finding.mend())), "path",
						finding.path()))
				.toList();
			if (name.endsWith(".bpmn") && !marks.isEmpty()) {
				drawings.add(new Drawing(name, new String(content, StandardCharsets.UTF_8), this.drawn.write(marks)));
			}
		});
		return drawings;
	}

	/** As a sentence of its own. */
	static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
	}

}
