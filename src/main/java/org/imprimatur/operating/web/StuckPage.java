package org.imprimatur.operating.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.operating.StuckStep;
import org.imprimatur.operating.StuckWork;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is stuck, for administrators, in plain words and with a way on. */
@Controller
@RequestMapping(StuckPage.PAGE)
@Policy("ONE-LOGIN")
class StuckPage implements HomeLink {

	static final String PAGE = "/stuck";

	private static final String ADMINISTRATORS = "camunda-admin";

	private final StuckWork stuck;

	private final People people;

	StuckPage(StuckWork stuck, People people) {
		this.stuck = stuck;
		this.people = people;
	}

	@Override
	public String name() {
		return "Stuck work";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return person.isIn(ADMINISTRATORS);
	}

	/**
	 * One step in words.
	 *
	 * @param item what it is called where there is no reference to show
	 * @param state what happens by itself
	 */
	record Row(String id, String reference, String item, String step, String since, String state, String wrong,
			String toDo, String trace) {

		/** Tells this button from the others. */
		public String name() {
			return this.step + ", " + ((this.reference != null) ? this.reference : this.item);
		}

	}

	@GetMapping
	Object show(HttpServletRequest request, @RequestParam(required = false) Integer tried) {
		Person person = administrator();
		List<StuckStep> steps = this.stuck.all(person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("givenUp", this.stuck.givenUp(), "triedAgain", this.stuck.triedAgain(),
					"steps", steps.stream().map(StuckPage::json).toList()));
		}
		ModelAndView page = new ModelAndView("stuck");
		page.addObject("givenUp", steps.stream().filter(StuckStep::isGivenUp).map(StuckPage::row).toList());
		page.addObject("triedAgain", steps.stream().filter((step) -> !step.isGivenUp()).map(StuckPage::row).toList());
		page.addObject("tried", tried);
		page.addObject("here", PAGE);
		return page;
	}

	@PostMapping("/{id}/again")
	ResponseEntity<Void> again(@PathVariable String id) {
		administrator();
		this.stuck.tryAgain(id);
		return tried(1);
	}

	@PostMapping("/again")
	ResponseEntity<Void> allAgain() {
		administrator();
		return tried(this.stuck.tryAllAgain());
	}

	private static ResponseEntity<Void> tried(int count) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE + "?tried=" + count)).build();
	}

	private Person administrator() {
		Person person = this.people.acting();
		if (!isFor(person)) {
			throw Refusal.forbidden("Stuck work is for administrators. What waits for you stands on “My work”.");
		}
		return person;
	}

	private static Row row(StuckStep step) {
		return new Row(step.id(), step.reference(), item(step), step.step(), LondonTime.dateTime(step.since()),
				state(step), step.wrong().sentence(), step.wrong().toDo(), step.trace());
	}

	private static String item(StuckStep step) {
		return step.hidden() ? "an item that is not yours to see" : "no item";
	}

	private static String state(StuckStep step) {
		if (step.paused()) {
			return "Paused by an administrator: it is not tried before somebody activates it in Cockpit.";
		}
		if (step.isGivenUp()) {
			return "Given up: nothing happens here until you act.";
		}
		String times = (step.triesLeft() == 1) ? "once more" : "up to " + step.triesLeft() + " times more";
		return "Tried again by itself, " + times
				+ ((step.nextTry() != null) ? ", next on " + LondonTime.dateTime(step.nextTry()) : "") + ".";
	}

	private static Map<String, Object> json(StuckStep step) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", step.id());
		answer.put("reference", step.reference());
		answer.put("step", step.step());
		answer.put("since", LondonTime.iso(step.since()));
		answer.put("triesLeft", step.triesLeft());
		answer.put("nextTry", (step.nextTry() != null) ? LondonTime.iso(step.nextTry()) : null);
		answer.put("paused", step.paused());
		answer.put("wrong", step.wrong().name());
		answer.put("sentence", step.wrong().sentence());
		answer.put("toDo", step.wrong().toDo());
		answer.put("details", step.trace());
		return answer;
	}

}
