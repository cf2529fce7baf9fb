package org.imprimatur.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What somebody typed into the search, as something that can be looked for: with what
 * this person may find, and never more.
 */
@Component
class Question {

	private static final Pattern REFERENCE = Pattern.compile("[A-Z]{3,8}-\\d{4}-\\d{1,9}");

	private static final Pattern OUTCOME = Pattern.compile("[a-z0-9-]{1,100}=[A-Z0-9_]{1,64}");

	private static final int LONGEST = 500;

	private final List<RecordedItems> features;

	private final People people;

	Question(List<RecordedItems> features, People people) {
		this.features = features;
		this.people = people;
	}

	/** Whether the person may search at all. */
	boolean isFor(Person person) {
		return this.features.stream().anyMatch((feature) -> !feature.audience(person).isEmpty());
	}

	/**
	 * Reads the search.
	 * @throws Refusal 403 if the person may not search
	 * @throws InvalidFields if something cannot be looked for
	 */
	ItemSearch read(Fields fields, Person person) {
		return read(fields, person, List.of(audience(person)));
	}

	/**
	 * Reads the search for a number that is the same for everybody: what the person may
	 * not read counts as well, but nothing that is about that person.
	 */
	ItemSearch readWhole(Fields fields, Person person) {
		return read(fields, person, List.of());
	}

	private ItemSearch read(Fields fields, Person person, List<Set<Mark>> audience) {
		Map<String, String> errors = new LinkedHashMap<>();
		Set<Mark> all = new LinkedHashSet<>();
		List<Set<Mark>> groups = new ArrayList<>(audience);
		String words = typed(fields, "q");
		if (words.length() > LONGEST) {
			errors.put("q", "Look for fewer words: up to " + LONGEST + " characters.");
			words = "";
		}
		String reference = words.toUpperCase(Locale.ROOT);
		boolean one = REFERENCE.matcher(reference).matches();
		if (!one && !words.isEmpty()) {
			Set<String> cut = Words.of(words);
			cut.forEach((word) -> all.add(new Mark(Facet.WORD, word)));
			if (cut.isEmpty()) {
				errors.put("q", "Enter a word or a reference; signs alone cannot be looked for.");
			}
		}
		person(fields, errors).ifPresent((login) -> all.add(new Mark(Facet.PERSON, login)));
		known(fields, "feature", names(), errors).ifPresent((id) -> all.add(new Mark(Facet.FEATURE, id)));
		known(fields, "account", accounts(), errors).ifPresent((id) -> all.add(new Mark(Facet.ACCOUNT, id)));
		known(fields, "state", Map.of("open", "Open", "ended", "Ended"), errors)
			.ifPresent((id) -> all.add(new Mark(Facet.STATE, id.toUpperCase(Locale.ROOT))));
		known(fields, "entity", Map.of("TRUST", "", "SECTION", ""), errors)
			.ifPresent((id) -> groups.add(this.features.stream()
				.flatMap((feature) -> feature.ofEntity(id).stream())
				.collect(Collectors.toSet())));
		known(fields, "ending", endings(), errors).ifPresent((id) -> groups.add(endings().entrySet()
			.stream()
			.filter((ending) -> ending.getValue().equals(endings().get(id)))
			.map((ending) -> new Mark(Facet.ENDING, ending.getKey()))
			.collect(Collectors.toSet())));
		known(fields, "team", teams(), errors).ifPresent((id) -> all.add(new Mark(Facet.TEAM, id)));
		outcomes(fields, all, groups, errors);
		boolean overdue = false;
		for (String code : fields.values("sign")) {
			Optional<Sign> sign = sign(code);
			if (sign.isEmpty() && !code.isBlank()) {
				errors.put("sign", "Choose from the list what is out of the ordinary.");
			}
			overdue |= sign.filter((found) -> found == Sign.LATE).isPresent();
			sign.filter((found) -> found != Sign.LATE).ifPresent((found) -> all.add(found.mark()));
		}
		Instant from = day(fields, "from", 0, errors);
		Instant to = day(fields, "to", 1, errors);
		if (from != null && to != null && !from.isBefore(to)) {
			errors.put("to", "Enter a last day that is not before the first.");
		}
		if (!errors.isEmpty()) {
			throw new InvalidFields(errors);
		}
		return new ItemSearch(one ? reference : null, all, groups, Set.of(new Mark(Facet.HIDDEN, person.login())),
				overdue, from, to);
	}

