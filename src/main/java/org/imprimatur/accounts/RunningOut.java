package org.imprimatur.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeNews;

import org.springframework.stereotype.Component;

/**
 * What soon runs out on an account: the check of its public profile, an authorisation,
 * the training of somebody authorised. From {@code imprimatur.accounts.remind-days} days
 * before, those who keep the register and the channel manager see it on their first page,
 * and each person what runs out for themselves; everybody on the account's page. What has
 * run out already is said there by other words.
 */
@Component
@Policy({ "ACCOUNT-OWNER", "AUTHORISED", "TRAINED" })
class RunningOut implements HomeNews {

	private final Accounts accounts;

	private final BioChecks checks;

	private final Trainings trainings;

	private final Authorisations authorisations;

	private final Keepers keepers;

	private final People people;

	private final Periods periods;

	private final Clock clock;

	RunningOut(Accounts accounts, BioChecks checks, Trainings trainings, Authorisations authorisations, Keepers keepers,
			People people, Periods periods, Clock clock) {
		this.accounts = accounts;
		this.checks = checks;
		this.trainings = trainings;
		this.authorisations = authorisations;
		this.keepers = keepers;
		this.people = people;
		this.periods = periods;
		this.clock = clock;
	}

	/**
	 * One thing that runs out.
	 *
	 * @param person login of whose it is; null for the account's own
	 */
	record Soon(String person, String sentence) {
	}

	/** What runs out on this account within the days before, in sentences. */
	List<Soon> on(Account account) {
		List<Soon> soon = new ArrayList<>();
		if (account.isClosed()) {
			return soon;
		}
		this.checks.last(account.id())
			.map(this.checks::until)
			.filter(this::isSoon)
			.ifPresent((until) -> soon.add(new Soon(null, "The check of its public profile counts until "
					+ Periods.words(until) + ". Look at the profile before then and record what it says.")));
		for (AccountAuthorisation held : this.authorisations.current(account.id())) {
			String name = this.people.nameOf(held.person());
			if (isSoon(held.lastDay())) {
				soon.add(new Soon(held.person(), "The authorisation of " + name + " ends on "
						+ Periods.words(held.lastDay()) + ". Authorise them again if the job still needs it."));
			}
			this.trainings.last(held.person())
				.map(this.trainings::until)
				.filter(this::isSoon)
				.ifPresent((until) -> soon.add(new Soon(held.person(), "The training of " + name + " counts until "
						+ Periods.words(until) + ". Train them again before then, or they cannot publish.")));
		}
		return soon;
	}

	@Override
	public List<News> newsFor(Person person) {
		boolean keeps = this.keepers.include(person);
		List<News> news = new ArrayList<>();
		for (Account account : this.accounts.all()) {
			if (keeps || person.login().equals(account.channelManager()) || isAuthorised(account, person)) {
				boolean all = keeps || person.login().equals(account.channelManager());
				List<String> said = on(account).stream()
					.filter((one) -> all || person.login().equals(one.person()))
					.map(Soon::sentence)
					.toList();
				if (!said.isEmpty()) {
					news.add(new News("Soon runs out: " + account.name(), "/accounts/" + account.id(),
							String.join(" ", said), keeps ? "You can record it on the page of the account."
									: "The Digital Engagement Manager or the Head of Communications records it."));
				}
			}
		}
		return news;
	}

	private boolean isAuthorised(Account account, Person person) {
		return this.accounts.isAuthorised(person.login(), account.id());
	}

	private boolean isSoon(LocalDate until) {
		LocalDate today = Periods.today(this.clock);
		return !until.isBefore(today) && !until.isAfter(today.plusDays(this.periods.remindDays()));
	}

}
