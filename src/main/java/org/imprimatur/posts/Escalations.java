package org.imprimatur.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.tasks.Happening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks that went up because nobody of their group was left, releases of shares that are
 * not the channel manager's, and why. Rows are only ever added.
 */
@Component
@Policy({ "OBJECTS", "APPROVED" })
public class Escalations implements AlsoHappened {

	private static final String SELECT = """
			select reference, task, task_id, from_group, to_group, why, at from escalation where %s = ? order by id""";

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	Escalations(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * One task that went up.
	 *
	 * @param task the id of the user task
	 * @param taskId the engine's id of the task
	 * @param why in words, with the names of those who could not do it
	 */
	public record Escalation(String reference, String task, String taskId, String fromGroup, String toGroup, String why,
			Instant at) {
	}

	void add(String reference, String task, String taskId, String from, String to, String why) {
		this.jdbc.sql("""
				insert into escalation (reference, task, task_id, from_group, to_group, why, at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(reference, task, taskId, from, to, (why.length() > 2000) ? why.substring(0, 2000) : why,
					Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Who was asked instead at this very task. */
	public Optional<Escalation> of(String taskId) {
		return this.jdbc.sql(SELECT.formatted("task_id"))
			.param(taskId)
			.query(Escalations::row)
			.list()
			.stream()
			.findFirst();
	}

	@Override
	public List<Happening> about(Post post) {
		return this.jdbc.sql(SELECT.formatted("reference"))
			.param(post.reference())
			.query(Escalations::row)
			.list()
			.stream()
			.map((one) -> new Happening(one.at(), "Imprimatur", title(one), one.why()))
			.toList();
	}

	private String title(Escalation one) {
		return one.task().equals(PostApproval.Task.PUBLISH_POST.id())
				? "The channel manager is not there to release the share" : "Nobody left for “"
						+ one.task().replace('-', ' ') + "”: asked " + this.people.nameOfGroup(one.toGroup());
	}

	private static Escalation row(ResultSet row, int number) throws SQLException {
		return new Escalation(row.getString("reference"), row.getString("task"), row.getString("task_id"),
				row.getString("from_group"), row.getString("to_group"), row.getString("why"),
				row.getTimestamp("at").toInstant());
	}

}
