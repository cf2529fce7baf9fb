package org.imprimatur.ledger.web;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.PastVerification;
import org.imprimatur.ledger.Verifying;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.NamedItems;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether the record is as it was entered, for managers, and a button to verify it. */
@Controller
@RequestMapping(LedgerPage.PAGE)
@Policy("ONE-LOGIN")
class LedgerPage implements HomeLink {

	static final String PAGE = "/ledger";

	private static final List<String> READERS = List.of("managers", "trust-board-secretary", "camunda-admin");

	/** Longer ones go on while the page says so. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int SHOWN = 20;

	private final Ledger ledger;

	private final Verifying verifying;

	private final List<NamedItems> items;

	private final People people;

	LedgerPage(Ledger ledger, Verifying verifying, List<NamedItems> items, People people) {
		this.ledger = ledger;
		this.verifying = verifying;
		this.items = items;
		this.people = people;
	}

	@Override
	public String name() {
		return "Ledger";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return READERS.stream().anyMatch(person::isIn);
	}

	/**
	 * One thing that was found.
	 *
	 * @param reference null if it belongs to no item, or to one that the person may not
	 * open
	 */
	record Row(String reference, boolean hidden, String words) {
	}

	/** One verification in words. */
	record Run(String when, String by, long entries, int count, List<Row> found) {
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = reader();
		List<Run> runs = this.ledger.past(SHOWN).stream().map((past) -> run(past, person)).toList();
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("head", this.ledger.head().toString());
			answer.put("keyFits", this.ledger.keyFits());
			answer.put("takenUp", this.ledger.takenUp());
			answer.put("verifying", this.verifying.progress().orElse(null));
			answer.put("verifications", runs);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = new ModelAndView("ledger");
		page.addObject("head", this.ledger.head());
		page.addObject("keyFits", this.ledger.keyFits());
		page.addObject("keyId", this.ledger.keyId());
		page.addObject("takenUp", this.ledger.takenUp());
		page.addObject("progress", this.verifying.progress().orElse(null));
		page.addObject("runs", runs);
		page.addObject("here", PAGE);
		return page;
	}

	@PostMapping("/verify")
	ResponseEntity<Void> verify() {
		this.verifying.begin(reader().login());
		this.verifying.await(PATIENCE);
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
	}

	private Person reader() {
		Person person = this.people.acting();
		if (!isFor(person)) {
			throw Refusal.forbidden("The ledger is for managers, the Trust's Board secretary and administrators. "
					+ "What waits for you stands on “My work”.");
		}
		return person;
	}

	private Run run(PastVerification past, Person person) {
		String by = (past.by() != null) ? this.people.nameOf(past.by()) : "Imprimatur itself";
		return new Run(LondonTime.dateTime(past.endedAt()), by, past.entries(), past.count(),
				past.found().stream().map((found) -> row(found, person)).toList());
	}

	private Row row(PastVerification.Found found, Person person) {
		if (found.reference() == null) {
			return new Row(null, false, found.words());
		}
		boolean open = this.items.stream().anyMatch((items) -> items.mayOpen(found.reference(), person));
		return new Row(open ? found.reference() : null, !open, found.words());
	}

}
