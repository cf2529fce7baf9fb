package org.imprimatur.history.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.history.CasePath;
import org.imprimatur.history.CasePath.Stop;
import org.imprimatur.history.FromStory;
import org.imprimatur.history.ItemStory;
import org.imprimatur.history.ItemStory.Told;
import org.imprimatur.history.RulesAsked;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The story of one item, for people who know no models: line of time, texts, path and
 * rules; and the same for machines.
 */
@Controller
@Policy({ "APPROVED", "ONE-LOGIN" })
class StoryPage {

	private static final String ITEM = "/history/{reference:[A-Z]+-\\d+-\\d+}";

	private final ItemStory story;

	private final People people;

	private final ObjectMapper json;

	private final List<FromStory> besides;

	StoryPage(ItemStory story, People people, ObjectMapper json, List<FromStory> besides) {
		this.besides = besides;
		this.story = story;
		this.people = people;
		this.json = json;
	}

	@GetMapping(ITEM)
	Object show(@PathVariable String reference, HttpServletRequest request) {
		Told told = this.story.tell(reference, this.people.acting());
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(told));
		}
		ModelAndView page = new ModelAndView("story");
		page.addObject("here", "/history");
		page.addObject("head", told.head());
		page.addObject("notices", told.notices());
		page.addObject("packs", this.story.packs(reference, this.people.acting()));
		Map<String, String> links = new LinkedHashMap<>();
		this.besides.forEach((one) -> links.putAll(one.links(reference, this.people.acting())));
		page.addObject("links", links);
		page.addObject("policy", told.policy());
		page.addObject("timeline", told.timeline());
		page.addObject("differences", told.differences());
		page.addObject("paths", told.paths());
		page.addObject("drawn", told.paths().stream().map(this::drawn).toList());
		page.addObject("rules", RulesAsked.grouped(told.rules()));
		page.addObject("mails", told.mails());
		return page;
	}

	@GetMapping(ITEM + ".json")
	ResponseEntity<Map<String, Object>> json(@PathVariable String reference) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(json(this.story.tell(reference, this.people.acting())));
	}

	@GetMapping(ITEM + "/cases/{caseId}.bpmn")
	ResponseEntity<byte[]> model(@PathVariable String reference, @PathVariable String caseId) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_XML)
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(this.story.model(reference, caseId, this.people.acting()));
	}

	private static Map<String, Object> json(Told told) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("head", told.head());
		answer.put("policy", Map.of("beganUnder", Objects.requireNonNullElse(told.policy().began(), ""), "changed",
				told.policy().changed()));
		answer.put("notices", told.notices());
		answer.put("timeline", told.timeline().stream().map((one) -> {
			Map<String, Object> entry = new LinkedHashMap<>();
			entry.put("at", LondonTime.iso(one.when()));
			entry.put("kind", one.kind());
			entry.put("who", one.who());
			entry.put("title", one.title());
			entry.put("text", one.text());
			entry.put("role", one.role());
			entry.put("onBehalfOf", one.behalf());
			entry.put("version", one.version());
			entry.put("askedBecause", one.because());
			entry.put("took", one.took());
			entry.put("late", one.late());
			entry.put("model", one.model());
			entry.put("policyVersion", one.policy());
			return entry;
		}).toList());
		answer.put("differences", told.differences());
		answer.put("cases", told.paths().stream().map(StoryPage::json).toList());
		answer.put("rules", told.rules().stream().map((asked) -> {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("at", LondonTime.iso(asked.when()));
			one.put("step", asked.step());
			one.put("question", asked.question());
			one.put("told", asked.told());
			one.put("answered", asked.answered());
			one.put("reasons", asked.reasons());
			one.put("held", asked.held());
			return one;
		}).toList());
		answer.put("mails", told.mails());
		return answer;
	}

	private static Map<String, Object> json(CasePath path) {
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("caseId", path.caseId());
		one.put("process", path.diagram().key());
		one.put("model", path.model());
		one.put("inForceSince", LondonTime.iso(path.diagram().deployedAt()));
		one.put("flows", path.flows());
		one.put("open", path.open());
		one.put("path", path.stops().stream().map((stop) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("element", stop.element().id());
			row.put("label", stop.element().label());
			row.put("at", LondonTime.iso(stop.at()));
			row.put("answer", stop.answer());
			row.put("time", stop.time());
			row.put("open", stop.open());
			row.put("waitedSeconds", (stop.waited() != null) ? stop.waited().toSeconds() : null);
			row.put("done", stop.doings());
			return row;
		}).toList());
		return one;
	}

	/** What the script draws on the diagram, and the words it shows beside it. */
	private String drawn(CasePath path) {
		Map<String, Map<String, Object>> elements = new LinkedHashMap<>();
		for (Stop stop : path.stops()) {
			Map<String, Object> one = elements.computeIfAbsent(stop.element().id(), (id) -> new LinkedHashMap<>());
			one.put("times", stop.times());
			one.put("open", path.open().contains(stop.element().id()));
			List<String> lines = lines(one);
			stop.doings()
				.forEach((line) -> lines.add(line.who() + (line.what().isEmpty() ? "" : ": " + line.what()) + ", "
						+ line.took() + (line.late() ? ", late" : "")));
			if (stop.pause() != null) {
				lines.add("Waited " + stop.pause());
			}
			if (stop.waited() != null) {
				one.merge("minutes", stop.waited().toMinutes(), (a, b) -> (Long) a + (Long) b);
			}
			one.put("lines", lines);
		}
		elements.values().forEach((one) -> {
			Object minutes = one.remove("minutes");
			if (minutes instanceof Long count && count > 0) {
				one.put("took", ItemStory.words(Duration.ofMinutes(count)));
			}
		});
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("flows", path.flows());
		all.put("elements", elements);
		Map<String, Object> words = new LinkedHashMap<>();
		path.diagram().elements().forEach((id, element) -> words.put(id, this.story.meaning(element)));
		all.put("words", words);
		try {
			return this.json.writeValueAsString(all);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A path could not be written as JSON.", ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> lines(Map<String, Object> one) {
		return (List<String>) one.getOrDefault("lines", new ArrayList<String>());
	}

}
