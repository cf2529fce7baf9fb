package org.imprimatur.erasure;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The requests that wait, and those that were answered. */
@Component
class ErasureRequests {

	private static final int SHOWN = 100;

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	ErasureRequests(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	long add(ErasureRequest request) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.template.update((connection) -> {
			PreparedStatement insert = connection.prepareStatement("""
					insert into erasure_request
					(words, ground, explanation, case_number, left_out, files, asked_by, asked_at)
					values (?, ?, ?, ?, '', '', ?, ?)""", new String[] { "id" });
			insert.setString(1, String.join("\n", request.spellings()));
			insert.setString(2, request.ground().name());
			insert.setString(3, request.explanation());
			insert.setString(4, request.caseNumber());
			insert.setString(5, request.askedBy());
			insert.setTimestamp(6, Timestamp.from(request.askedAt()));
			return insert;
		}, key);
		return key.getKey().longValue();
	}

	List<ErasureRequest> all() {
		return this.jdbc.sql("select * from erasure_request order by id").query(ErasureRequests::read).list();
	}

	Optional<ErasureRequest> find(long id) {
		return this.jdbc.sql("select * from erasure_request where id = ?")
			.param(id)
			.query(ErasureRequests::read)
			.optional();
	}

	/** Two at once: the second sees what the first has made of it. */
	Optional<ErasureRequest> lock(long id) {
		return this.jdbc.sql("select * from erasure_request where id = ? for update")
			.param(id)
			.query(ErasureRequests::read)
			.optional();
	}

	void choose(long id, Set<String> leftOut, Set<String> files) {
		this.jdbc.sql("update erasure_request set left_out = ?, files = ? where id = ?")
			.params(String.join("\n", leftOut), String.join("\n", files), id)
			.update();
	}

	void remove(long id) {
		this.jdbc.sql("delete from erasure_request where id = ?").param(id).update();
	}

	void decline(ErasureRequest request, String reason, String by, Instant at) {
		this.jdbc.sql("""
				insert into erasure_declined (ground, case_number, reason, asked_by, declined_by, declined_at)
				values (?, ?, ?, ?, ?, ?)""")
			.params(request.ground().label() + ": " + request.explanation(), request.caseNumber(), reason,
					request.askedBy(), by, Timestamp.from(at))
			.update();
		remove(request.id());
	}

	List<PastErasure> past() {
		List<PastErasure> done = this.jdbc.sql("""
				select e.*, (select count(*) from erasure_row r where r.erasure = e.id) as changed,
				(select count(distinct r.reference) from erasure_row r where r.erasure = e.id) as items
				from erasure e where e.kind = 'PERSON' order by e.id desc limit :most""")
			.param("most", SHOWN)
			.query((row, number) -> new PastErasure(row.getLong("id"), row.getString("ground"),
					row.getString("case_number"), row.getString("asked_by"), row.getString("released_by"),
					row.getTimestamp("erased_at").toInstant(), null, row.getLong("changed"), row.getLong("items")))
			.list();
		List<PastErasure> declined = this.jdbc.sql("select * from erasure_declined order by id desc limit :most")
			.param("most", SHOWN)
			.query((row, number) -> new PastErasure(null, row.getString("ground"), row.getString("case_number"),
					row.getString("asked_by"), row.getString("declined_by"),
					row.getTimestamp("declined_at").toInstant(), row.getString("reason"), 0, 0))
			.list();
		return Stream.concat(done.stream(), declined.stream())
			.sorted(Comparator.comparing(PastErasure::answeredAt).reversed())
			.limit(SHOWN)
			.toList();
	}

	private static ErasureRequest read(ResultSet row, int number) throws SQLException {
		return new ErasureRequest(row.getLong("id"), row.getString("words").lines().toList(),
				Ground.valueOf(row.getString("ground")), row.getString("explanation"), row.getString("case_number"),
				set(row.getString("left_out")), set(row.getString("files")), row.getString("asked_by"),
				row.getTimestamp("asked_at").toInstant());
	}

	private static Set<String> set(String text) {
		return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split("\n")));
	}

}
