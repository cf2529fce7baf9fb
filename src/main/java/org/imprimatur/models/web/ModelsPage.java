package org.imprimatur.models.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.Overview;
import org.imprimatur.models.Overview.Line;
import org.imprimatur.models.Version;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every process and decision: which version new cases follow, who deployed it, how many
 * cases follow which version, and whether it is what stands in the files.
 */
@Controller
@Policy("ONE-LOGIN")
class ModelsPage implements HomeLink {

	static final String PAGE = "/models";

	private final Overview overview;

	private final People people;

	ModelsPage(Overview overview, People people) {
		this.overview = overview;
		this.people = people;
	}

	@Override
	public String name() {
		return "Models";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return ModelReaders.include(person);
	}

	@GetMapping(PAGE)
	Object show(HttpServletRequest request) {
		ModelReaders.mustInclude(this.people.acting());
		List<Line> processes = this.overview.processes();
		List<Line> decisions = this.overview.decisions();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("processes", processes.stream().map(ModelsPage::json).toList(), "decisions",
					decisions.stream().map(ModelsPage::json).toList()));
		}
		ModelAndView page = new ModelAndView("models");
		page.addObject("here", PAGE);
		page.addObject("processes", processes);
		page.addObject("decisions", decisions);
		page.addObject("drifted", processes.stream().filter((one) -> one.drift().isDrift()).count()
				+ decisions.stream().filter((one) -> one.drift().isDrift()).count());
		return page;
	}

	private static Map<String, Object> json(Line line) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("key", line.key());
		one.put("name", line.name());
		one.put("latest", (line.latest() != null) ? json(line.latest()) : null);
		one.put("running", (line.running() != null) ? line.sum() : null);
		one.put("runningByVersion",
				(line.running() != null) ? line.running()
					.stream()
					.map((version) -> Map.of("version", version.number(), "cases", version.running()))
					.toList() : null);
		one.put("drift", line.drift().state());
		one.put("file", line.drift().file());
		one.put("advice", line.drift().advice());
		return one;
	}

	/** One version as machines read it. */
	static Map<String, Object> json(Version version) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("version", version.number());
		one.put("tag", version.tag());
		one.put("definition", version.definition());
		one.put("deployment", version.deployment());
		one.put("deployedAt", LondonTime.iso(version.deployedAt()));
		one.put("deployedBy", version.origin().person());
		one.put("from", version.origin().place());
		one.put("running", version.running());
		return one;
	}

}
