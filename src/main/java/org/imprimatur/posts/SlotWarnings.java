package org.imprimatur.posts;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people are told before they decide, and may pass over: the same text on the same
 * account not long ago, and another slot near this one. Nothing is refused because of it.
 */
@Component
@EnableConfigurationProperties(SlotWarningPeriods.class)
public class SlotWarnings {

	private static final int MOST_COMPARED = 2000;

	private static final int MOST_SHOWN = 5;

	private static final String GOES_ON = """
			and not exists (select 1 from post_ending e where e.reference = p.reference
			and e.ending <> 'post-published')""";

	private final Posts posts;

	private final PostAccess access;

	private final PostTexts texts;

	private final Accounts accounts;

	private final SlotWarningPeriods periods;

	private final JdbcClient jdbc;

	private final Clock clock;

	SlotWarnings(Posts posts, PostAccess access, PostTexts texts, Accounts accounts, SlotWarningPeriods periods,
			JdbcClient jdbc, Clock clock) {
		this.texts = texts;
		this.posts = posts;
		this.access = access;
		this.accounts = accounts;
		this.periods = periods;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One warning.
	 *
	 * @param text a sentence that ends before the other post is named
	 * @param reference of the other post, which the person may see
	 */
	public record Warning(String text, String reference, String title) {
	}

	private record Other(String reference, String title, String body, Instant at) {
	}

	/**
	 * About a post as it is.
	 * @param publishAt as typed on the page, in place of the slot; may be empty
	 */
	public List<Warning> of(String reference, String publishAt, Person person) {
		Optional<Post> post = this.posts.find(reference);
		if (post.isEmpty() || this.posts.ending(reference).isPresent()) {
			return List.of();
		}
		Optional<PostRevision> latest = this.posts.latest(reference);
		Instant at = time(publishAt).or(() -> this.posts.slot(reference).map(PostSlot::publishAt))
			.or(() -> latest.map(PostRevision::publishAt))
			.orElse(null);
		List<String> accounts = latest.map(PostRevision::accountIds).orElseGet(post.get()::accountIds);
		return about(reference, accounts,
				(account) -> latest.map((revision) -> this.texts.on(revision, account)).orElse(""), at, person);
	}

	/** About what is typed on the page on which a post begins. */
	public List<Warning> of(Fields typed, Person person) {
		List<String> accounts = typed.values("accounts")
			.stream()
			.filter((account) -> this.accounts.isAuthorised(person.login(), account))
			.toList();
		return about("", accounts, PostTexts.typed(accounts, typed)::on, time(typed.value("publishAt")).orElse(null),
				person);
	}

	private List<Warning> about(String reference, List<String> accounts, UnaryOperator<String> text, Instant at,
			Person person) {
		List<Warning> warnings = new ArrayList<>();
		for (String account : accounts) {
			String name = this.accounts.find(account).map(Account::name).orElse(account);
			String here = normalised(text.apply(account));
			if (!here.isEmpty()) {
				submitted(account, reference).stream()
					.filter((other) -> normalised(other.body()).equals(here))
					.filter((other) -> this.access.maySee(other.reference(), person))
					.limit(MOST_SHOWN)
					.map((other) -> new Warning(
							"The same text is on “" + name + "” already, since " + LondonTime.date(other.at()) + ":",
							other.reference(), other.title()))
					.forEach(warnings::add);
			}
			if (at != null) {
				slots(account, reference, at).stream()
					.filter((other) -> this.access.maySee(other.reference(), person))
					.limit(MOST_SHOWN)
					.map((other) -> new Warning(
							"Another post has its slot on “" + name + "” on " + LondonTime.dateTime(other.at())
									+ ", less than " + (this.periods.crowdedWithin().toMinutes()) + " minutes away:",
							other.reference(), other.title()))
					.forEach(warnings::add);
			}
		}
		return warnings;
	}

	/** Latest versions on the account, submitted or out within the period. */
	private List<Other> submitted(String account, String except) {
		return this.jdbc.sql("""
				select p.reference, p.title, coalesce((select t.body from post_revision_text t
				 where t.reference = r.reference and t.revision = r.number and t.account = :account), r.body),
				 coalesce((select max(l.posted_at) from post_release l
				 where l.reference = p.reference and l.account = :account), r.saved_at) as happened_at
				from post p join post_revision r on r.reference = p.reference
				where r.number = (select max(n.number) from post_revision n where n.reference = p.reference)
				 and (',' || r.accounts || ',') like :on and p.reference <> :except
				 and (r.saved_at >= :since or exists (select 1 from post_release l
				 where l.reference = p.reference and l.account = :account and l.posted_at >= :since))
				""" + GOES_ON + " order by p.started_at desc limit :most")
			.param("account", account)
			.param("on", "%," + account + ",%")
			.param("except", except)
			.param("since", Timestamp.from(this.clock.instant().minus(this.periods.sameTextWithin())))
			.param("most", MOST_COMPARED)
			.query((row, number) -> new Other(row.getString(1), row.getString(2), row.getString(3),
					row.getTimestamp(4).toInstant()))
			.list();
	}

	/** Slots in force on the account near a time. */
	private List<Other> slots(String account, String except, Instant at) {
		return this.jdbc.sql("""
				select p.reference, p.title, s.publish_at from post p join post_slot s on s.reference = p.reference
				where s.id = (select max(n.id) from post_slot n where n.reference = p.reference)
				 and s.publish_at > :from and s.publish_at < :to
				 and (',' || p.accounts || ',') like :on and p.reference <> :except
				""" + GOES_ON + " order by s.publish_at, p.reference")
			.param("from", Timestamp.from(at.minus(this.periods.crowdedWithin())))
			.param("to", Timestamp.from(at.plus(this.periods.crowdedWithin())))
			.param("on", "%," + account + ",%")
			.param("except", except)
			.query((row, number) -> new Other(row.getString(1), row.getString(2), "", row.getTimestamp(3).toInstant()))
			.list();
	}

	/** The same words in the same order, however they are spaced and capitalised. */
	static String normalised(String body) {
		return Normalizer.normalize(body, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Z}]+", " ")
			.strip();
	}

	private static Optional<Instant> time(String typed) {
		try {
			return (typed == null || typed.isBlank()) ? Optional.empty() : Optional.of(LondonTime.parse(typed));
		}
		catch (LondonTime.NotATime ex) {
			// the form says so
			return Optional.empty();
		}
	}

}
