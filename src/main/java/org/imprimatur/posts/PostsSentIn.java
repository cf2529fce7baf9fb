package org.imprimatur.posts;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.StartForm.Asked;
import org.imprimatur.tasks.StartForm.SentIn;
import org.imprimatur.tasks.StartForm.Which;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts that somebody proposed: where each is, whose turn it is and since when. */
@Component
public class PostsSentIn {

	private final Posts posts;

	private final PostRecord record;

	private final PostApprovals approvals;

	private final People people;

	private final JdbcClient jdbc;

	PostsSentIn(Posts posts, PostRecord record, PostApprovals approvals, People people, JdbcClient jdbc) {
		this.posts = posts;
		this.record = record;
		this.approvals = approvals;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The newest first. */
	public List<SentIn> by(Person person, Asked asked) {
		String ended = "exists (select 1 from post_ending e where e.reference = p.reference)";
		String which = (asked.which() == Which.ALL) ? ""
				: (asked.which() == Which.OPEN) ? " and not " + ended : " and " + ended;
		String after = (asked.before() == null) ? ""
				: " and (p.started_at < :before or (p.started_at = :before and p.reference < :reference))";
		JdbcClient.StatementSpec query = this.jdbc
			.sql("select p.reference from post p where p.author = :author" + which + after
					+ " order by p.started_at desc, p.reference desc limit :most")
			.param("author", person.login())
			.param("most", asked.most());
		if (asked.before() != null) {
			query = query.param("before", Timestamp.from(asked.before())).param("reference", asked.reference());
		}
		return query.query(String.class)
			.list()
			.stream()
			.flatMap((reference) -> this.posts.find(reference).stream())
			.map(this::sentIn)
			.toList();
	}

	private SentIn sentIn(Post post) {
		String reference = post.reference();
		String state = this.record.state(reference);
		Optional<PostEnding> ending = this.posts.ending(reference);
		if (ending.isPresent()) {
			return new SentIn(reference, post.title(), post.startedAt(), true, state, "", "",
					LondonTime.dateTime(ending.get().endedAt()));
		}
		List<PostApprovals.OpenTask> open = this.approvals.open(post);
		if (open.isEmpty()) {
			return this.posts.slot(reference)
				.map((slot) -> new SentIn(reference, post.title(), post.startedAt(), false, state,
						"Its slot: " + LondonTime.dateTime(slot.publishAt()), "", LondonTime.dateTime(slot.setAt())))
				.orElseGet(() -> new SentIn(reference, post.title(), post.startedAt(), false, state, "", "", ""));
		}
		return new SentIn(reference, post.title(), post.startedAt(), false, state,
				open.stream().map(PostApprovals.OpenTask::name).distinct().collect(Collectors.joining("; ")),
				open.stream().flatMap(this::who).distinct().collect(Collectors.joining(", ")),
				LondonTime.dateTime(open.get(0).since()));
	}

	private Stream<String> who(PostApprovals.OpenTask task) {
		return (task.assignee() != null) ? Stream.of(this.people.nameOf(task.assignee()))
				: task.groups().stream().map(this.people::nameOfGroup);
	}

}
