package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.HomeNews;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Breaking news is told at once to everybody who may check or sign it: one row a person
 * and version, never changed, and a banner on their first page until it is decided.
 */
@Component
@Policy({ "APPROVED", "OBJECTS" })
public class BreakingNews implements HomeNews {

	private static final Set<String> UNDECIDED = Set.of(Task.CHECK_CHARITY_OBJECTS.id(), Task.SIGN_OFF_POST.id(),
			Task.CHECK_AND_SIGN_OFF.id());

	private final Posts posts;

	private final StandingDecisions standing;

	private final PostApprovals approvals;

	private final PostRecord record;

	private final People people;

	private final JdbcClient jdbc;

	private final Clock clock;

	BreakingNews(Posts posts, StandingDecisions standing, PostApprovals approvals, PostRecord record, People people,
			JdbcClient jdbc, Clock clock) {
		this.posts = posts;
		this.standing = standing;
		this.approvals = approvals;
		this.record = record;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Tells those who decide this version, unless they have been told. */
	public void tell(Post post) {
		int revision = this.posts.latest(post.reference()).map(PostRevision::number).orElse(0);
		if (post.urgency() != Urgency.BREAKING || revision == 0) {
			return;
		}
		Set<String> concerned = new TreeSet<>();
		if (this.standing.objectsCheck(post).check() == ObjectsCheck.REQUIRED) {
			concerned.addAll(members("charity-objects-reviewers"));
		}
		if (this.standing.signOff(post).isEmpty()) {
			concerned.addAll(members(this.standing.route(post).group()));
		}
		concerned.removeAll(this.posts.authors(post.reference()));
		concerned.removeAll(told(post.reference(), revision));
		for (String person : concerned) {
			this.jdbc.sql("insert into breaking_notice (reference, revision, person, told_at) values (?, ?, ?, ?)")
				.params(post.reference(), revision, person, Timestamp.from(this.clock.instant()))
				.update();
		}
	}

	/** Logins of those who were told of this version. */
	public List<String> told(String reference, int revision) {
		return this.jdbc.sql("select person from breaking_notice where reference = ? and revision = ? order by person")
			.params(reference, revision)
			.query(String.class)
			.list();
	}

	@Override
	public List<News> newsFor(Person person) {
		return this.jdbc.sql("""
				select distinct n.reference from breaking_notice n where n.person = ?
				and not exists (select 1 from post_ending e where e.reference = n.reference)
				order by n.reference""")
			.param(person.login())
			.query(String.class)
			.list()
			.stream()
			.flatMap((reference) -> this.posts.find(reference).stream())
			.filter(this::isUndecided)
			.map((post) -> new News(post.title(), "/items/" + post.reference(), post.urgencyReason(),
					this.record.state(post.reference())))
			.toList();
	}

	private boolean isUndecided(Post post) {
		return this.approvals.open(post).stream().anyMatch((task) -> UNDECIDED.contains(task.task()));
	}

	private List<String> members(String group) {
		return Door.through(() -> this.people.inGroup(group)).stream().map(Person::login).toList();
	}

}
