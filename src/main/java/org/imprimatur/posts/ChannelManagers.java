package org.imprimatur.posts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.TaskFacts;
import org.imprimatur.tasks.Absence;
import org.imprimatur.tasks.Absences;

import org.springframework.stereotype.Component;

/**
 * A share is released by the channel manager of the account, who may have written it,
 * since others have checked and signed it. While the manager is away it is the deputy;
 * where there is neither, or they may not use the account, the team, and the gap is on
 * record.
 */
@Component
@Policy("SHARE")
public class ChannelManagers {

	private final Posts posts;

	private final Accounts accounts;

	private final Absences absences;

	private final Escalations escalations;

	private final People people;

	ChannelManagers(Posts posts, Accounts accounts, Absences absences, Escalations escalations, People people) {
		this.posts = posts;
		this.accounts = accounts;
		this.absences = absences;
		this.escalations = escalations;
		this.people = people;
	}

	/**
	 * Who releases shares on an account now.
	 *
	 * @param login null if anybody of the team who may use the account
	 * @param why it is not the channel manager, in words; null if it is
	 */
	public record Releaser(String login, String why) {
	}

	/** Who releases shares on this account now. */
	public Releaser of(Account account) {
		return Door.through(() -> look(account));
	}

	/** Why this person may not release the share on these accounts. */
	Optional<String> whyNot(Post post, List<String> on, Person person) {
		if (post.kind() != Kind.SHARE) {
			return Optional.empty();
		}
		return on.stream()
			.flatMap((id) -> this.accounts.find(id).stream())
			.filter((account) -> !person.login().equals(account.channelManager()))
			.map(notBy(person))
			.filter(Objects::nonNull)
			.findFirst();
	}

	/**
	 * Who is given the task that has just begun: nobody, unless it releases a share. A
	 * release that is not the channel manager's is put on record.
	 */
	public Optional<String> given(TaskFacts task, String account) {
		Optional<Post> post = task.task().equals(Task.PUBLISH_POST.id())
				? this.posts.find(task.reference()).filter((one) -> one.kind() == Kind.SHARE) : Optional.empty();
		if (post.isEmpty() || account == null) {
			return Optional.empty();
		}
		Account on = this.accounts.find(account).orElseThrow();
		Releaser releaser = of(on);
		if (releaser.why() != null) {
			this.escalations.add(task.reference(), task.task(), task.taskId(),
					Objects.toString(on.channelManager(), "channel manager"), on.team(), releaser.why());
		}
		return Optional.ofNullable(releaser.login());
	}

	private Function<Account, String> notBy(Person person) {
		return (account) -> {
			Releaser releaser = of(account);
			if (releaser.login() == null || releaser.login().equals(person.login())) {
				return null;
			}
			return "A share on " + account.name() + " is released by " + this.people.nameOf(releaser.login())
					+ ((releaser.why() == null) ? ", its channel manager. Ask them to release it."
							: ". " + releaser.why());
		};
	}

	private Releaser look(Account account) {
		String manager = account.channelManager();
		if (manager == null) {
			return new Releaser(null, "Nobody is named as channel manager of " + account.name() + "."
					+ team("Name one at /accounts/" + account.id() + "."));
		}
		String name = this.people.nameOf(manager);
		Optional<String> cannot = whyCannot(account, manager);
		if (cannot.isPresent()) {
			return new Releaser(null, name + ", the channel manager of " + account.name() + ", " + cannot.get() + "."
					+ team("Mend it at /accounts/" + account.id() + "."));
		}
		Optional<Absence> away = this.absences.now(manager);
		if (away.isEmpty()) {
			return new Releaser(manager, null);
		}
		String until = name + ", the channel manager of " + account.name() + ", is away until "
				+ LondonTime.date(away.get().lastDay().atStartOfDay(LondonTime.ZONE).toInstant());
		String deputy = away.get().deputy();
		if (deputy == null) {
			return new Releaser(null, until + " and nobody is named to act for them." + team(""));
		}
		String acting = this.people.nameOf(deputy);
		Optional<String> deputyCannot = this.absences.isAway(deputy) ? Optional.of("is away as well")
				: whyCannot(account, deputy);
		return deputyCannot
			.map((why) -> new Releaser(null, until + "; " + acting + ", who acts for them, " + why + "." + team("")))
			.orElseGet(() -> new Releaser(deputy, until + ", so " + acting + ", who acts for them, releases it."));
	}

	private static String team(String mend) {
		return " So anybody of its team who may use the account releases the share."
				+ (mend.isEmpty() ? "" : " " + mend);
	}

	/** As the end of a sentence that begins with the name. */
	private Optional<String> whyCannot(Account account, String login) {
		Optional<Person> person = this.people.find(login);
		if (person.isEmpty()) {
			return Optional.of("can no longer sign in");
		}
		if (person.get().isIn("camunda-admin")) {
			return Optional.of("is an administrator, who does no tasks of people");
		}
		if (!this.accounts.isAuthorised(login, account.id())) {
			return Optional.of("is not authorised to use it");
		}
		return this.accounts.whyNotTrained(login).map((why) -> "cannot publish, since " + why);
	}

}
