package org.imprimatur.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have typed and not yet sent, per person and place, found again after a lost
 * session, on another machine, after a restart. Working copies, not part of the record.
 */
@Component
public class TypedDrafts {

	/** The longest draft in characters; a longer one is not kept. */
	public static final int LONGEST = 400_000;

	private static final TypeReference<Map<String, List<String>>> SHAPE = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	TypedDrafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A draft and when it was kept.
	 */
	public record Draft(Fields fields, Instant savedAt) {
	}

	/** The draft of a task. */
	public static String task(String taskId) {
		return "task:" + taskId;
	}

	/** The draft of a page on which a case begins. */
	public static String start(String process) {
		return "start:" + process;
	}

	/** The draft of a page on which a case begins from something: each has its own. */
	public static String start(String process, String from) {
		return from.isEmpty() ? start(process) : start(process) + ":" + from;
	}

	public Optional<Draft> find(String person, String place) {
		return this.jdbc.sql("select fields, saved_at from typed_draft where person = ? and place = ?")
			.params(person, place)
			.query((row, number) -> new Draft(read(row.getString(1)), row.getTimestamp(2).toInstant()))
			.optional();
	}

	/** What anybody typed last at a place, for who takes the work over. */
	public Optional<Draft> latest(String place) {
		return this.jdbc.sql("select fields, saved_at from typed_draft where place = ? order by saved_at desc limit 1")
			.param(place)
			.query((row, number) -> new Draft(read(row.getString(1)), row.getTimestamp(2).toInstant()))
			.optional();
	}

	/** Keeps the fields in place of what was kept before. */
	@Transactional
	public Instant keep(String person, String place, Fields fields) {
		Instant now = this.clock.instant();
		String typed = write(fields);
		if (typed.length() > LONGEST) {
			throw new IllegalArgumentException("A draft of " + typed.length() + " characters is too long to keep.");
		}
		int changed = this.jdbc.sql("update typed_draft set fields = ?, saved_at = ? where person = ? and place = ?")
			.params(typed, Timestamp.from(now), person, place)
			.update();
		if (changed == 0) {
			this.jdbc.sql("insert into typed_draft (fields, saved_at, person, place) values (?, ?, ?, ?)")
				.params(typed, Timestamp.from(now), person, place)
				.update();
		}
		return now;
	}

	/** Forgets what one person typed at a place. */
	@Transactional
	public void forget(String person, String place) {
		this.jdbc.sql("delete from typed_draft where person = ? and place = ?").params(person, place).update();
	}

	private Fields read(String typed) {
		try {
			return Fields.of(this.json.readValue(typed, SHAPE));
		}
		catch (JsonProcessingException ex) {
			return Fields.none();
		}
	}

	private String write(Fields fields) {
		try {
			// a NUL would be refused by PostgreSQL: the check of the form says so, the
			// draft drops it
			return this.json.writeValueAsString(fields.asMap());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("The draft could not be kept", ex);
		}
	}

}
