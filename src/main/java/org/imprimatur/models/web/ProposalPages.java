package org.imprimatur.models.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.ModelReaders;
import org.imprimatur.models.proposal.Proposal;
import org.imprimatur.models.proposal.ProposalDoor;
import org.imprimatur.models.proposal.Proposals;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a second person reads what a changed model changes, and releases or declines it.
 */
@Controller
@RequestMapping(ProposalPages.PAGE)
@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
class ProposalPages {

	static final String PAGE = ModelsPage.PAGE + "/proposals";

	private final Proposals proposals;

	private final ProposalDoor door;

	private final ProposalWords words;

	private final People people;

	private final Sent sent;

	ProposalPages(Proposals proposals, ProposalDoor door, ProposalWords words, People people, Sent sent) {
		this.proposals = proposals;
		this.door = door;
		this.words = words;
		this.people = people;
		this.sent = sent;
	}

	@GetMapping
	Object list(HttpServletRequest request) {
		Person person = reader();
		List<Proposal> open = this.proposals.open();
		List<Proposal> ended = this.proposals.ended();
		if (Sent.wantsJson(request)) {
			return ResponseEntity
				.ok(Map.of("secondPerson", this.door.isClosed(), "open", open.stream().map(this.words::json).toList(),
						"ended", ended.stream().map(this.words::json).toList()));
		}
		ModelAndView page = page("models-proposals");
		page.addObject("alone", !this.door.isClosed());
		page.addObject("open", open.stream().map((one) -> this.words.line(one, person)).toList());
		page.addObject("ended", ended.stream().map((one) -> this.words.line(one, person)).toList());
		return page;
	}

	@GetMapping("/{id}")
	Object show(@PathVariable long id, HttpServletRequest request) {
		Person person = reader();
		Proposal proposal = this.proposals.find(id);
		if (Sent.wantsJson(request)) {
			Map<String, Object> answer = new LinkedHashMap<>(this.words.json(proposal));
			answer.put("overtaken", proposal.isOpen() && this.proposals.isOvertaken(proposal));
			answer.put("changes", this.words.changes(proposal));
			return ResponseEntity.ok(answer);
		}
		Fields kept = KeptFields.take(request, PAGE + "/" + id, person.login()).map(Fields::of).orElseGet(Fields::none);
		return page(proposal, person, kept, Map.of());
	}

	@GetMapping("/{id}/files/{number}")
	ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number) {
		reader();
		List<Proposal.File> files = this.proposals.find(id).files();
		if (number < 1 || number > files.size()) {
			throw Refusal.notFound("The proposal has no such file. It is at " + PAGE + "/" + id + ".");
		}
		ModelFile file = files.get(number - 1).file();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(file.path().substring(file.path().lastIndexOf('/') + 1), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(file.content());
	}

	@PostMapping("/{id}/release")
	Object release(@PathVariable long id, HttpServletRequest request) {
		Person person = reader();
		FieldCheck.contract(this.sent.fields(request), Set.of());
		Proposal proposal = this.proposals.release(id, person);
		return Sent.wantsJson(request) ? ResponseEntity.ok(this.words.json(proposal)) : to(id);
	}

	@PostMapping("/{id}/decline")
	Object decline(@PathVariable long id, HttpServletRequest request) {
		Person person = reader();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, Set.of("reason"));
			this.proposals.decline(id, fields.value("reason"), person);
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(this.proposals.find(id), person, fields, ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		return Sent.wantsJson(request) ? ResponseEntity.ok(this.words.json(this.proposals.find(id))) : to(id);
	}

	@PostMapping("/{id}/take-back")
	Object takeBack(@PathVariable long id, HttpServletRequest request) {
		this.proposals.takeBack(id, reader());
		return Sent.wantsJson(request) ? ResponseEntity.ok(this.words.json(this.proposals.find(id))) : to(id);
	}

	private Person reader() {
		Person person = this.people.acting();
		ModelReaders.mustInclude(person);
		return person;
	}

	private ModelAndView page(Proposal proposal, Person person, Fields fields, Map<String, String> errors) {
		ModelAndView page = page("models-proposal");
		page.addObject("one", this.words.line(proposal, person));
		page.addObject("proposal", proposal);
		page.addObject("answers", this.words.answers(proposal));
		page.addObject("shown", this.words.shown(proposal));
		page.addObject("live", this.words.live(proposal));
		page.addObject("overtaken", proposal.isOpen() && this.proposals.isOvertaken(proposal));
		page.addObject("mayRelease", Proposals.waitsFor(proposal, person));
		page.addObject("mayTakeBack", proposal.isOpen() && proposal.askedBy().equals(person.login()));
		page.addObject("fields", fields);
		page.addObject("errors", errors);
		return page;
	}

	private static ModelAndView page(String view) {
		ModelAndView page = new ModelAndView(view);
		page.addObject("here", ModelsPage.PAGE);
		return page;
	}

	private static ResponseEntity<Void> to(long id) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE + "/" + id)).build();
	}

}
