package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Away;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Who of the Trustees takes part in a decision, and who does what the chair does: nobody
 * whom the incident concerns, nobody who has declared a conflict in this case.
 */
@Component
@Policy("TRUSTEES")
public class Trustees {

	static final String GROUP = "trustees";

	private static final String CHAIR = TrusteesConcerned.CHAIR;

	private static final String VICE_CHAIR = "trustees-vice-chair";

	/** Who writes down that nobody of the Trustees is left to decide. */
	private static final List<String> SECRETARIES = List.of("trust-board-secretary", "section-board-secretary");

	private final People people;

	private final TrusteesConcerned concerned;

	private final TrusteesRecord record;

	private final Away away;

	Trustees(People people, TrusteesConcerned concerned, TrusteesRecord record, Away away) {
		this.people = people;
		this.concerned = concerned;
		this.record = record;
		this.away = away;
	}

	/**
	 * Who does what the chair does.
	 *
	 * @param logins one Trustee; the secretaries where no Trustee is left
	 * @param why it is not the chair, as a sentence; null if it is
	 */
	public record Chairing(List<String> logins, String why) {
	}

	/** Every Trustee, whether or not they may take part. */
	public List<Person> inOffice() {
		return this.people.inGroup(GROUP);
	}

	/** Why this person takes no part in the decision; empty for one who does. */
	public Optional<String> whyNot(String reference, String caseId, Person person) {
		return whyNot(reference, caseId, null, person);
	}

	/**
	 * Why this person may not do this task; what is declared at it does not count yet.
	 */
	Optional<String> whyNot(String reference, String caseId, String taskId, Person person) {
		return this.concerned.why(reference, person)
			.or(() -> this.record.conflictedBefore(reference, caseId, taskId).contains(person.login())
					? Optional.of("You have declared a conflict of interest, so you take no part in this decision.")
					: Optional.empty());
	}

	/** The Trustees who take part. */
	public List<Person> takingPart(String reference, String caseId) {
		return inOffice().stream().filter((person) -> whyNot(reference, caseId, person).isEmpty()).toList();
	}

	/**
	 * The chair, or who stands in: the vice-chair, another Trustee, and in that order.
	 */
	public Chairing chairOrStandIn(String reference, String caseId) {
		List<Person> inOrder = inOrder();
		List<Person> free = inOrder.stream().filter((one) -> whyNot(reference, caseId, one).isEmpty()).toList();
		// one who is away still decides before nobody does
		Optional<Person> chairing = free.stream()
			.filter((one) -> !this.away.isAway(one.login()))
			.findFirst()
			.or(() -> free.stream().findFirst());
		if (chairing.isPresent()) {
			return new Chairing(List.of(chairing.get().login()), why(reference, caseId, inOrder, chairing.get()));
		}
		for (String group : SECRETARIES) {
			List<String> secretaries = this.people.inGroup(group)
				.stream()
				.filter((one) -> this.concerned.why(reference, one).isEmpty())
				.map(Person::login)
				.toList();
			if (!secretaries.isEmpty()) {
				return new Chairing(secretaries, "No Trustee is left who may decide: each is concerned or has "
						+ "declared a conflict of interest. You write down what is done about that.");
			}
		}
		throw Refusal.conflict("Nobody is left who could decide about " + reference
				+ ": each Trustee and each secretary is concerned. Ask an administrator to name one.");
	}

	/** Who is asked besides the chair: the next who may stand in and is not asked yet. */
	Optional<String> besides(String reference, String caseId, List<String> asked) {
		return inOrder().stream()
			.filter((one) -> !asked.contains(one.login()) && whyNot(reference, caseId, one).isEmpty())
			.sorted((one, other) -> Boolean.compare(this.away.isAway(one.login()), this.away.isAway(other.login())))
			.map(Person::login)
			.findFirst();
	}

	/** Whether no Trustee is left, so that a secretary writes it down. */
	boolean isNobodyLeft(String reference, String caseId) {
		return inOrder().stream().noneMatch((one) -> whyNot(reference, caseId, one).isEmpty());
	}

	static boolean isSecretary(Person person) {
		return SECRETARIES.stream().anyMatch(person::isIn);
	}

	private List<Person> inOrder() {
		List<Person> inOrder = new ArrayList<>();
		for (String group : List.of(CHAIR, VICE_CHAIR, GROUP)) {
			this.people.inGroup(group)
				.stream()
				.filter((one) -> inOrder.stream().noneMatch((other) -> other.login().equals(one.login())))
				.forEach(inOrder::add);
		}
		return inOrder;
	}

	private String why(String reference, String caseId, List<Person> inOrder, Person chairing) {
		if (chairing.isIn(CHAIR)) {
			return null;
		}
		List<String> reasons = new ArrayList<>();
		for (Person before : inOrder.subList(0, inOrder.indexOf(chairing))) {
			String name = before.name();
			boolean conflict = this.record.conflicted(reference, caseId).contains(before.login());
			reasons.add(conflict ? name + " has declared a conflict of interest"
					: whyNot(reference, caseId, before).isPresent() ? "the incident concerns " + name
							: name + " is away");
		}
		return "You stand in for the Chair: "
				+ (reasons.isEmpty() ? "nobody holds that office" : String.join(", ", reasons)) + ".";
	}

}
