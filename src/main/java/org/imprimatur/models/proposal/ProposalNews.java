package org.imprimatur.models.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailOccasions;
import org.imprimatur.models.proposal.Proposal.Answer;
import org.imprimatur.models.proposal.Proposal.Said;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeNews;

import org.springframework.stereotype.Component;

/** Tells those who have to release a model, and whoever proposed it what became of it. */
@Component
@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
class ProposalNews implements HomeNews, MailOccasions {

	/**
	 * An answer is told by mail for so long: the mails may have been stopped meanwhile.
	 */
	private static final Duration TOLD = Duration.ofDays(7);

	private final Proposals proposals;

	private final People people;

	private final Clock clock;

	ProposalNews(Proposals proposals, People people, Clock clock) {
		this.proposals = proposals;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public List<News> newsFor(Person person) {
		return this.proposals.open()
			.stream()
			.filter((one) -> Proposals.waitsFor(one, person))
			.map((one) -> new News("A changed model waits for you", path(one),
					this.people.nameOf(one.askedBy()) + " proposed it on " + one.asked() + ".",
					"It is not live until you have released it."))
			.toList();
	}

	@Override
	public List<Mail> due() {
		Instant now = this.clock.instant();
		List<Mail> mails = new ArrayList<>();
		for (Proposal one : this.proposals.open()) {
			one.waitsFor()
				.stream()
				.flatMap((group) -> this.people.inGroup(group).stream())
				.filter((person) -> !person.login().equals(one.askedBy()))
				.forEach((person) -> mails
					.add(Mail.notice("PROPOSAL:" + one.id(), person.login(), null, "A changed model waits for you",
							"Read what it changes and release or decline it. Nothing changes before that.", path(one),
							now)));
		}
		for (Proposal one : this.proposals.ended()) {
			one.last()
				.filter((answer) -> isTold(answer) && answer.at().isAfter(now.minus(TOLD)))
				.ifPresent((answer) -> mails.add(Mail.notice("PROPOSAL-ENDED:" + one.id(), one.askedBy(), null,
						(answer.said() == Said.DECLINED) ? "Your changed model was declined"
								: "Your changed model is live",
						(answer.said() == Said.DECLINED) ? "The page of the proposal says why."
								: "Cases that begin from now on follow it.",
						path(one), now)));
		}
		return mails;
	}

	private static boolean isTold(Answer answer) {
		return answer.said() == Said.DECLINED || answer.said() == Said.RELEASED;
	}

	private static String path(Proposal proposal) {
		return "/models/proposals/" + proposal.id();
	}

}
