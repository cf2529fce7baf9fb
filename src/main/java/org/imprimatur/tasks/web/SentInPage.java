package org.imprimatur.tasks.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.StartForm;
import org.imprimatur.tasks.StartForm.Asked;
import org.imprimatur.tasks.StartForm.SentIn;
import org.imprimatur.tasks.StartForm.Which;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everything a person sent in: where it is, what comes next, whose turn it is and since
 * when. Twenty a page, each page beginning where the one before ended.
 */
@Controller
class SentInPage {

	private static final int PAGE = 20;

	private static final Comparator<SentIn> NEWEST_FIRST = Comparator.comparing(SentIn::sentAt)
		.thenComparing(SentIn::reference)
		.reversed();

	private final List<StartForm> starts;

	private final People people;

	SentInPage(List<StartForm> starts, People people) {
		this.starts = starts;
		this.people = people;
	}

	/**
	 * @param before where the page before ended: time and reference of its last item
	 */
	@GetMapping("/items")
	Object show(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String before,
			HttpServletRequest request) {
		Person person = this.people.acting();
		Which which = which(state);
		List<SentIn> found = find(person, asked(which, before, PAGE + 1));
		List<SentIn> shown = found.subList(0, Math.min(PAGE, found.size()));
		String next = (found.size() > PAGE) ? cursor(shown.get(PAGE - 1)) : null;
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("items", shown.stream().map(SentInPage::json).toList());
			answer.put("next", next);
			return ResponseEntity.ok(answer);
		}
		ModelAndView page = new ModelAndView("sent-in");
		page.addObject("items", shown);
		page.addObject("state", which.name().toLowerCase(Locale.ROOT));
		page.addObject("next", next);
		page.addObject("later", !before.isEmpty());
		page.addObject("here", "sent-in");
		return page;
	}

	/** The newest items, for the first page. */
	List<SentIn> newest(Person person, int most) {
		return find(person, new Asked(Which.ALL, null, "", most));
	}

	private List<SentIn> find(Person person, Asked asked) {
		return this.starts.stream()
			.flatMap((start) -> start.sentInBy(person, asked).stream())
			.sorted(NEWEST_FIRST)
			.limit(asked.most())
			.toList();
	}

	private static Which which(String state) {
		return switch (state) {
			case "", "all" -> Which.ALL;
			case "open" -> Which.OPEN;
			case "ended" -> Which.ENDED;
			default -> throw new InvalidFields("state", "Ask for open, ended or all items.");
		};
	}

	private static Asked asked(Which which, String before, int most) {
		if (before.isEmpty()) {
			return new Asked(which, null, "", most);
		}
		try {
			String[] parts = before.split("_", 2);
			if (parts.length == 2 && parts[1].matches("[A-Z]{2,8}-\\d{4}-\\d{6,}")) {
				return new Asked(which, Instant.parse(parts[0]), parts[1], most);
			}
		}
		catch (DateTimeException ex) {
			// said below
		}
		throw new InvalidFields("before", "Begin with the newest items at /items.");
	}

	private static String cursor(SentIn last) {
		return last.sentAt() + "_" + last.reference();
	}

	private static Map<String, Object> json(SentIn item) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("reference", item.reference());
		row.put("title", item.title());
		row.put("sentAt", LondonTime.iso(item.sentAt()));
		row.put("ended", item.ended());
		row.put("state", item.state());
		row.put("next", item.next());
		row.put("who", item.who());
		row.put("since", item.since());
		return row;
	}

}
