package org.imprimatur.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.imprimatur.erasure.TextColumns.Table;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Looks through the whole database for where a person is named. */
@Component
class Places {

	private final TextColumns columns;

	private final JdbcTemplate jdbc;

	Places(TextColumns columns, JdbcTemplate jdbc) {
		this.columns = columns;
		this.jdbc = jdbc;
	}

	/** Every row with one of these spellings in it, in an order that stays. */
	List<Place> of(Spellings spellings) {
		List<Place> found = new ArrayList<>();
		for (Table table : this.columns.all()) {
			List<String> texts = List.copyOf(table.texts().keySet());
			List<Object> hints = new ArrayList<>();
			String where = texts.stream().flatMap((text) -> spellings.hints().stream().map((hint) -> {
				hints.add("%" + hint.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
				return "lower(r." + text + ") like ?";
			})).collect(Collectors.joining(" or "));
			String keys = table.key().stream().map((key) -> "r." + key).collect(Collectors.joining(", "));
			RowCallbackHandler each = (row) -> {
				Map<String, String> named = new LinkedHashMap<>();
				int at = table.key().size() + 2;
				for (String text : texts) {
					String value = row.getString(at++);
					if (spellings.isIn(value)) {
						named.put(text, value);
					}
				}
				if (!named.isEmpty()) {
					List<Object> key = new ArrayList<>();
					for (int i = 1; i <= table.key().size(); i++) {
						key.add(row.getObject(i));
					}
					found.add(new Place(table.name(), table.key(), key, row.getString(table.key().size() + 1), named));
				}
			};
			this.jdbc.query("select " + keys + ", " + table.reference() + ", "
					+ texts.stream().map((text) -> "r." + text).collect(Collectors.joining(", ")) + " from "
					+ table.name() + " r where " + where + " order by " + keys, each, hints.toArray());
		}
		return found;
	}

	/**
	 * Puts other words into a row that is no row of the record. Where the words are part
	 * of its key, as in the name of a saved search, the row goes.
	 */
	void write(Place place, Map<String, Object> texts) {
		if (texts.keySet().stream().anyMatch(place.keys()::contains)) {
			this.jdbc.update(
					"delete from " + place.table() + " where "
							+ place.keys().stream().map((key) -> key + " = ?").collect(Collectors.joining(" and ")),
					place.key().toArray());
			return;
		}
		List<Object> values = new ArrayList<>(texts.values());
		values.addAll(place.key());
		this.jdbc.update("update " + place.table() + " set "
				+ texts.keySet().stream().map((text) -> text + " = ?").collect(Collectors.joining(", ")) + " where "
				+ place.keys().stream().map((key) -> key + " = ?").collect(Collectors.joining(" and ")),
				values.toArray());
	}

	/** The length of a column, in characters. */
	int longest(Place place, String column) {
		return this.columns.all()
			.stream()
			.filter((table) -> table.name().equals(place.table()))
			.findFirst()
			.map((table) -> table.texts().get(column))
			.orElse(Integer.MAX_VALUE);
	}

}
