package org.imprimatur.models.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Checkup;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.proposal.Proposal;
import org.imprimatur.models.proposal.Proposals;
import org.imprimatur.models.replay.DecisionReplay;
import org.imprimatur.models.replay.DecisionReplays;
import org.imprimatur.models.replay.RouteReplay;
import org.imprimatur.models.replay.RouteReplays;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Which cases on record would have gone another way by a changed model. */
@Controller
@Policy("APPROVED")
class ReplayPages {

	static final String PAGE = ModelsPage.PAGE + "/replay";

	private static final String LAST = "last";

	private static final Set<String> HOW_MANY = Set.of("100", "500", "2000");

	private final Checkup checkup;

	private final DecisionReplays decisions;

	private final RouteReplays routes;

	private final Drawn drawn;

	private final Proposals proposals;

	private final People people;

	ReplayPages(Checkup checkup, DecisionReplays decisions, RouteReplays routes, Proposals proposals, People people,
			Drawn drawn) {
		this.routes = routes;
		this.drawn = drawn;
		this.checkup = checkup;
		this.decisions = decisions;
		this.proposals = proposals;
		this.people = people;
	}

	@GetMapping(PAGE)
	ModelAndView form() {
		ModelReaders.mustInclude(this.people.acting());
		return page(Map.of(), "500");
	}

	/**
	 * @param files {@code .bpmn}, {@code .dmn} and {@code .examples.csv} files
	 * @param last 100, 500 or 2000 answers on record for each table
	 * @throws InvalidFields if there is no file, or another number
	 */
	@PostMapping(PAGE)
	Object replay(@RequestParam(name = ChosenFiles.FIELD, required = false) List<MultipartFile> files,
			@RequestParam(name = LAST, defaultValue = "500") String last, HttpServletRequest request) {
		Person person = this.people.acting();
		ModelReaders.mustInclude(person);
		SortedMap<String, byte[]> sent;
		try {
			sent = ChosenFiles.read(files);
			number(last);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(ex.messages(), "500");
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		List<Finding> findings = this.checkup.check(sent);
		return answer(findings,
				sent.entrySet().stream().map((one) -> ModelFile.of(one.getKey(), one.getValue())).toList(), last,
				person, null, request);
	}

	@GetMapping(ProposalPages.PAGE + "/{id}/replay")
	Object replay(@PathVariable long id, @RequestParam(name = LAST, defaultValue = "500") String last,
			HttpServletRequest request) {
		Person person = this.people.acting();
		ModelReaders.mustInclude(person);
		number(last);
		Proposal proposal = this.proposals.find(id);
		return answer(List.of(), proposal.files().stream().map(Proposal.File::file).toList(), last, person, proposal,
				request);
	}

	private Object answer(List<Finding> findings, Collection<ModelFile> files, String last, Person person,
			Proposal proposal, HttpServletRequest request) {
		List<DecisionReplay> replays = findings.isEmpty() ? this.decisions.over(files, number(last), person)
				: List.of();
		List<RouteReplay> routes = findings.isEmpty() ? this.routes.over(files, number(last), person) : List.of();
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("mayGoLive", findings.isEmpty());
			answer.put("findings", findings);
			answer.put("decisions", replays);
			answer.put("routes", routes);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = page(Map.of(), last);
		page.addObject("replayed", files.stream().map(ModelFile::path).toList());
		page.addObject("findings", findings);
		page.addObject("decisions", replays);
		page.addObject("routes", routes);
		page.addObject("drawings", drawings(routes, files));
		page.addObject("proposal", proposal);
		return page;
	}

	/** By the key of a process, its diagram with the places where cases part. */
	private Map<String, CheckPage.Drawing> drawings(List<RouteReplay> routes, Collection<ModelFile> files) {
		Map<String, CheckPage.Drawing> drawings = new LinkedHashMap<>();
		routes.stream().filter((route) -> !route.partings().isEmpty()).forEach((route) -> {
			Map<String, List<String>> lines = new LinkedHashMap<>();
			Map<String, String> titles = new LinkedHashMap<>();
			route.partings().forEach((one) -> {
				titles.put(one.element(), one.at());
				lines.computeIfAbsent(one.element(), (key) -> new ArrayList<>())
					.add(one.times() + ((one.times() == 1) ? " case" : " cases") + ": then to “" + one.then()
							+ "”, now to “" + one.now() + "”.");
			});
			List<Map<String, Object>> marks = lines.entrySet()
				.stream()
				.map((one) -> Map.<String, Object>of("element", one.getKey(), "title", titles.get(one.getKey()),
						"lines", one.getValue(), "path", List.of()))
				.toList();
			files.stream()
				.filter((file) -> file.path().equals(route.file()))
				.findFirst()
				.ifPresent((file) -> drawings.put(route.key(),
						new CheckPage.Drawing(route.file(), file.text(), this.drawn.write(marks))));
		});
		return drawings;
	}

	private ModelAndView page(Map<String, String> errors, String last) {
		ModelAndView page = new ModelAndView("models-replay");
		page.addObject("here", ModelsPage.PAGE);
		page.addObject("errors", errors);
		page.addObject(LAST, last);
		return page;
	}

	private static int number(String last) {
		if (!HOW_MANY.contains(last)) {
			throw new InvalidFields(Map.of(LAST, "Choose 100, 500 or 2000."));
		}
		return Integer.parseInt(last);
	}

}
