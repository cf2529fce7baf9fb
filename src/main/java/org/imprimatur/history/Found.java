package org.imprimatur.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.ProcessFace;
import org.imprimatur.kernel.Variable;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a search finds, in words: for pages, for machines and for files. Only what the
 * person may read, and of whom it is about nothing.
 */
@Component
@Policy({ "ONE-LOGIN", "APPROVED" })
public class Found {

	/** How many one page shows. */
	public static final int PAGE = 20;

	private static final int AT_ONCE = 1_000;

	private final Question question;

	private final ItemSearches searches;

	private final List<ProcessFace> faces;

	private final Clock clock;

	Found(Question question, ItemSearches searches, List<ProcessFace> faces, Clock clock) {
		this.question = question;
		this.searches = searches;
		this.faces = faces;
		this.clock = clock;
	}

	/**
	 * One item found.
	 *
	 * @param state "Open" or how it ended
	 * @param waits the steps that are open, in words
	 * @param accounts names
	 * @param late whether a step of it is past its deadline now
	 */
	public record Line(String reference, String feature, String title, Instant startedAt, Instant endedAt, String state,
			List<String> waits, Instant due, boolean late, List<String> accounts, List<Sign> signs) {

		public String started() {
			return LondonTime.dateTime(this.startedAt);
		}

		public String ended() {
			return (this.endedAt != null) ? LondonTime.dateTime(this.endedAt) : null;
		}

		public String dueBy() {
			return (this.due != null) ? LondonTime.dateTime(this.due) : null;
		}

	}

	/**
	 * One page of what was found, the newest first.
	 *
	 * @param next what to hand in for the page after it; null on the last
	 */
	public record Page(List<Line> lines, Long next) {
	}

	/**
	 * How many there are.
	 *
	 * @param more whether there are more than these, which were not counted
	 */
	public record Count(int number, boolean more) {

		@Override
		public String toString() {
			return this.more ? "more than %,d".formatted(this.number) : "%,d".formatted(this.number);
		}

	}

	/** Whether this person may search at all. */
	public boolean isFor(Person person) {
		return this.question.isFor(person);
	}

	/**
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	public void mustBeFor(Person person) {
		this.question.audience(person);
	}

	/**
	 * One page.
	 * @param before what the page before named as next; {@code Long.MAX_VALUE} for the
	 * first
	 * @throws org.imprimatur.kernel.InvalidFields if something cannot be looked for
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	@Transactional(readOnly = true)
	public Page page(Fields fields, long before, Person person) {
		ItemSearch search = this.question.read(fields, person);
		List<ItemIndex.Row> rows = this.searches.find(search, before, PAGE + 1);
		Names names = new Names(accounts(), this.question.endings());
		List<Line> lines = rows.stream().limit(PAGE).map((row) -> line(row, names)).toList();
		return new Page(lines, (rows.size() > PAGE) ? rows.get(PAGE - 1).number() : null);
	}

	/**
	 * Whether this can be looked for, and by this person.
	 * @throws org.imprimatur.kernel.InvalidFields if something cannot be looked for
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	public void check(Fields fields, Person person) {
		this.question.read(fields, person);
	}

	/** Everything that is found, one after the other, without holding it. */
	public void each(Fields fields, Person person, Consumer<Line> reader) {
		Names names = new Names(accounts(), this.question.endings());
		ItemSearch search = this.question.read(fields, person);
		long before = Long.MAX_VALUE;
		List<ItemIndex.Row> rows;
		do {
			rows = this.searches.find(search, before, AT_ONCE);
			for (ItemIndex.Row row : rows) {
				reader.accept(line(row, names));
				before = row.number();
			}
		}
		while (rows.size() == AT_ONCE);
	}

	/** How many are open and how many have ended, whichever of them is asked for. */
	@Transactional(readOnly = true)
	public Map<String, Count> counts(Fields fields, Person person) {
		Map<String, Count> counts = new LinkedHashMap<>();
		for (String state : List.of("open", "ended")) {
			int number = this.searches.count(this.question.read(fields.with("state", state), person));
			counts.put(state, new Count(Math.min(number, ItemSearches.COUNTED), number > ItemSearches.COUNTED));
		}
		return counts;
	}

	/** What people call each feature, by its id. */
	public Map<String, String> features() {
		return this.question.names();
	}

	/** What people call each account, by its id. */
	public Map<String, String> accounts() {
		return this.question.accounts();
	}

	/** What people call each ending, by the first id that is called so. */
	public Map<String, String> endings() {
		Map<String, String> endings = new LinkedHashMap<>();
		this.question.endings().forEach((id, name) -> {
			if (!endings.containsValue(name)) {
				endings.put(id, name);
			}
		});
		return endings;
	}

	/** Every decision of every step, such as {@code sign-off-post=APPROVED}, in words. */
	public Map<String, String> outcomes() {
		Map<String, String> outcomes = new LinkedHashMap<>();
		this.faces.forEach((face) -> face.tasks().forEach((task) -> {
			for (Variable<?> variable : face.variables()) {
				if (variable.name().equals(task.camel()) && variable.type().isEnum()) {
					for (Object code : variable.type().getEnumConstants()) {
						outcomes.put(task.id() + "=" + ((Enum<?>) code).name(), words(task.id()) + ": "
								+ ((code instanceof Outcome outcome) ? outcome.label() : code.toString()));
					}
				}
			}
		}));
		outcomes.putAll(this.question.outcomesOfRules());
		return outcomes;
	}

	/** What people call accounts and endings, by their ids. */
	private record Names(Map<String, String> accounts, Map<String, String> endings) {
	}

	private Line line(ItemIndex.Row row, Names names) {
		return new Line(row.reference(), row.feature(), row.title(), row.startedAt(), row.endedAt(),
				(row.ending() != null) ? names.endings().getOrDefault(row.ending(), words(row.ending())) : "Open",
				split(row.waits()).stream().map(Found::words).toList(), row.due(),
				row.due() != null && row.due().isBefore(this.clock.instant()),
				split(row.accounts()).stream().map((id) -> names.accounts().getOrDefault(id, id)).toList(),
				split(row.signs()).stream().map(Sign::valueOf).toList());
	}

	private static List<String> split(String codes) {
		return codes.isEmpty() ? List.of() : new ArrayList<>(List.of(codes.split(",")));
	}

	/** An id as words: "sign-off-post" is "Sign off post". */
	static String words(String id) {
		return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
	}

}