	/**
	 * What the person may find.
	 * @throws Refusal 403 if they may not search
	 */
	Set<Mark> audience(Person person) {
		Set<Mark> audience = this.features.stream()
			.flatMap((feature) -> feature.audience(person).stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (audience.isEmpty()) {
			throw Refusal.forbidden("The history is for managers and for those who answer for posts or incidents. "
					+ "What you sent in is at /items.");
		}
		return audience;
	}

	Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		this.features.forEach((feature) -> names.put(feature.feature(), feature.name()));
		return names;
	}

	Map<String, String> accounts() {
		Map<String, String> names = new LinkedHashMap<>();
		this.features.forEach((feature) -> names.putAll(feature.accounts()));
		return names;
	}

	Map<String, String> teams() {
		Map<String, String> names = new TreeMap<>();
		this.features.stream()
			.flatMap((feature) -> feature.teams().stream())
			.forEach((team) -> names.put(team, Found.words(team)));
		return names;
	}

	Map<String, String> endings() {
		Map<String, String> names = new LinkedHashMap<>();
		this.features.forEach((feature) -> names.putAll(feature.endings()));
		return names;
	}

	/** One decision, or any of several. */
	/** What rules have answered that may be looked for, in words. */
	Map<String, String> outcomesOfRules() {
		Map<String, String> names = new LinkedHashMap<>();
		this.features.forEach((feature) -> names.putAll(feature.outcomesOfRules()));
		return names;
	}

	private static void outcomes(Fields fields, Set<Mark> all, List<Set<Mark>> groups, Map<String, String> errors) {
		List<String> outcomes = fields.values("outcome").stream().filter((one) -> !one.isBlank()).toList();
		if (!outcomes.stream().allMatch((one) -> OUTCOME.matcher(one).matches())) {
			errors.put("outcome", "Choose a decision from the list.");
			return;
		}
		Set<Mark> marks = outcomes.stream().map((one) -> new Mark(Facet.OUTCOME, one)).collect(Collectors.toSet());
		if (marks.size() == 1) {
			all.addAll(marks);
		}
		else if (!marks.isEmpty()) {
			groups.add(marks);
		}
	}

	/** A login, or a name as people write it. */
	private Optional<String> person(Fields fields, Map<String, String> errors) {
		String typed = typed(fields, "person");
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		Map<String, String> everybody = this.people.everybody();
		List<String> named = everybody.entrySet()
			.stream()
			.filter((one) -> one.getValue().equalsIgnoreCase(typed))
			.map(Map.Entry::getKey)
			.toList();
		if (everybody.containsKey(typed) || named.size() != 1) {
			// somebody who has left is still found by login
			if (named.size() > 1) {
				errors.put("person", "Several people are called that. Choose one of " + String.join(", ", named) + ".");
			}
			return Optional.of(typed);
		}
		return Optional.of(named.get(0));
	}

	private static Optional<String> known(Fields fields, String field, Map<String, String> codes,
			Map<String, String> errors) {
		String typed = typed(fields, field);
		if (!typed.isEmpty() && !codes.containsKey(typed)) {
			errors.put(field, "Choose one from the list.");
			return Optional.empty();
		}
		return Optional.of(typed).filter((one) -> !one.isEmpty());
	}

	private static Instant day(Fields fields, String field, int plus, Map<String, String> errors) {
		String typed = typed(fields, field);
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(typed);
			if (day.getYear() < 2000 || day.getYear() > 2199) {
				throw new DateTimeParseException("out of range", typed, 0);
			}
			return day.plusDays(plus).atStartOfDay(LondonTime.ZONE).toInstant();
		}
		catch (DateTimeParseException ex) {
			errors.put(field, "Enter a day that exists, such as 2026-11-23.");
			return null;
		}
	}

	private static Optional<Sign> sign(String code) {
		return List.of(Sign.values()).stream().filter((sign) -> sign.name().equals(code)).findFirst();
	}

	private static String typed(Fields fields, String field) {
		String value = fields.value(field);
		return (value != null) ? value.strip() : "";
	}

}
