package org.imprimatur.incidents.web;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.incidents.IncidentAccess;
import org.imprimatur.incidents.IncidentActions;
import org.imprimatur.incidents.IncidentActs;
import org.imprimatur.incidents.IncidentDeed;
import org.imprimatur.incidents.IncidentPacks;
import org.imprimatur.incidents.IncidentRecord;
import org.imprimatur.incidents.Incidents;
import org.imprimatur.incidents.Triage;
import org.imprimatur.incidents.TrusteesActs;
import org.imprimatur.incidents.TrusteesDeed;
import org.imprimatur.incidents.TrusteesRecord;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.NotReached;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Story;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One incident as its people see it; whoever reported it sees how far it is. Each look at
 * a restricted one is recorded.
 */
@Controller
@RequestMapping("/items/{reference:INC-.*}")
@Policy({ "SAFE", "PERSONAL" })
class IncidentPages {

	private final Incidents incidents;

	private final IncidentRecord record;

	private final IncidentAccess access;

	private final IncidentActs acts;

	private final TrusteesActs trustees;

	private final TrusteesRecord trusteesRecord;

	private final Triage triage;

	private final TriageIncident form;

	private final ReplyOffer reply;

	private final IncidentActions actions;

	private final Story story;

	private final People people;

	private final Sent sent;

	private final NotReached notReached;

	private final IncidentPacks packs;

	IncidentPages(Incidents incidents, IncidentRecord record, IncidentAccess access, IncidentActs acts,
			TrusteesActs trustees, TrusteesRecord trusteesRecord, Triage triage, TriageIncident form, ReplyOffer reply,
			IncidentActions actions, Story story, People people, Sent sent, NotReached notReached,
			IncidentPacks packs) {
		this.packs = packs;
		this.incidents = incidents;
		this.record = record;
		this.access = access;
		this.acts = acts;
		this.trustees = trustees;
		this.trusteesRecord = trusteesRecord;
		this.triage = triage;
		this.form = form;
		this.reply = reply;
		this.actions = actions;
		this.story = story;
		this.people = people;
		this.sent = sent;
		this.notReached = notReached;
	}

	@GetMapping
	Object show(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean framed,
			@RequestParam(defaultValue = "") String started, HttpServletRequest request) {
		Person person = this.people.acting();
		if (!this.access.maySeeState(reference, person)) {
			throw unknown(reference);
		}
		boolean all = this.access.maySee(reference, person);
		if (all) {
			this.access.looked(reference, "item", person);
		}
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(reference, all, person));
		}
		ModelAndView page = new ModelAndView("incident");
		page.addObject("reference", reference);
		page.addObject("state", all ? this.record.state(reference) : this.record.stateForReporter(reference));
		page.addObject("reportedAt", LondonTime.dateTime(this.incidents.get(reference).reportedAt()));
		page.addObject("framed", framed);
		page.addObject("started", started.matches("[A-Za-z0-9-]{1,64}") ? started : null);
		if (all) {
			page.addObject("unreached", this.notReached.of(reference));
			page.addObject("incident", this.record.view(reference));
			page.addObject("open", this.record.open(reference));
			page.addObject("waits", this.record.waits(reference));
			page.addObject("crisis", this.acts.isCrisis(reference));
			page.addObject("actions", this.actions.of(reference));
			page.addObject("replies", this.acts.replies(reference, person));
			page.addObject("mayReply", this.reply.mayPropose(person));
			page.addObject("acts", this.acts.possible(reference, person));
			page.addObject("trusteesActs", this.trustees.possible(reference, person));
			page.addObject("mayTakePack", this.packs.isFor(reference, person));
			page.addObject("known", TrusteesWords.known(this.trusteesRecord.known(reference)));
			page.addObject("notices", this.story.notices(reference));
			page.addObject("timeline", this.story.of(reference, this.record.happened(reference)));
		}
		return page;
	}

	@GetMapping("/{act:reassess|ask-for-reply|refer|invoke-crisis|stand-down}")
	ModelAndView ask(@PathVariable String reference, @PathVariable String act, HttpServletRequest request) {
		Person person = this.people.acting();
		IncidentDeed deed = deed(act);
		this.acts.mustBePossible(reference, deed, person);
		this.access.looked(reference, act, person);
		Fields typed = KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(deed.fields()))
			.orElseGet(() -> (deed == IncidentDeed.REASSESS) ? this.triage.initial(reference) : Fields.none());
		return page(reference, deed, typed);
	}

	@PostMapping("/{act:reassess|ask-for-reply|refer|invoke-crisis|stand-down}")
	Object act(@PathVariable String reference, @PathVariable String act, HttpServletRequest request) {
		Person person = this.people.acting();
		IncidentDeed deed = deed(act);
		this.acts.mustBePossible(reference, deed, person);
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, deed.fields());
			this.acts.act(reference, deed, fields, person);
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/items/" + reference)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(reference, deed, fields);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private ModelAndView page(String reference, IncidentDeed deed, Fields fields) {
		ModelAndView page = new ModelAndView("incident-act");
		page.addObject("incident", this.record.view(reference));
		page.addObject("deed", deed);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		if (deed == IncidentDeed.REASSESS) {
			page.addAllObjects(this.form.suggestions(reference));
		}
		return page;
	}

	private Map<String, Object> json(String reference, boolean all, Person person) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("reference", reference);
		if (!all) {
			answer.put("state", this.record.stateForReporter(reference));
			return answer;
		}
		answer.put("title", this.record.title(reference));
		answer.put("state", this.record.state(reference));
		answer.put("waits", this.record.waits(reference));
		answer.put("facts", this.incidents.facts(reference));
		answer.put("files", this.record.view(reference).files());
		answer.put("versions", this.incidents.revisions(reference));
		answer.put("assessments", this.incidents.assessments(reference));
		answer.put("duties", this.incidents.duties(reference));
		answer.put("recorded", this.incidents.acts(reference));
		answer.put("unreached", this.notReached.of(reference));
		answer.put("actions", this.actions.of(reference));
		answer.put("replies", this.acts.replies(reference, person));
		answer.put("crisis", this.acts.isCrisis(reference));
		answer.put("acts",
				Stream
					.concat(this.acts.possible(reference, person).stream().map(IncidentDeed::path),
							this.trustees.possible(reference, person).stream().map(TrusteesDeed::path))
					.toList());
		answer.put("known", this.trusteesRecord.known(reference));
		answer.put("notices", this.story.notices(reference));
		answer.put("happened", this.story.of(reference, this.record.happened(reference)));
		return answer;
	}

	private static Refusal unknown(String reference) {
		return Refusal.notFound("There is no item " + reference + " for you.");
	}

	private static IncidentDeed deed(String path) {
		return Arrays.stream(IncidentDeed.values())
			.filter((deed) -> deed.path().equals(path))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("An incident cannot be asked to “" + path + "”."));
	}

}
