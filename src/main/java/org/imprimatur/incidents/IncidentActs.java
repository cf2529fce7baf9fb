package org.imprimatur.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.NamedItems;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done from the page of an incident at any time: assess it again, refer a
 * concern about a person, and invoke or stand down the crisis protocol.
 */
@Component
@Policy({ "CRISIS", "CEO", "PERSONAL" })
public class IncidentActs {

	/** Who may assess an incident again. */
	private static final Set<String> ASSESSORS = Set.of("supporter-communications", "digital-engagement-manager",
			"head-of-communications");

	/** Who may invoke the crisis protocol and stand it down. */
	private static final Set<String> CRISIS = Set.of("head-of-communications", "ceo", "ceo-deputies",
			"digital-engagement-manager");

	private static final Set<IncidentDeed> CRISIS_DEEDS = EnumSet.of(IncidentDeed.INVOKE_CRISIS,
			IncidentDeed.STAND_DOWN);

	private final Incidents incidents;

	private final IncidentAccess access;

	private final Involved involved;

	private final Triage triage;

	private final IncidentWriting writing;

	private final Replies replies;

	private final IncidentMails mails;

	IncidentActs(Incidents incidents, IncidentAccess access, Involved involved, Triage triage, IncidentWriting writing,
			Replies replies, IncidentMails mails) {
		this.incidents = incidents;
		this.access = access;
		this.involved = involved;
		this.triage = triage;
		this.writing = writing;
		this.replies = replies;
		this.mails = mails;
	}

	/** What this person can do now, in the order of the page. */
	public List<IncidentDeed> possible(String reference, Person person) {
		List<IncidentDeed> possible = new ArrayList<>();
		for (IncidentDeed deed : IncidentDeed.values()) {
			if (whyNot(reference, deed, person) == null) {
				possible.add(deed);
			}
		}
		return possible;
	}

	/**
	 * @throws Refusal 403 or 409 saying why this cannot be done now
	 */
	public void mustBePossible(String reference, IncidentDeed deed, Person person) {
		Refusal why = whyNot(reference, deed, person);
		if (why != null) {
			throw why;
		}
	}

	/**
	 * Does it.
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently
	 * @throws Refusal if it cannot be done at all
	 */
	@Transactional
	public void act(String reference, IncidentDeed deed, Fields fields, Person person) {
		this.incidents.lock(reference);
		mustBePossible(reference, deed, person);
		FieldCheck.contract(fields, deed.fields());
		switch (deed) {
			case REASSESS -> this.triage.assessAgain(reference, fields, person);
			case ASK_FOR_REPLY -> askForReply(reference, fields, person);
			case REFER -> refer(reference, fields, person);
			case INVOKE_CRISIS, STAND_DOWN -> crisis(reference, deed, fields, person);
		}
	}

	/** The posts that answer it, with where each is. */
	public List<NamedItems.Named> replies(String reference, Person person) {
		return this.replies.to(reference, person);
	}

	/** Whether the crisis protocol is in force for it. */
	public boolean isCrisis(String reference) {
		return this.incidents.acts(reference)
			.stream()
			.map(IncidentAct::task)
			.filter((act) -> act.equals(IncidentDeed.INVOKE_CRISIS.path())
					|| act.equals(IncidentDeed.STAND_DOWN.path()))
			.reduce((first, second) -> second)
			.filter(IncidentDeed.INVOKE_CRISIS.path()::equals)
			.isPresent();
	}

	private void askForReply(String reference, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String login = this.replies.check(reference, fields, check);
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "what is asked for",
				"Enter what has to be answered, where, and what the reply should say.");
		check.done();
		this.writing.act(reference, IncidentDeed.ASK_FOR_REPLY.path(), "DONE", reason, Map.of("person", List.of(login)),
				person);
		this.mails.replyAsked(reference, login);
	}

	/** The reference alone: what comes of it belongs to those who deal with people. */
	private void refer(String reference, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		check.required("referredTo", 200, "to whom",
				"Enter to whom the concern was referred, such as the People Team.");
		check.required("referralReference", 200, "the reference", "Enter the reference that they gave.");
		check.done();
		this.writing.act(reference, IncidentDeed.REFER.path(), "DONE", null, fields.filled(), person);
	}

	private void crisis(String reference, IncidentDeed deed, Fields fields, Person person) {
		FieldCheck check = new FieldCheck(fields);
		String reason = check.required("reason", WrittenFacts.LONGEST_REASON, "the reason",
				(deed == IncidentDeed.INVOKE_CRISIS) ? "Enter why this may become a crisis." : "Enter why it is over.");
		String version = check.text("protocolVersion", 200, "the version");
		if (deed == IncidentDeed.INVOKE_CRISIS && version == null) {
			check.problem("protocolVersion", "Enter which version of the crisis protocol is followed.");
		}
		this.writing.past("at", fields, check, "when");
		check.done();
		this.writing.act(reference, deed.path(), "DONE", reason, fields.only(Set.of("protocolVersion", "at")).filled(),
				person);
	}

	private Refusal whyNot(String reference, IncidentDeed deed, Person person) {
		if (!this.access.maySee(reference, person)) {
			return Refusal.notFound("There is no item " + reference + " for you.");
		}
		Set<String> groups = CRISIS_DEEDS.contains(deed) ? CRISIS : ASSESSORS;
		if (groups.stream().noneMatch(person::isIn)) {
			return Refusal.forbidden("You may not " + deed.label().toLowerCase()
					+ ". Ask the Head of Communications or the Digital Engagement Manager.");
		}
		if (deed == IncidentDeed.REFER && !this.incidents.facts(reference).isAboutPeople()) {
			return Refusal
				.conflict(reference + " is about nobody of ours. Say whom it is about first, by assessing it again.");
		}
		boolean crisis = isCrisis(reference);
		if (deed == IncidentDeed.INVOKE_CRISIS && crisis) {
			return Refusal.conflict("The crisis protocol is in force for " + reference + " already.");
		}
		if (deed == IncidentDeed.STAND_DOWN && !crisis) {
			return Refusal.conflict("The crisis protocol is not in force for " + reference + ".");
		}
		if (deed == IncidentDeed.REASSESS) {
			if (this.incidents.assessments(reference).stream().noneMatch((one) -> one.assessedBy() != null)) {
				return Refusal
					.conflict(reference + " has not been assessed yet. Do the task “Assess the incident” instead.");
			}
			return this.involved.whyNot(reference, IncidentEscalation.Task.HANDLE_INCIDENT.id(), person)
				.map(Refusal::forbidden)
				.orElse(null);
		}
		return null;
	}

}
