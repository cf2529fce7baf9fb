package org.imprimatur.incidents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.OwnActions;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was agreed at the review of an incident: what, who and by when. The owner reads
 * that line, whatever else of the incident is kept from them, and says when it is done.
 */
@Component
@Policy({ "REVIEW", "PERSONAL" })
public class IncidentActions implements OwnActions {

	/** The three columns of a row; the first of each belong together, and so on. */
	public static final List<String> FIELDS = List.of("actions", "owners", "dues");

	private static final int MOST = 50;

	private final JdbcAggregateTemplate rows;

	private final Incidents incidents;

	private final IncidentAccess access;

	private final People people;

	private final IncidentMails mails;

	private final Clock clock;

	IncidentActions(JdbcAggregateTemplate rows, Incidents incidents, IncidentAccess access, People people,
			IncidentMails mails, Clock clock) {
		this.rows = rows;
		this.incidents = incidents;
		this.access = access;
		this.people = people;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * One action for a page and for machines.
	 *
	 * @param due in words
	 * @param done who said so and when, with the sentence; null while it is open
	 */
	public record View(long id, String reference, String what, String owner, String due, boolean overdue, String done) {
	}

	/**
	 * Reads the rows of a review; blank ones are left out.
	 * @param check takes what is missing, by the number of its row
	 */
	public List<IncidentAction> read(TaskAtHand task, Fields fields, Person person, FieldCheck check) {
		List<IncidentAction> all = new ArrayList<>();
		for (int at = 0; at < count(fields); at++) {
			if (!isBlank(fields, at)) {
				all.add(row(task, at + 1, fields, person, check));
			}
		}
		if (all.size() > MOST) {
			check.problem("actions", "Agree at most " + MOST + " actions.");
		}
		return all;
	}

	/**
	 * How many rows a page shows: all that are filled in and one more, at least three.
	 */
	public static int shown(Fields fields) {
		int last = 0;
		for (int at = 0; at < count(fields); at++) {
			last = isBlank(fields, at) ? last : at + 1;
		}
		return Math.max(3, last + 1);
	}

	/** Appends what was agreed; each as a line for the record. */
	public List<String> agreed(List<IncidentAction> all) {
		all.forEach((one) -> this.mails.agreed(this.rows.insert(one)));
		return all.stream()
			.map((one) -> one.what() + " (" + this.people.nameOf(one.owner()) + ", by " + day(one.due()) + ")")
			.toList();
	}

	/** Those of one incident, in the order in which they were agreed. */
	public List<View> of(String reference) {
		return find("reference", reference).stream().map(this::view).toList();
	}

	@Override
	public List<OwnAction> openFor(Person person) {
		return find("owner", person.login()).stream()
			.filter((one) -> !this.access.isSubject(one.reference(), person.login()) && done(one).isEmpty())
			.sorted(Comparator.comparing(IncidentAction::due))
			.map((one) -> new OwnAction(one.what(), "/actions/" + one.id(), one.reference(), day(one.due()),
					isOverdue(one)))
			.toList();
	}

	/**
	 * One action for its owner, or for somebody who may read the whole incident.
	 * @throws Refusal 404 to everybody else
	 */
	public View get(long id, Person person) {
		return view(find(id, person));
	}

	/** Whether it is this person who says that it is done. */
	public boolean isOpenFor(long id, Person person) {
		IncidentAction action = find(id, person);
		return action.owner().equals(person.login()) && done(action).isEmpty();
	}

	/**
	 * Records that it was done.
	 * @throws Refusal 403 to anybody but the owner, 409 if it is done already
	 */
	@Transactional
	public void done(long id, Fields fields, Person person) {
		IncidentAction action = find(id, person);
		if (!action.owner().equals(person.login())) {
			throw Refusal.forbidden("Only " + this.people.nameOf(action.owner()) + " can say that this is done.");
		}
		this.incidents.lock(action.reference());
		if (done(action).isPresent()) {
			throw Refusal.conflict("This is recorded as done already. Nothing is left to do.");
		}
		FieldCheck check = new FieldCheck(fields);
		String note = check.required("note", WrittenFacts.LONGEST_REASON, "what was done",
				"Enter in a sentence what was done.");
		check.done();
		this.rows.insert(new IncidentActionDone(id, note, person.login(), this.clock.instant()));
	}

	private IncidentAction row(TaskAtHand task, int number, Fields fields, Person person, FieldCheck check) {
		Fields typed = Fields.none();
		for (String field : FIELDS) {
			typed = typed.with(field, at(fields, field, number - 1));
		}
		FieldCheck row = new FieldCheck(typed);
		String what = row.required("actions", 2000, "the action", "enter what is done, or empty the row.");
		String name = row.required("owners", 200, "the name", "enter who does it.");
		String owner = (name != null) ? owner(name, task.reference(), row) : null;
		LocalDate due = due(row.required("dues", 10, "the date", "enter by when."), row);
		try {
			row.done();
		}
		catch (InvalidFields ex) {
			ex.messages().forEach((field, message) -> check.problem(field, "Action " + number + ": " + message));
		}
		return new IncidentAction(null, task.reference(), task.id(), number, what, owner, due, person.login(),
				this.clock.instant());
	}

	private String owner(String name, String reference, FieldCheck row) {
		Optional<String> login = PeopleTyped.find(name, this.people);
		if (login.isEmpty()) {
			row.problem("owners", PeopleTyped.unknown(name, this.people));
		}
		else if (this.access.isSubject(reference, login.get())) {
			row.problem("owners", "choose somebody else, since it is about " + this.people.nameOf(login.get()) + ".");
		}
		return login.orElse(null);
	}

	private LocalDate due(String typed, FieldCheck row) {
		if (typed == null) {
			return null;
		}
		try {
			LocalDate due = LocalDate.parse(typed);
			if (due.isBefore(today()) || due.getYear() > today().getYear() + 10) {
				row.problem("dues", "enter a day from today on, within ten years.");
			}
			return due;
		}
		catch (DateTimeParseException ex) {
			row.problem("dues", "enter the date as year, month and day, such as 2026-12-18.");
			return null;
		}
	}

	private IncidentAction find(long id, Person person) {
		return Optional.ofNullable(this.rows.findById(id, IncidentAction.class))
			.filter((one) -> this.access.maySee(one.reference(), person)
					|| (one.owner().equals(person.login()) && !this.access.isSubject(one.reference(), person.login())))
			.orElseThrow(() -> Refusal.notFound("There is no such action for you."));
	}

	private List<IncidentAction> find(String column, String value) {
		return this.rows.findAll(Query.query(Criteria.where(column).is(value)).sort(Sort.by("id")),
				IncidentAction.class);
	}

	private Optional<IncidentActionDone> done(IncidentAction action) {
		return Optional.ofNullable(this.rows.findById(action.id(), IncidentActionDone.class));
	}

	private View view(IncidentAction one) {
		Optional<IncidentActionDone> done = done(one);
		return new View(one.id(), one.reference(), one.what(), this.people.nameOf(one.owner()), day(one.due()),
				done.isEmpty() && isOverdue(one), done
					.map((it) -> it.note() + " (" + this.people.nameOf(it.doneBy()) + ", "
							+ LondonTime.dateTime(it.doneAt()) + ")")
					.orElse(null));
	}

	private boolean isOverdue(IncidentAction one) {
		return one.due().isBefore(today());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE);
	}

	private static String day(LocalDate day) {
		return LondonTime.date(day.atStartOfDay(LondonTime.ZONE).toInstant());
	}

	private static int count(Fields fields) {
		return FIELDS.stream().mapToInt((field) -> fields.inOrder(field).size()).max().orElse(0);
	}

	private static boolean isBlank(Fields fields, int at) {
		return FIELDS.stream().allMatch((field) -> at(fields, field, at).isBlank());
	}

	private static String at(Fields fields, String field, int at) {
		List<String> all = fields.inOrder(field);
		return (at < all.size()) ? all.get(at) : "";
	}

}
