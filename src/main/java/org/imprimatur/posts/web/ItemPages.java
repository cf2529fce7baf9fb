package org.imprimatur.posts.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.NotReached;
import org.imprimatur.posts.Act;
import org.imprimatur.posts.CorrectionAccess;
import org.imprimatur.posts.CorrectionRecord;
import org.imprimatur.posts.PostActs;
import org.imprimatur.posts.PostAnswers;
import org.imprimatur.posts.PostCopies;
import org.imprimatur.posts.PostNotices;
import org.imprimatur.posts.PostRecord;
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
 * One post as its people see it: state, content, decisions that stand and why, what
 * happens next.
 */
@Controller
@RequestMapping("/items/{reference:POST-.*}")
class ItemPages {

	private static final Set<String> FIELDS = Set.of("reason", "publishAt");

	private final PostRecord record;

	private final CorrectionRecord corrections;

	private final PostNotices notices;

	private final CorrectionAccess access;

	private final PostActs acts;

	private final PostCopies copies;

	private final PostAnswers answers;

	private final StartPost start;

	private final PostAsides asides;

	private final Story story;

	private final People people;

	private final Sent sent;

	private final NotReached notReached;

	ItemPages(PostRecord record, CorrectionRecord corrections, PostNotices notices, CorrectionAccess access,
			PostActs acts, PostCopies copies, PostAnswers answers, StartPost start, PostAsides asides, Story story,
			People people, Sent sent, NotReached notReached) {
		this.record = record;
		this.corrections = corrections;
		this.notices = notices;
		this.access = access;
		this.acts = acts;
		this.copies = copies;
		this.answers = answers;
		this.start = start;
		this.asides = asides;
		this.story = story;
		this.people = people;
		this.sent = sent;
		this.notReached = notReached;
	}

	@GetMapping
	Object show(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean framed,
			@RequestParam(defaultValue = "") String started, HttpServletRequest request) {
		Person person = this.people.acting();
		seen(reference, person);
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(json(reference, person));
		}
		ModelAndView page = new ModelAndView("item");
		page.addObject("unreached", this.notReached.of(reference));
		page.addObject("frozen", this.notices.frozen(reference));
		page.addObject("post", this.corrections.item(reference));
		page.addObject("corrections", this.corrections.of(reference));
		page.addObject("standing", standing(reference));
		page.addObject("notices", this.story.notices(reference));
		page.addObject("timeline", this.story.of(reference, this.corrections.story(reference)));
		page.addObject("acts", this.acts.possible(reference, person));
		if (!this.access.isWithoutPost(reference)) {
			page.addAllObjects(this.asides.ofItem(reference, person));
		}
		page.addObject("kin", this.copies.kin(reference, person));
		page.addObject("answered", this.answers.of(reference, person).orElse(null));
		page.addObject("mayCopy", mayCopy(reference, person));
		page.addObject("startAgain", this.copies.isStartedAgain(reference));
		page.addObject("framed", framed);
		page.addObject("started", started.matches("[A-Za-z0-9-]{1,64}") ? started : null);
		return page;
	}

	@GetMapping("/{act}")
	ModelAndView ask(@PathVariable String reference, @PathVariable String act, HttpServletRequest request) {
		Person person = this.people.acting();
		seen(reference, person);
		Act chosen = act(act);
		this.acts.mustBePossible(reference, chosen, person);
		return page(reference, chosen,
				KeptFields.take(request, request.getRequestURI(), person.login())
					.map((values) -> Fields.of(values).only(FIELDS))
					.orElseGet(Fields::none),
				person);
	}

	@PostMapping("/{act}")
	Object act(@PathVariable String reference, @PathVariable String act, HttpServletRequest request) {
		Person person = this.people.acting();
		seen(reference, person);
		Act chosen = act(act);
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FIELDS);
			this.acts.act(reference, chosen, fields, person);
			return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/items/" + reference)).build();
		}
		catch (InvalidFields ex) {
			if (Sent.wantsJson(request)) {
				throw ex;
			}
			ModelAndView page = page(reference, chosen, fields, person);
			page.addObject("errors", ex.messages());
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private boolean mayCopy(String reference, Person person) {
		return !this.access.isWithoutPost(reference) && this.start.whyNot(person).isEmpty();
	}

	/** What was registered without a post has no decisions that could stand. */
	private List<PostRecord.StandingView> standing(String reference) {
		return this.access.isWithoutPost(reference) ? List.of() : this.record.standing(reference);
	}

	private ModelAndView page(String reference, Act act, Fields fields, Person person) {
		ModelAndView page = new ModelAndView("act");
		page.addObject("post", this.record.view(reference));
		page.addObject("act", act);
		page.addObject("path", path(act));
		page.addObject("needsReason", this.acts.needsReason(reference, act, person));
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		return page;
	}

	private Map<String, Object> json(String reference, Person person) {
		Map<String, Object> answer = new LinkedHashMap<>();
		PostRecord.View post = this.corrections.item(reference);
		answer.put("reference", reference);
		answer.put("title", post.title());
		answer.put("state", post.state());
		answer.put("frozen", this.notices.frozen(reference));
		answer.put("revision", post.revision());
		answer.put("body", post.body());
		answer.put("details", post.details());
		answer.put("standing", standing(reference));
		answer.put("unreached", this.notReached.of(reference));
		if (!this.access.isWithoutPost(reference)) {
			Map<String, Object> asides = this.asides.ofItem(reference, person);
			answer.put("accounts", post.accounts());
			answer.put("difference", asides.get("difference"));
			answer.put("warnings", asides.get("warnings"));
		}
		List<String> possible = new ArrayList<>();
		this.acts.possible(reference, person).stream().map(ItemPages::path).forEach(possible::add);
		if (mayCopy(reference, person)) {
			possible.add("copy");
		}
		this.answers.of(reference, person).ifPresent((one) -> answer.put("incident", one.incident()));
		answer.put("acts", possible);
		PostCopies.Kin kin = this.copies.kin(reference, person);
		answer.put("copiedFrom", kin.from().orElse(null));
		answer.put("copiedTo", kin.to());
		answer.put("notices", this.story.notices(reference));
		answer.put("happened", this.story.of(reference, this.corrections.story(reference)));
		answer.put("corrections", this.corrections.of(reference));
		return answer;
	}

	private void seen(String reference, Person person) {
		if (!this.access.maySee(reference, person)) {
			throw Refusal.notFound("There is no item " + reference + " for you.");
		}
	}

	private static Act act(String path) {
		return Arrays.stream(Act.values())
			.filter((act) -> path(act).equals(path))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("A post cannot be asked to “" + path + "”."));
	}

	private static String path(Act act) {
		return act.name().toLowerCase().replace('_', '-');
	}

}
