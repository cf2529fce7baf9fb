package org.imprimatur.meetings.web;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.meetings.Board;
import org.imprimatur.meetings.Meeting;
import org.imprimatur.meetings.MeetingRegister;
import org.imprimatur.meetings.Meetings;
import org.imprimatur.security.KeptFields;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The meetings of both Boards: read by everybody who is signed in, each Board's kept by
 * its secretary.
 */
@Controller
@RequestMapping(MeetingPages.PAGE)
@Policy("BOARD")
class MeetingPages implements HomeLink {

	static final String PAGE = "/meetings";

	private static final Set<String> OFFERED_TO = Set.of("trust-board-secretary", "section-board-secretary",
			"trust-board", "section-board", "trustees", "ceo", "ceo-deputies");

	private static final Map<String, Set<String>> FORMS = Map.of("add", MeetingRegister.ADD, "move",
			MeetingRegister.MOVE, "cancel", MeetingRegister.CANCEL);

	private final Meetings meetings;

	private final MeetingRegister register;

	private final MeetingWords words;

	private final People people;

	private final Sent sent;

	private final Clock clock;

	MeetingPages(Meetings meetings, MeetingRegister register, MeetingWords words, People people, Sent sent,
			Clock clock) {
		this.meetings = meetings;
		this.register = register;
		this.words = words;
		this.people = people;
		this.sent = sent;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "Meetings";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return OFFERED_TO.stream().anyMatch(person::isIn);
	}

	/** The meetings of one Board. */
	record Section(Board board, boolean kept, List<MeetingWords.Row> coming, List<MeetingWords.Row> past) {
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		Person person = this.people.acting();
		if (Sent.wantsJson(request)) {
			return ResponseEntity.ok(Map.of("meetings", this.meetings.all().stream().map(this.words::json).toList()));
		}
		return page(kept("add", request, person, Fields.none()), person);
	}

	@PostMapping
	Object add(HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, MeetingRegister.ADD);
			this.register.add(fields, person);
			return seeMeetings();
		}
		catch (InvalidFields ex) {
			return again(ex, request, () -> page(fields, person));
		}
	}

	@GetMapping("/{id}/{form:move|cancel}")
	ModelAndView ask(@PathVariable long id, @PathVariable String form, HttpServletRequest request) {
		Person person = this.people.acting();
		Meeting meeting = this.register.changeable(id, person);
		return changing(meeting, form, kept(form, request, person, MeetingWords.initial(meeting)));
	}

	@PostMapping("/{id}/{form:move|cancel}")
	Object change(@PathVariable long id, @PathVariable String form, HttpServletRequest request) {
		Person person = this.people.acting();
		Fields fields = this.sent.fields(request);
		try {
			FieldCheck.contract(fields, FORMS.get(form));
			if (form.equals("move")) {
				this.register.move(id, fields, person);
			}
			else {
				this.register.cancel(id, fields, person);
			}
			return seeMeetings();
		}
		catch (InvalidFields ex) {
			return again(ex, request, () -> changing(this.register.changeable(id, person), form, fields));
		}
		catch (Refusal ex) {
			if (Sent.wantsJson(request) || ex.kind() != Refusal.Kind.CONFLICT) {
				throw ex;
			}
			// throws what stands in the way for good, such as that it was cancelled
			Meeting now = this.register.changeable(id, person);
			ModelAndView page = changing(now, form, fields.with("seen", Long.toString(now.change())));
			page.addObject("errors", Map.of("", ex.getMessage()));
			page.setStatus(HttpStatus.CONFLICT);
			return page;
		}
	}

	private ModelAndView page(Fields fields, Person person) {
		ModelAndView page = new ModelAndView("meetings");
		List<Board> kept = this.register.keptBy(person);
		page.addObject("boards", List.of(section(Board.TRUST, kept), section(Board.SECTION, kept)));
		page.addObject("kept", kept);
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", PAGE);
		return page;
	}

	private Section section(Board board, List<Board> kept) {
		List<Meeting> all = this.meetings.all().stream().filter((one) -> one.board() == board).toList();
		Map<Boolean, List<MeetingWords.Row>> rows = new LinkedHashMap<>();
		for (boolean coming : new boolean[] { true, false }) {
			rows.put(coming,
					all.stream()
						.filter((one) -> coming == (!one.cancelled() && one.heldAt().isAfter(this.clock.instant())))
						.map(this.words::row)
						.toList());
		}
		return new Section(board, kept.contains(board), rows.get(true), rows.get(false));
	}

	private ModelAndView changing(Meeting meeting, String form, Fields fields) {
		ModelAndView page = new ModelAndView("meeting-form");
		page.addObject("meeting", this.words.row(meeting));
		page.addObject("form", form);
		page.addObject("title", form.equals("move") ? "Move a meeting" : "Cancel a meeting");
		page.addObject("fields", fields);
		page.addObject("errors", Map.of());
		page.addObject("here", PAGE);
		return page;
	}

	private static Object again(InvalidFields problem, HttpServletRequest request, Supplier<ModelAndView> form) {
		if (Sent.wantsJson(request)) {
			throw problem;
		}
		ModelAndView page = form.get();
		page.addObject("errors", problem.messages());
		page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return page;
	}

	private static Fields kept(String form, HttpServletRequest request, Person person, Fields otherwise) {
		return KeptFields.take(request, request.getRequestURI(), person.login())
			.map((values) -> Fields.of(values).only(FORMS.get(form)))
			.orElse(otherwise);
	}

	private static ResponseEntity<Void> seeMeetings() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
	}

}
