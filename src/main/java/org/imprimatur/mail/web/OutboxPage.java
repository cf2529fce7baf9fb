package org.imprimatur.mail.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.mail.KeptMails;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailTry;
import org.imprimatur.mail.Outbox;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeLink;
import org.imprimatur.tasks.web.Sent;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What became of every mail, for administrators; without a mail server, its text too. */
@Controller
@RequestMapping(OutboxPage.PAGE)
@Policy("ONE-LOGIN")
class OutboxPage implements HomeLink {

	static final String PAGE = "/outbox";

	private static final int MOST = 200;

	private static final String ADMINISTRATORS = "camunda-admin";

	private final Outbox outbox;

	private final KeptMails kept;

	private final People people;

	OutboxPage(Outbox outbox, KeptMails kept, People people) {
		this.outbox = outbox;
		this.kept = kept;
		this.people = people;
	}

	@Override
	public String name() {
		return "Outbox";
	}

	@Override
	public String address() {
		return PAGE;
	}

	@Override
	public boolean isFor(Person person) {
		return person.isIn(ADMINISTRATORS);
	}

	/**
	 * One mail in words.
	 *
	 * @param happened what came of it, the oldest first
	 */
	record Row(long id, String made, String to, String subject, String state, List<String> happened, boolean mayRead,
			boolean mayRepeat) {
	}

	@GetMapping
	Object show(HttpServletRequest request) {
		administrator();
		List<Mail> newest = this.outbox.newest(MOST);
		if (Sent.wantsJson(request)) {
			return ResponseEntity
				.ok(Map.of("waiting", this.outbox.waiting(), "mails", newest.stream().map(this::json).toList()));
		}
		ModelAndView page = new ModelAndView("outbox");
		page.addObject("rows", newest.stream().map(this::row).toList());
		page.addObject("waiting", this.outbox.waiting());
		page.addObject("forShow", this.kept.areKept());
		page.addObject("here", PAGE);
		return page;
	}

	/** The text of a mail that was kept as a file, as plain text. */
	@GetMapping("/{id}")
	ResponseEntity<String> read(@PathVariable long id) {
		administrator();
		String text = this.kept.read(id).orElseThrow(OutboxPage::unknown);
		return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(text);
	}

	@PostMapping("/{id}/again")
	ResponseEntity<Void> again(@PathVariable long id) {
		Person person = administrator();
		Mail mail = this.outbox.find(id).orElseThrow(OutboxPage::unknown);
		if (!this.outbox.again(mail, person.login())) {
			throw Refusal.conflict("This mail was sent, is no longer needed, or waits to be sent. "
					+ "Look at the outbox: nothing has changed.");
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE)).build();
	}

	private Person administrator() {
		Person person = this.people.acting();
		if (!isFor(person)) {
			throw Refusal.forbidden("The outbox is for administrators. What waits for you stands on “My work”.");
		}
		return person;
	}

	private Row row(Mail mail) {
		List<MailTry> tries = this.outbox.tries(mail.id());
		MailTry last = tries.isEmpty() ? null : tries.get(tries.size() - 1);
		return new Row(mail.id(), LondonTime.dateTime(mail.madeAt()), this.people.nameOf(mail.login()), mail.subject(),
				(last != null) ? last.outcome().label() : "Waits to be sent", tries.stream().map(this::words).toList(),
				this.kept.read(mail.id()).isPresent(), last != null && last.outcome().isMissed());
	}

	private String words(MailTry one) {
		return LondonTime.dateTime(one.at()) + ": " + one.outcome().label()
				+ ((one.askedBy() != null) ? ", asked for by " + this.people.nameOf(one.askedBy()) : "")
				+ (one.answer().isEmpty() ? "." : ". " + one.answer());
	}

	private Map<String, Object> json(Mail mail) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", mail.id());
		answer.put("kind", mail.kind().name());
		answer.put("login", mail.login());
		answer.put("reference", mail.reference());
		answer.put("subject", mail.subject());
		answer.put("madeAt", LondonTime.iso(mail.madeAt()));
		answer.put("tries",
				this.outbox.tries(mail.id())
					.stream()
					.map((one) -> Map.of("at", LondonTime.iso(one.at()), "outcome", one.outcome().name(), "answer",
							one.answer()))
					.toList());
		return answer;
	}

	private static Refusal unknown() {
		return Refusal.notFound("There is no such mail here. Look at the outbox.");
	}

}
