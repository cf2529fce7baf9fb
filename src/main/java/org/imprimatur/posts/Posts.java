package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every post with its revisions, decisions, slots, releases and acts. Rows are only ever
 * added.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class Posts {

	private final JdbcAggregateTemplate rows;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Posts(JdbcAggregateTemplate rows, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.events = events;
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Holds back every other proposal until the transaction ends, so that no reference
	 * and no page shown is used twice.
	 */
	void lockProposals() {
		this.jdbc.sql("update reference_number set last_number = 0 where prefix = 'POST' and in_year = 0").update();
	}

	/**
	 * The next free reference of this year in London, such as {@code POST-2026-000001}.
	 */
	String nextReference() {
		int year = ZonedDateTime.ofInstant(this.clock.instant(), LondonTime.ZONE).getYear();
		if (this.jdbc
			.sql("update reference_number set last_number = last_number + 1 where prefix = 'POST' and in_year = ?")
			.param(year)
			.update() == 0) {
			this.jdbc.sql("insert into reference_number (prefix, in_year, last_number) values ('POST', ?, 1)")
				.param(year)
				.update();
		}
		int number = this.jdbc.sql("select last_number from reference_number where prefix = 'POST' and in_year = ?")
			.param(year)
			.query(Integer.class)
			.single();
		return "POST-%d-%06d".formatted(year, number);
	}

	/** Holds everybody else off this post until the transaction ends. */
	public void lock(String reference) {
		this.jdbc.sql("select reference from post where reference = ? for update")
			.param(reference)
			.query(String.class)
			.optional();
	}

	public Optional<Post> find(String reference) {
		return Optional.ofNullable(this.rows.findById(reference, Post.class));
	}

	Optional<Post> byStartKey(String startKey) {
		return this.rows.findOne(Query.query(Criteria.where("startKey").is(startKey)), Post.class);
	}

	/** The latest revision; empty while nothing has been submitted. */
	public Optional<PostRevision> latest(String reference) {
		return last(revisions(reference));
	}

	public List<PostRevision> revisions(String reference) {
		return of(reference, PostRevision.class, "number");
	}

	/** One version of the post; empty for a number there is none of. */
	Optional<PostRevision> revision(String reference, int number) {
		return revisions(reference).stream().filter((one) -> one.number() == number).findFirst();
	}

	/** What a version says on each account; nothing for versions older than that. */
	List<PostRevisionText> texts(PostRevision revision) {
		return of(revision.reference(), PostRevisionText.class, "id").stream()
			.filter((one) -> one.revision() == revision.number())
			.toList();
	}

	public List<PostDecision> decisions(String reference) {
		return of(reference, PostDecision.class, "id");
	}

	/** The pictures and clips of one revision, in their order. */
	public List<PostMedia> media(String reference, int revision) {
		return of(reference, PostMedia.class, "position").stream().filter((one) -> one.revision() == revision).toList();
	}

	public List<PostSlot> slots(String reference) {
		return of(reference, PostSlot.class, "id");
	}

	public List<PostRelease> releases(String reference) {
		return of(reference, PostRelease.class, "id");
	}

	public List<PostAct> acts(String reference) {
		return of(reference, PostAct.class, "id");
	}

	public Optional<PostEnding> ending(String reference) {
		return Optional.ofNullable(this.rows.findById(reference, PostEnding.class));
	}

	/** The slot in force: the latest one, if it has a time. */
	public Optional<PostSlot> slot(String reference) {
		return last(slots(reference)).filter((slot) -> slot.publishAt() != null);
	}

	/** The latest decision made at this task. */
	public Optional<PostDecision> lastDecision(String reference, PostApproval.Task task) {
		return decisions(reference).stream()
			.filter((decision) -> decision.task().equals(task.id()))
			.reduce((first, second) -> second);
	}

	/** The latest word of somebody who is no author that a frozen post goes ahead. */
	Optional<PostDecision> goAhead(String reference) {
		Set<String> authors = authors(reference);
		return last(decisions(reference).stream()
			.filter((decision) -> decision.decision().equals(AfterFreeze.GO_AHEAD.name()))
			.filter((decision) -> !authors.contains(decision.decidedBy()))
			.toList());
	}

	/**
	 * Everybody who proposed the post or saved a revision of it: none of them may judge
	 * it.
	 */
	public Set<String> authors(String reference) {
		return Stream
			.concat(find(reference).map(Post::author).stream(),
					revisions(reference).stream().map(PostRevision::savedBy))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Everybody who has decided something about the post at this task. */
	public Set<String> deciders(String reference, PostApproval.Task task) {
		return decisions(reference).stream()
			.filter((decision) -> decision.task().equals(task.id()))
			.map(PostDecision::decidedBy)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * From now on this version of the post is checked by one person and signed by
	 * another.
	 */
	public void takeFullRoute(String reference) {
		latest(reference).filter((revision) -> fullRouteSince(reference, revision.number()).isEmpty())
			.ifPresent((revision) -> this.jdbc
				.sql("insert into post_full_route (reference, revision, since) values (?, ?, ?)")
				.params(reference, revision.number(), Timestamp.from(this.clock.instant()))
				.update());
	}

	/** Since when nobody may do both for this version; empty if somebody may. */
	Optional<Instant> fullRouteSince(String reference, int revision) {
		return this.jdbc.sql("select since from post_full_route where reference = ? and revision = ?")
			.params(reference, revision)
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.optional();
	}

	/** References of shares whose approval has not ended. */
	List<String> openShares() {
		return this.jdbc.sql("""
				select p.reference from post p where p.kind = 'SHARE'
				and not exists (select 1 from post_ending e where e.reference = p.reference)
				order by p.reference""").query(String.class).list();
	}

	/** References of posts on this account whose approval has not ended. */
	List<String> openOn(String account) {
		return this.jdbc.sql("""
				select p.reference from post p
				where ((',' || p.accounts || ',') like :account or exists (select 1 from post_revision r
				where r.reference = p.reference and (',' || r.accounts || ',') like :account))
				and not exists (select 1 from post_ending e where e.reference = p.reference)
				order by p.reference""").param("account", "%," + account + ",%").query(String.class).list();
	}

	/** References of all posts whose approval has not ended, the oldest first. */
	List<String> open() {
		return this.jdbc.sql("""
				select p.reference from post p
				where not exists (select 1 from post_ending e where e.reference = p.reference)
				order by p.reference""").query(String.class).list();
	}

	/** From now on another team looks after the post. */
	void moveTo(String reference, String team) {
		this.jdbc.sql("update post set team = ? where reference = ?").params(team, reference).update();
		this.events.publishEvent(new ItemChanged(reference));
	}

	<T> T add(T row) {
		return this.rows.insert(row);
	}

	private <T> List<T> of(String reference, Class<T> type, String order) {
		return this.rows.findAll(Query.query(Criteria.where("reference").is(reference)).sort(Sort.by(order)), type);
	}

	private static <T> Optional<T> last(List<T> all) {
		return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
	}

}
