package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Likes, replies and shares, several on one page, to check and sign. */
@Controller
@RequestMapping("/light")
@Policy({ "SHARE", "OBJECTS", "APPROVED" })
class LightPages implements HomeLink {

	private final SeveralAtOnce several;

	private final SeveralPage page;

	private final PostRecord record;

	LightPages(SeveralAtOnce several, SeveralPage page, PostRecord record) {
		this.several = several;
		this.page = page;
		this.record = record;
	}

	@Override
	public String name() {
		return "Likes, replies and shares";
	}

	@Override
	public String address() {
		return "/light";
	}

	@Override
	public boolean isFor(Person person) {
		return person.groups().stream().anyMatch((group) -> group.endsWith("-approvers"));
	}

	@GetMapping
	Object show(@RequestParam(defaultValue = "") List<String> done, HttpServletRequest request) {
		return this.page.show("light", this::sections, told(done, request), request);
	}

	@PostMapping
	Object decide(HttpServletRequest request) {
		return this.page.send("light", this::sections, request);
	}

	@PostMapping("/draft")
	@ResponseBody
	Map<String, String> keep(HttpServletRequest request) {
		return this.page.keep(request);
	}

	/** What the address says was done; one empty reference if nothing was. */
	static List<String> told(List<String> done, HttpServletRequest request) {
		return (done.isEmpty() && request.getParameter("done") != null) ? List.of("") : done;
	}

	private Map<String, List<TaskAtHand>> sections(Person person) {
		return Map.of("check", this.several.tasks(Task.CHECK_AND_SIGN_OFF, this.record::isLight, person));
	}

}
