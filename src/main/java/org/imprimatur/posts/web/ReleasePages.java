package org.imprimatur.posts.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Everything approved that this person may give a slot or release, of every sort, on one
 * page.
 */
@Controller
@RequestMapping("/release")
@Policy({ "APPROVED", "ONE-LOGIN" })
class ReleasePages implements HomeLink {

	private final SeveralAtOnce several;

	private final SeveralPage page;

	private final Accounts accounts;

	ReleasePages(SeveralAtOnce several, SeveralPage page, Accounts accounts) {
		this.several = several;
		this.page = page;
		this.accounts = accounts;
	}

	@Override
	public String name() {
		return "Schedule and publish";
	}

	@Override
	public String address() {
		return "/release";
	}

	@Override
	public boolean isFor(Person person) {
		return !this.accounts.usableBy(person.login()).isEmpty();
	}

	@GetMapping
	Object show(@RequestParam(defaultValue = "") List<String> done, HttpServletRequest request) {
		return this.page.show("release", this::sections, LightPages.told(done, request), request);
	}

	@PostMapping
	Object release(HttpServletRequest request) {
		return this.page.send("release", this::sections, request);
	}

	@PostMapping("/draft")
	@ResponseBody
	Map<String, String> keep(HttpServletRequest request) {
		return this.page.keep(request);
	}

	private Map<String, List<TaskAtHand>> sections(Person person) {
		Map<String, List<TaskAtHand>> sections = new LinkedHashMap<>();
		sections.put("publish", this.several.tasks(Task.PUBLISH_POST, (post) -> true, person));
		sections.put("schedule", this.several.tasks(Task.SCHEDULE_POST, (post) -> true, person));
		return sections;
	}

}
