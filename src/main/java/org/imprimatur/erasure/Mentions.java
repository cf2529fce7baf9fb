package org.imprimatur.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.history.KnownItems;
import org.imprimatur.history.RecordedItems;
import org.imprimatur.ledger.Erasing;
import org.imprimatur.security.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a request would erase, item by item. */
@Component
class Mentions {

	/** The index of the items is made anew from the record, and never written by hand. */
	static final String INDEX = "history_item";

	private static final Map<String, String> OTHERS = Map.of("typed_draft", "something typed and not sent",
			"saved_search", "a saved search", "post_template", "a template", "mail", "a mail", "account",
			"an account as it is now", "account_authorisation", "an authorisation", "charity_object",
			"a charity’s object");

	private final Places places;

	private final KnownItems items;

	private final List<RecordedItems> features;

	private final JdbcClient jdbc;

	Mentions(Places places, KnownItems items, List<RecordedItems> features, JdbcClient jdbc) {
		this.places = places;
		this.items = items;
		this.features = features;
		this.jdbc = jdbc;
	}

	/** Every row that the request is about, those in items left out included. */
	List<Place> all(ErasureRequest request) {
		return this.places.of(new Spellings(request.spellings()));
	}

	/** Those that would be written. */
	static List<Place> meant(List<Place> all, ErasureRequest request) {
		return all.stream().filter((place) -> !request.leftOut().contains(place.item())).toList();
	}

	Mentioned tell(ErasureRequest request, Person reader) {
		List<Place> all = all(request);
		Map<String, List<Place>> byItem = all.stream()
			.sorted(Comparator.comparing((Place place) -> place.reference() == null).thenComparing(Place::item))
			.collect(Collectors.groupingBy(Place::item, LinkedHashMap::new, Collectors.toList()));
		Spellings spellings = new Spellings(request.spellings());
		Set<String> stillOpen = this.items.open(byItem.keySet());
		List<Mentioned.Item> items = new ArrayList<>();
		byItem.forEach((id, places) -> {
			String reference = places.get(0).reference();
			boolean none = reference == null;
			boolean hidden = !none && isHidden(reference, reader);
			List<Mentioned.Line> lines = places.stream()
				.filter((place) -> !place.table().equals(INDEX))
				.map((place) -> line(place, spellings, hidden))
				.toList();
			boolean open = stillOpen.contains(id);
			boolean leftOut = request.leftOut().contains(id);
			items.add(hidden ? new Mentioned.Item("", null, open, leftOut, true, false, lines, List.of())
					: new Mentioned.Item(id, reference, open, leftOut, false, !none && opens(reference, reader), lines,
							none ? List.of() : files(reference, request)));
		});
		return new Mentioned(items,
				meant(all, request).stream().filter((place) -> !place.table().equals(INDEX)).count(),
				state(all, request));
	}

	/**
	 * Whoever answers for a person's data reads what is written of them; of an incident
	 * that is restricted only who is named there, and that look is recorded.
	 */
	private boolean isHidden(String reference, Person reader) {
		boolean hidden = false;
		for (RecordedItems feature : this.features) {
			if (feature.isRestricted(reference)) {
				hidden = !feature.maySee(reference, reader);
				if (!hidden) {
					feature.looked(reference, "erasures", reader);
				}
			}
		}
		return hidden;
	}

	private boolean opens(String reference, Person reader) {
		return this.features.stream().anyMatch((feature) -> feature.maySee(reference, reader));
	}

	private static Mentioned.Line line(Place place, Spellings spellings, boolean hidden) {
		String what = Erasing.inWords(place.table())
			.orElse(place.table().startsWith("act_") ? "what the engine keeps of a form"
					: OTHERS.getOrDefault(place.table(), "a note beside the record"));
		long times = place.texts().values().stream().mapToLong(spellings::timesIn).sum();
		if (hidden) {
			return new Mentioned.Line(what, "", "", "", times);
		}
		List<String> excerpt = spellings.excerpt(place.texts().values().iterator().next());
		return new Mentioned.Line(what, excerpt.get(0), excerpt.get(1), excerpt.get(2), times);
	}

	private List<Mentioned.File> files(String reference, ErasureRequest request) {
		return this.jdbc.sql("""
				select distinct f.id, f.name, f.size from media_file f join (
				select file, reference from post_media union select file, reference from incident_file
				union select m.file, c.reference from correction_media m join correction c on c.case_id = m.case_id
				) x on x.file = f.id where x.reference = ? and f.size > 0 order by f.name, f.id""")
			.param(reference)
			.query((row, number) -> new Mentioned.File(row.getString("id"), row.getString("name"), row.getLong("size"),
					request.files().contains(row.getString("id"))))
			.list();
	}

	/** The same for the same places, texts and choices; different for any others. */
	static String state(List<Place> all, ErasureRequest request) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			all.stream()
				.sorted(Comparator.comparing(Place::table).thenComparing(Place::rowKey))
				.forEach((place) -> digest
					.update((place.table() + '\n' + place.rowKey() + '\n' + new TreeMap<>(place.texts()) + '\n')
						.getBytes(StandardCharsets.UTF_8)));
			digest.update((new TreeSet<>(request.leftOut()) + "\n" + new TreeSet<>(request.files()))
				.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256.", ex);
		}
	}

}
