package org.imprimatur.posts.web;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the pages of several tasks have in common: shown, sent and kept, for people and
 * for programs. Whoever sends comes back to the same page.
 */
@Component
class SeveralPage {

	private final SeveralAtOnce several;

	private final PostRecord record;

	private final PostAccess access;

	private final People people;

	private final Sent sent;

	private final Clock clock;

	SeveralPage(SeveralAtOnce several, PostRecord record, PostAccess access, People people, Sent sent, Clock clock) {
		this.several = several;
		this.record = record;
		this.access = access;
		this.people = people;
		this.sent = sent;
		this.clock = clock;
	}

	/** The tasks of a page, by the name of their section. */
	interface Sections {

		Map<String, List<TaskAtHand>> of(Person person);

	}

	/** An item that was just done, and where it is now. */
	record Recorded(String reference, String title, String state) {
	}

	Object show(String template, Sections sections, List<String> done, HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>();
			sections.of(person).forEach((name, tasks) -> answer.put(name, this.several.json(tasks)));
			return ResponseEntity.ok(answer);
		}
		Fields kept = KeptFields.take(request, "/" + template, person.login()).map(Fields::of).orElseGet(Fields::none);
		return page(template, sections, kept, done, person);
	}

	Object send(String template, Sections sections, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		SeveralAtOnce.Done done = this.several.send(fields, person, "/" + template);
		HttpStatus status = done.isAll() ? HttpStatus.OK
				: done.problems().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
		if (Sent.wantsJson(request)) {
			return ResponseEntity.status(status)
				.body(Map.of("done", done.references(), "problems", done.problems(), "refused",
						done.gone().stream().map(SeveralAtOnce.Gone::sentence).toList()));
		}
		if (done.isAll()) {
			String query = done.references().stream().map((one) -> "done=" + one).collect(Collectors.joining("&"));
			return ResponseEntity.status(HttpStatus.SEE_OTHER)
				.location(URI.create("/" + template + "?" + (query.isEmpty() ? "done=" : query)))
				.build();
		}
		ModelAndView page = page(template, sections, fields, done.references(), person);
		page.addObject("errors", done.errors());
		page.addObject("gone", done.gone());
		page.setStatus(status);
		return page;
	}

	/** Keeps what has been typed so far; answers with the time, for the page to show. */
	Map<String, String> keep(HttpServletRequest request) {
		this.several.keep(this.sent.fields(request), this.people.acting());
		return Map.of("savedAt", LondonTime.time(this.clock.instant()));
	}

	private ModelAndView page(String template, Sections sections, Fields typed, List<String> done, Person person) {
		ModelAndView page = new ModelAndView(template);
		Fields fields = typed;
		for (Map.Entry<String, List<TaskAtHand>> section : sections.of(person).entrySet()) {
			fields = this.several.filledIn(section.getValue(), fields, person);
			page.addObject(section.getKey(), this.several.items(section.getValue(), fields, person));
		}
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("gone", List.of());
		page.addObject("nothing", done.equals(List.of("")));
		page.addObject("done",
				done.stream()
					.filter((reference) -> this.access.maySee(reference, person))
					.map((reference) -> new Recorded(reference, this.record.post(reference).title(),
							this.record.state(reference)))
					.toList());
		page.addObject("here", "/" + template);
		return page;
	}

}
