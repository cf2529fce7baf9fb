package org.imprimatur.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Tells the Trustees what was found not relevant, and asks them for their views; each is
 * kept with who it was and until when.
 */
@Component
@Policy("TRUSTEES")
public class TrusteesAsked {

	private final Trustees trustees;

	private final TrusteesRecord record;

	private final IncidentAccess access;

	private final IncidentMails mails;

	private final Clock clock;

	TrusteesAsked(Trustees trustees, TrusteesRecord record, IncidentAccess access, IncidentMails mails, Clock clock) {
		this.trustees = trustees;
		this.record = record;
		this.access = access;
		this.mails = mails;
		this.clock = clock;
	}

	/** Each Trustee whom it does not concern is told, once a case. */
	public void tell(String reference, String caseId, Instant callInUntil) {
		List<String> told = this.record.notices(caseId).stream().map(TrusteeNotice::trustee).toList();
		this.trustees.inOffice()
			.stream()
			.map(Person::login)
			.filter((login) -> !told.contains(login) && !this.access.isSubject(reference, login))
			.forEach((login) -> {
				this.record.add(new TrusteeNotice(null, reference, caseId, login, this.clock.instant(), callInUntil));
				this.mails.notRelevant(reference, caseId, login, callInUntil);
			});
	}

	/**
	 * Each Trustee who takes part is asked, once a case.
	 * @return who is asked and how many are in office
	 */
	public TrusteesRound ask(String reference, String caseId, Instant closesAt) {
		Optional<TrusteesRound> before = this.record.round(caseId);
		return before
			.orElseGet(() -> this.record.add(new TrusteesRound(caseId, reference, this.trustees.inOffice().size(),
					String.join(",", this.trustees.takingPart(reference, caseId).stream().map(Person::login).toList()),
					this.clock.instant(), closesAt)));
	}

}
