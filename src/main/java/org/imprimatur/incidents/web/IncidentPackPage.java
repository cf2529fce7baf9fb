package org.imprimatur.incidents.web;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.IncidentPacks;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands out what the record has for a serious incident report; names for a reason only.
 */
@Controller
@Policy({ "TRUSTEES", "PERSONAL" })
class IncidentPackPage {

	private static final String PAGE = "/history/{reference:INC-\\d+-\\d+}/serious-incident-pack";

	private static final Set<String> FIELDS = Set.of(IncidentPacks.REASON);

	private final IncidentPacks packs;

	private final IncidentRecord record;

	private final People people;

	private final Sent sent;

	IncidentPackPage(IncidentPacks packs, IncidentRecord record, People people, Sent sent) {
		this.packs = packs;
		this.record = record;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping(PAGE)
	ModelAndView ask(@PathVariable String reference, HttpServletRequest request) {
		Person person = this.people.acting();
		this.packs.mustBeFor(reference, person);
		return page(reference,
				KeptFields.take(request, request.getRequestURI(), person.login())
					.map((values) -> Fields.of(values).only(FIELDS))
					.orElseGet(Fields::none));
	}

	@GetMapping(PAGE + ".pdf")
	ResponseEntity<byte[]> take(@PathVariable String reference) {
		return file(reference, this.packs.take(reference, this.people.acting()));
	}

	@PostMapping(PAGE)
	Object takeWithNames(@PathVariable String reference, HttpServletRequest request) {
		Person person = this.people.acting();
		// before anything of the incident is shown
		this.packs.mustBeFor(reference, person);
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FIELDS);
			return file(reference, this.packs.takeWithNames(reference, fields, person));
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(reference, fields);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private static ResponseEntity<byte[]> file(String reference, byte[] file) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"serious-incident-pack-" + reference + ".pdf\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(file);
	}

	private ModelAndView page(String reference, Fields fields) {
		ModelAndView page = new ModelAndView("incident-pack");
		page.addObject("incident", this.record.view(reference));
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

}
