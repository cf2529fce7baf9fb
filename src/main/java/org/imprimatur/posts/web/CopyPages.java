package org.imprimatur.posts.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostCopies;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Begins a post from another one. Nothing is recorded until the new post is proposed; a
 * program gets the fields that it would send.
 */
@Controller
class CopyPages {

	private final PostCopies copies;

	private final StartPost start;

	private final People people;

	CopyPages(PostCopies copies, StartPost start, People people) {
		this.copies = copies;
		this.start = start;
		this.people = people;
	}

	@RequestMapping(path = "/items/{reference:POST-.*}/copy", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Object> copy(@PathVariable String reference, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.copies.of(reference, person)
			.orElseThrow(() -> Refusal.notFound("There is no item " + reference + " for you."));
		this.start.whyNot(person).ifPresent((why) -> {
			throw Refusal.forbidden(why);
		});
		String address = "/start/" + this.start.process();
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(address + "?from=" + reference));
		if (!Sent.wantsJson(request)) {
			return answer.build();
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("start", address);
		body.put("fields", fields.asMap());
		return answer.body(body);
	}

}
