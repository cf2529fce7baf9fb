package org.imprimatur.tasks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People enter when they are away and who acts for them: somebody of equal authority, a
 * member of every group in whose name they decide. The Head of Communications may enter
 * it for somebody else.
 */
@Component
@Policy("APPROVED")
public class AbsenceActs {

	private static final String FOR_OTHERS = "head-of-communications";

	private static final Set<String> AUTHORITY = Set.of("charity-objects-reviewers", FOR_OTHERS, "ceo", "ceo-deputies");

	private final Absences absences;

	private final People people;

	AbsenceActs(Absences absences, People people) {
		this.absences = absences;
		this.people = people;
	}

	/** Whether the person may enter that somebody else is away. */
	public boolean mayEnterForOthers(Person person) {
		return person.isIn(FOR_OTHERS);
	}

	/** Who may act for this person: of equal authority, or else of a group of theirs. */
	public List<Person> deputiesOf(Person person) {
		return Door.through(() -> {
			Set<String> authority = authority(person);
			TreeMap<String, Person> found = new TreeMap<>();
			for (String group : authority.isEmpty() ? person.groups() : authority) {
				this.people.inGroup(group).forEach((member) -> found.put(member.login(), member));
			}
			found.remove(person.login());
			return found.values().stream().filter((one) -> one.groups().containsAll(authority)).toList();
		});
	}

	/**
	 * Enters an absence.
	 * @throws InvalidFields if something has to be typed differently
	 * @throws Refusal 403 if it is somebody else's to enter
	 */
	@Transactional
	public void enter(Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String login = fields.value("person").isEmpty() ? person.login() : fields.value("person");
		if (!login.equals(person.login()) && !mayEnterForOthers(person)) {
			throw Refusal.forbidden(
					"You can enter your own absence only. Ask the Head of Communications to enter that of others.");
		}
		Optional<Person> away = this.people.find(login);
		if (away.isEmpty()) {
			check.problem("person", "Enter the login of somebody who can sign in.");
		}
		LocalDate first = day("from", "Enter the first day you are away, such as 2026-12-01.", fields, check);
		LocalDate last = day("until", "Enter the last day you are away, such as 2026-12-04.", fields, check);
		if (first != null && last != null) {
			if (last.isBefore(first)) {
				check.problem("until", "Enter a last day that is not before the first.");
			}
			if (last.isBefore(this.absences.today())) {
				check.problem("until", "Enter a last day that has not passed.");
			}
			if (first.isAfter(this.absences.today().plusYears(1)) || last.isAfter(first.plusYears(1))) {
				check.problem("until", "Enter days within a year.");
			}
			if (overlaps(login, first, last).isPresent()) {
				check.problem("from", "An absence on these days is entered already. End it first.");
			}
		}
		String deputy = fields.value("deputy").isEmpty() ? null : fields.value("deputy");
		if (deputy != null && away.isPresent()) {
			deputy(deputy, away.get(), first, last, check);
		}
		check.done();
		this.absences.enter(login, first, last, deputy, person.login());
	}

	/**
	 * Ends an absence: the person is back, or it was entered by mistake.
	 * @throws Refusal 403 or 404
	 */
	@Transactional
	public void end(long id, Person person) {
		Absence absence = this.absences.find(id)
			.orElseThrow(() -> Refusal.notFound("There is no such absence, or it is over."));
		if (!mayEnd(absence, person)) {
			throw Refusal.forbidden("You can end your own absence only.");
		}
		this.absences.end(id, person.login());
	}

	public boolean mayEnd(Absence absence, Person person) {
		return absence.person().equals(person.login()) || mayEnterForOthers(person);
	}

	private void deputy(String login, Person away, LocalDate first, LocalDate last, FieldCheck check) {
		Optional<Person> deputy = this.people.find(login).filter((one) -> !one.login().equals(away.login()));
		if (deputy.isEmpty()) {
			check.problem("deputy", "Choose somebody else who can sign in.");
			return;
		}
		Set<String> missing = authority(away);
		missing.removeAll(deputy.get().groups());
		if (!missing.isEmpty()) {
			check.problem("deputy",
					deputy.get().name() + " has not the same authority: not a member of "
							+ missing.stream().map(this.people::nameOfGroup).collect(Collectors.joining(", "))
							+ ". Choose somebody who is, or nobody.");
		}
		else if (first != null && last != null && overlaps(login, first, last).isPresent()) {
			check.problem("deputy", deputy.get().name() + " is away then as well. Choose somebody who is there.");
		}
	}

	private Optional<Absence> overlaps(String login, LocalDate first, LocalDate last) {
		return this.absences.of(login)
			.stream()
			.filter((one) -> !one.firstDay().isAfter(last) && !one.lastDay().isBefore(first))
			.findFirst();
	}

	private static Set<String> authority(Person person) {
		return person.groups()
			.stream()
			.filter((group) -> AUTHORITY.contains(group) || group.endsWith("-approvers"))
			.collect(Collectors.toCollection(java.util.TreeSet::new));
	}

	private static LocalDate day(String field, String ifMissing, Fields fields, FieldCheck check) {
		try {
			return LocalDate.parse(fields.value(field));
		}
		catch (DateTimeParseException ex) {
			check.problem(field, ifMissing);
			return null;
		}
	}

	/** The absence in words: until when, and who acts for the person. */
	public String words(Absence absence) {
		return this.people.nameOf(absence.person()) + " is away from " + day(absence.firstDay()) + " until "
				+ day(absence.lastDay())
				+ ((absence.deputy() != null) ? "; " + this.people.nameOf(absence.deputy()) + " acts for them"
						: "; nobody is named to act for them")
				+ ".";
	}

	private static String day(LocalDate day) {
		return LondonTime.date(day.atStartOfDay(LondonTime.ZONE).toInstant());
	}

}
