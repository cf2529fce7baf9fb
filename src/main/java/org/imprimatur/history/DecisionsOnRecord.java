package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.Diagrams;
import org.imprimatur.models.RecordedDecisions;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tables answered, for those who want to know what others would have answered. */
@Component
@Policy("APPROVED")
class DecisionsOnRecord implements RecordedDecisions {

	private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {
	};

	private static final TypeReference<Set<String>> IDS = new TypeReference<>() {
	};

	private static final String NOT_KNOWN = "not known";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Diagrams diagrams;

	private final ItemStory stories;

	DecisionsOnRecord(JdbcClient jdbc, ObjectMapper json, Diagrams diagrams, ItemStory stories) {
		this.jdbc = jdbc;
		this.json = json;
		this.diagrams = diagrams;
		this.stories = stories;
	}

	@Override
	public List<Asked> last(Map<String, String> definitions, int most) {
		if (definitions.isEmpty()) {
			return List.of();
		}
		List<Asked> asked = new ArrayList<>(this.jdbc.sql("""
				select * from history_decision where reference is not null and decision in (:definitions)
				order by id desc limit :most""")
			.param("definitions", definitions.keySet())
			.param("most", most)
			.query((row, number) -> new Asked(row.getLong("id"), row.getString("reference"), row.getString("case_id"),
					row.getString("element"), step(row.getString("definition"), row.getString("element")),
					definitions.get(row.getString("decision")), row.getString("decision"),
					read(row.getString("inputs"), VALUES), read(row.getString("rules"), IDS),
					read(row.getString("outputs"), VALUES), row.getTimestamp("decided_at").toInstant()))
			.list());
		Collections.reverse(asked);
		return asked;
	}

	@Override
	public Map<String, String> known(String caseId, Instant at) {
		Map<String, String> known = new HashMap<>();
		this.jdbc.sql("""
				select name_, var_type_, text_, long_ from act_hi_detail
				where proc_inst_id_ = ? and type_ = 'VariableUpdate' and time_ <= ?
				and var_type_ in ('string', 'boolean', 'integer', 'long', 'null') order by time_, sequence_counter_""")
			.params(caseId, Timestamp.from(at))
			.query((row) -> {
				String text = row.getString("text_");
				long number = row.getLong("long_");
				known.put(row.getString("name_"), switch (row.getString("var_type_")) {
					case "string" -> (text != null) ? text : NOT_KNOWN;
					case "boolean" -> String.valueOf(number == 1);
					case "null" -> NOT_KNOWN;
					default -> String.valueOf(number);
				});
			});
		return known;
	}

	@Override
	public boolean maySee(String reference, Person person) {
		return this.stories.isFor(reference, person);
	}

	private String step(String definition, String element) {
		return this.diagrams.find(definition)
			.map((diagram) -> diagram.elements().get(element))
			.map((one) -> one.label())
			.orElse(Found.words(element));
	}

	private <T> T read(String text, TypeReference<T> type) {
		try {
			return this.json.readValue(text, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A decision on record is no JSON.", ex);
		}
	}

}
