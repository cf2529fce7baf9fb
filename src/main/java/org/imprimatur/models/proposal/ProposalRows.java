package org.imprimatur.models.proposal;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.models.ModelFile;
import org.imprimatur.models.check.SecondPerson.Deployed;
import org.imprimatur.models.proposal.Proposal.Answer;
import org.imprimatur.models.proposal.Proposal.File;
import org.imprimatur.models.proposal.Proposal.Said;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The proposals and what became of them, as rows that are only added. */
@Component
class ProposalRows {

	/** What ends a proposal: a no, or the last release, which brought it to life. */
	private static final String END = """
			exists (select 1 from model_proposal_answer a where a.proposal = p.id
			and (a.answer <> 'RELEASED' or a.deployment is not null))""";

	private static final String OPEN = "select p.id from model_proposal p where not " + END + " order by p.id";

	private static final String ENDED = "select p.id from model_proposal p where " + END
			+ " order by p.id desc limit 50";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	ProposalRows(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	long add(Deployed deployment, Set<String> groups, List<File> files, Instant at) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.template.update((connection) -> {
			PreparedStatement insert = connection.prepareStatement(
					"insert into model_proposal (name, source, for_groups, asked_by, asked_at) values (?, ?, ?, ?, ?)",
					new String[] { "id" });
			insert.setString(1, cut(deployment.name()));
			insert.setString(2, cut(deployment.source()));
			insert.setString(3, String.join(",", groups));
			insert.setString(4, deployment.person());
			insert.setTimestamp(5, Timestamp.from(at));
			return insert;
		}, key);
		long id = key.getKey().longValue();
		files.forEach((one) -> this.jdbc
			.sql("insert into model_proposal_file (proposal, name, digest, replaces, content) values (?, ?, ?, ?, ?)")
			.params(id, one.file().path(), one.file().digest(), one.replaces(), one.file().content())
			.update());
		return id;
	}

	void answer(long proposal, Answer answer) {
		this.jdbc.sql("""
				insert into model_proposal_answer (proposal, answer, for_group, person, reason, deployment, at)
				values (:proposal, :answer, :group, :person, :reason, :deployment, :at)""")
			.param("proposal", proposal)
			.param("answer", answer.said().name())
			.param("group", answer.group(), java.sql.Types.VARCHAR)
			.param("person", answer.person(), java.sql.Types.VARCHAR)
			.param("reason", answer.reason(), java.sql.Types.VARCHAR)
			.param("deployment", answer.deployment(), java.sql.Types.VARCHAR)
			.param("at", Timestamp.from(answer.at()))
			.update();
	}

	/** Those that wait, the oldest first. */
	List<Proposal> open() {
		return all(OPEN);
	}

	/** Those that have ended, the newest first. */
	List<Proposal> ended() {
		return all(ENDED);
	}

	Optional<Proposal> find(long id) {
		List<File> files = files(id);
		List<Answer> answers = answers(id);
		return this.jdbc.sql("select * from model_proposal where id = ?")
			.param(id)
			.query((row, number) -> new Proposal(id, row.getString("name"), row.getString("source"),
					new TreeSet<>(Arrays.asList(row.getString("for_groups").split(","))), row.getString("asked_by"),
					row.getTimestamp("asked_at").toInstant(), files, answers))
			.optional();
	}

	private List<Proposal> all(String ids) {
		return this.jdbc.sql(ids).query(Long.class).list().stream().flatMap((id) -> find(id).stream()).toList();
	}

	/** Two at once: the second sees what the first has made of it. */
	Optional<Proposal> lock(long id) {
		this.jdbc.sql("select id from model_proposal where id = ? for update").param(id).query(Long.class).optional();
		return find(id);
	}

	private List<File> files(long id) {
		return this.jdbc.sql("select * from model_proposal_file where proposal = ? order by id")
			.param(id)
			.query((row, number) -> new File(ModelFile.of(row.getString("name"), row.getBytes("content")),
					row.getString("replaces")))
			.list();
	}

	private List<Answer> answers(long id) {
		return this.jdbc.sql("select * from model_proposal_answer where proposal = ? order by id")
			.param(id)
			.query((row, number) -> new Answer(Said.valueOf(row.getString("answer")), row.getString("for_group"),
					row.getString("person"), row.getString("reason"), row.getString("deployment"),
					row.getTimestamp("at").toInstant()))
			.list();
	}

	private static String cut(String text) {
		String words = Objects.requireNonNullElse(text, "").strip();
		return (words.length() <= 255) ? words : words.substring(0, 255);
	}

}
