package org.imprimatur.incidents.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.IncidentCounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Numbers of incidents for managers: no title, no name, no way to any of them. */
@Controller
@Policy({ "CEO", "TRUSTEES", "PERSONAL" })
class CountsPage implements HomeLink {

	private static final String COUNTS = "/incidents/counts";

	private final IncidentCounts counts;

	private final People people;

	CountsPage(IncidentCounts counts, People people) {
		this.counts = counts;
		this.people = people;
	}

	@Override
	public String name() {
		return "Incident counts";
	}

	@Override
	public String address() {
		return COUNTS;
	}

	@Override
	public boolean isFor(Person person) {
		return person.isIn("managers");
	}

	@GetMapping(COUNTS)
	Object show(HttpServletRequest request) {
		List<IncidentCounts.Month> months = this.counts.months(this.people.acting());
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(months);
		}
		List<IncidentCounts.Month> shown = months.stream().filter((one) -> one.reported() > 0).toList();
		return new ModelAndView("incident-counts", Map.of("months", shown, "here", COUNTS));
	}

}
