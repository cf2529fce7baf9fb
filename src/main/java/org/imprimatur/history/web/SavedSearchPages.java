package org.imprimatur.history.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.history.Found;
import org.imprimatur.history.SavedSearches;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Keeps a search under a name, and forgets it. */
@Controller
class SavedSearchPages {

	private static final String PAGE = "/history/saved";

	private final SavedSearches saved;

	private final Found found;

	private final People people;

	private final Sent sent;

	SavedSearchPages(SavedSearches saved, Found found, People people, Sent sent) {
		this.saved = saved;
		this.found = found;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping(PAGE)
	ResponseEntity<List<SavedSearches.Saved>> list() {
		return ResponseEntity.ok(this.saved.of(mayAsk()));
	}

	@PostMapping(PAGE)
	ResponseEntity<Void> save(HttpServletRequest request) {
		Person person = mayAsk();
		Fields typed = this.sent.fields(request);
		String query = SearchFields.query(search(text(typed, "query")));
		this.saved.save(typed, query, person);
		return back(query);
	}

	@PostMapping(PAGE + "/remove")
	ResponseEntity<Void> remove(HttpServletRequest request) {
		this.saved.remove(text(this.sent.fields(request), "name"), mayAsk());
		return back("");
	}

	/** The fields of a search in an address, and nothing else that stands there. */
	private static Fields search(String query) {
		UriComponents address = UriComponentsBuilder.newInstance().query(query).build();
		Map<String, List<String>> values = address.getQueryParams()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(one) -> one.getValue()
						.stream()
						.map((value) -> UriUtils.decode(value.replace('+', ' '), "UTF-8"))
						.toList()));
		return Fields.of(values);
	}

	private Person mayAsk() {
		Person person = this.people.acting();
		this.found.mustBeFor(person);
		return person;
	}

	private static ResponseEntity<Void> back(String query) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create("/history" + (query.isEmpty() ? "" : "?" + query)))
			.build();
	}

	private static String text(Fields fields, String name) {
		String value = fields.value(name);
		return (value != null) ? value : "";
	}

}
