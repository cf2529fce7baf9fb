package org.imprimatur.incidents;

import java.util.List;
import java.util.Optional;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.HomeNews;
import org.imprimatur.tasks.NamedItems;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The reply to an incident is a post. Those who deal with the incident seldom use an
 * account themselves, so they ask somebody who does, who then knows the reference and
 * what is asked for, and nothing else.
 */
@Component
@Policy({ "RESPOND", "PERSONAL" })
class Replies implements NamedItems, HomeNews {

	private final Incidents incidents;

	private final IncidentAccess access;

	private final Accounts accounts;

	private final People people;

	private final List<NamedItems> items;

	/** The other features are asked later: this is one of them. */
	Replies(Incidents incidents, IncidentAccess access, Accounts accounts, People people,
			@Lazy List<NamedItems> items) {
		this.incidents = incidents;
		this.access = access;
		this.accounts = accounts;
		this.people = people;
		this.items = items;
	}

	@Override
	public boolean mayName(String reference, Person person) {
		return this.access.maySeeState(reference, person) || asked(reference, person).isPresent();
	}

	@Override
	public boolean mayOpen(String reference, Person person) {
		return this.access.maySeeState(reference, person);
	}

	@Override
	public List<Named> naming(String reference, Person person) {
		return List.of();
	}

	/** The posts that answer this incident. */
	List<Named> to(String reference, Person person) {
		return this.items.stream().flatMap((one) -> one.naming(reference, person).stream()).toList();
	}

	/**
	 * What a person is asked for until a post of theirs names the incident, or somebody
	 * else is asked.
	 */
	@Override
	public List<News> newsFor(Person person) {
		return this.incidents.askedForReply(person.login())
			.stream()
			.filter((reference) -> to(reference, person).stream().noneMatch((one) -> one.by().equals(person.login())))
			.flatMap((reference) -> asked(reference, person).stream())
			.filter((act) -> this.incidents.acts(act.reference())
				.stream()
				.noneMatch((later) -> later.task().equals(act.task()) && later.id() > act.id()))
			.map((act) -> new News("Propose the reply to " + act.reference(),
					"/start/post-approval?kind=REPLY&from=" + act.reference(), act.reason(),
					"Asked by " + this.people.nameOf(act.doneBy()) + "."))
			.toList();
	}

	/** Checks who is asked; the login of that person. */
	String check(String reference, Fields fields, FieldCheck check) {
		String typed = check.required("person", 200, "the name", "Enter who is to propose the reply.");
		if (typed == null) {
			return null;
		}
		Optional<String> login = PeopleTyped.find(typed, this.people);
		if (login.isEmpty()) {
			check.problem("person", PeopleTyped.unknown(typed, this.people));
		}
		else if (this.access.isSubject(reference, login.get())) {
			check.problem("person", "Ask somebody else: it is about " + this.people.nameOf(login.get()) + ".");
		}
		else if (this.accounts.usableBy(login.get()).isEmpty()) {
			check.problem("person", "Ask somebody else: " + this.people.nameOf(login.get())
					+ " is not authorised to use any of our accounts.");
		}
		return login.orElse(null);
	}

	private Optional<IncidentAct> asked(String reference, Person person) {
		if (this.incidents.find(reference).isEmpty() || this.access.isSubject(reference, person.login())) {
			return Optional.empty();
		}
		return this.incidents.acts(reference)
			.stream()
			.filter((act) -> act.task().equals(IncidentDeed.ASK_FOR_REPLY.path())
					&& act.value("person").equals(person.login()))
			.reduce((first, second) -> second);
	}

}
