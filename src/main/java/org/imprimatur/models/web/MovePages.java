package org.imprimatur.models.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.RecordedDecisions;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.migration.CaseMove;
import org.imprimatur.models.migration.CaseMoves;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which open cases can go on by another version, and moving them there. */
@Controller
@Policy({ "ONE-LOGIN", "APPROVED" })
class MovePages {

	private static final String CASES = ModelPage.MODEL + "/cases";

	private static final String ADMINISTRATORS = "camunda-admin";

	private final CaseMoves moves;

	private final Versions versions;

	private final RecordedDecisions record;

	private final People people;

	private final Sent sent;

	MovePages(CaseMoves moves, Versions versions, RecordedDecisions record, People people, Sent sent) {
		this.moves = moves;
		this.versions = versions;
		this.record = record;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping(CASES)
	Object show(@PathVariable String key, @RequestParam(defaultValue = "0") int from,
			@RequestParam(defaultValue = "0") int to, HttpServletRequest request) {
		Person person = this.people.acting();
		ModelReaders.mustInclude(person);
		List<Version> all = processes(key);
		int newest = all.get(0).number();
		int source = (from != 0) ? from : behind(all);
		int target = (to != 0) ? to : newest;
		CaseMove plan = (source != target && source != 0) ? shown(this.moves.dryRun(key, source, target), person)
				: new CaseMove(key, all.get(0).name(), source, target, "", List.of());
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(plan);
		}
		Fields kept = KeptFields.take(request, request.getRequestURI(), person.login())
			.map(Fields::of)
			.orElseGet(Fields::none);
		return page(plan, all, person, kept, Map.of());
	}

	@PostMapping(CASES)
	Object move(@PathVariable String key, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		FieldCheck.contract(fields, Set.of("from", "to", "reason", "fromVersion", "toVersion"));
		int from = number(fields.value("fromVersion"));
		int to = number(fields.value("toVersion"));
		try {
			CaseMove moved = shown(this.moves.move(key, from, to, fields.value("reason"), person), person);
			return Sent.wantsJson(request) ? ResponseEntity.ok(moved)
					: page(moved, processes(key), person, Fields.none(), Map.of());
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(shown(this.moves.dryRun(key, from, to), person), processes(key), person, fields,
					ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	/**
	 * What a person may not see is counted and not named; administrators move them all.
	 */
	private CaseMove shown(CaseMove move, Person person) {
		return person.isIn(ADMINISTRATORS) ? move
				: new CaseMove(move.key(), move.name(), move.from(), move.to(), move.forbidden(),
						move.cases().stream().filter((one) -> this.record.maySee(one.reference(), person)).toList());
	}

	private ModelAndView page(CaseMove move, List<Version> all, Person person, Fields fields,
			Map<String, String> errors) {
		ModelAndView page = new ModelAndView("models-cases");
		page.addObject("here", ModelsPage.PAGE);
		page.addObject("move", move);
		page.addObject("versions", all);
		page.addObject("mayMove", person.isIn(ADMINISTRATORS));
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		return page;
	}

	/** The newest version that cases are behind on; 0 if there is none. */
	private static int behind(List<Version> all) {
		return all.stream()
			.skip(1)
			.filter((one) -> one.running() != null && one.running() > 0)
			.map(Version::number)
			.findFirst()
			.orElse((all.size() > 1) ? all.get(1).number() : 0);
	}

	private List<Version> processes(String key) {
		List<Version> all = this.versions.of(key);
		if (all.isEmpty() || !all.get(0).process()) {
			throw Refusal.notFound("There is no process of that name. The list of models is at /models.");
		}
		return all;
	}

	private static int number(String text) {
		if (!text.matches("\\d{1,6}")) {
			throw new InvalidFields(Map.of("fromVersion", "Choose the two versions by their numbers."));
		}
		return Integer.parseInt(text);
	}

}
