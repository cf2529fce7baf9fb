package org.imprimatur.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers over a period: how many items there are of each sort, and how long each step
 * takes. Every number counts what a search of the history finds for the same person, so
 * that it can be looked into. None is about a person.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
public class Numbers {

	private static final int USUAL_MONTHS = 12;

	private static final String STEPS = """
			select s.task, count(*) as done,
			percentile_cont(0.5) within group (order by s.working_seconds) as median,
			percentile_cont(0.9) within group (order by s.working_seconds) as most,
			count(s.due_at) as dated, sum(case when s.ended_at <= s.due_at then 1 else 0 end) as in_time
			from history_step s join history_item i on i.reference = s.reference
			where s.way = 'DONE' and s.ended_at >= :begin and s.ended_at < :end %s group by s.task order by s.task""";

	private static final String WAITING = """
			select t.task_def_key_ as task, count(*) as waiting,
			sum(case when t.due_date_ < :now then 1 else 0 end) as overdue
			from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
			join history_item i on i.reference = e.business_key_ where t.task_def_key_ is not null %s
			group by t.task_def_key_ order by t.task_def_key_""";

	/** What people call each entity, by its id. */
	public static final Map<String, String> ENTITIES = new TreeMap<>(
			Map.of("TRUST", "The Charitable Trust", "SECTION", "The Section"));

	private final List<Figures> figures;

	private final Question question;

	private final ItemSearches searches;

	private final NoteTimes notes;

	private final JdbcClient jdbc;

	private final Clock clock;

	Numbers(List<Figures> figures, Question question, ItemSearches searches, NoteTimes notes, JdbcClient jdbc,
			Clock clock) {
		this.notes = notes;
		this.figures = figures;
		this.question = question;
		this.searches = searches;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** By what the rows are told apart. */
	public enum By {

		/** A row for each month in which items began. */
		MONTH,
		/** A row for each team. */
		TEAM,
		/** A row for each account. */
		ACCOUNT,
		/** A row for the Trust and one for the Section. */
		ENTITY

	}

	/**
	 * One number.
	 *
	 * @param search what finds exactly these items
	 */
	public record Cell(long number, Fields search) {
	}

	/** One row of numbers, one for each figure. */
	public record Row(String label, List<Cell> cells) {
	}

	/**
	 * Everything for one period.
	 *
	 * @param total all rows together, each item once
	 */
	public record Told(String period, List<Figure> figures, List<Row> rows, Row total, List<NoteTime> notes,
			List<StepTime> steps) {
	}

	/** What people call each team, by its id. */
	public Map<String, String> teams() {
		return this.question.teams();
	}

	/** The fields, with the usual period where none is named. */
	public Fields usual(Fields fields) {
		YearMonth now = YearMonth.from(LocalDate.ofInstant(this.clock.instant(), LondonTime.ZONE));
		Fields usual = fields.value("until").isBlank() ? fields.with("until", now.toString()) : fields;
		return usual.value("since").isBlank() ? usual.with("since", now.minusMonths(USUAL_MONTHS - 1).toString())
				: usual;
	}

	/**
	 * Counts.
	 * @param fields {@code since} and {@code until} as {@code 2026-11}, {@code by}, and
	 * {@code team}, {@code account} and {@code entity} as a search has them
	 * @throws InvalidFields if there is no such period or row
	 * @throws org.imprimatur.kernel.Refusal 403 if the person may not search
	 */
	@Transactional(readOnly = true)
	public Told tell(Fields fields, Person person) {
		this.question.audience(person);
		Map<String, String> errors = new LinkedHashMap<>();
		Optional<Period> period = Period.read(fields, errors);
		By by = by(fields, errors);
		Fields narrowed = Fields.none();
		for (String name : List.of("team", "account", "entity")) {
			narrowed = fields.value(name).isBlank() ? narrowed : narrowed.with(name, fields.value(name));
		}
		try {
			this.question.read(narrowed, person);
		}
		catch (InvalidFields ex) {
			errors.putAll(ex.messages());
		}
		if (!errors.isEmpty()) {
			throw new InvalidFields(errors);
		}
		return tell(period.orElseThrow(), by, narrowed, person);
	}

	/**
	 * What began in the period and is the entity's, for its Board: every item counts,
	 * whoever asks, but none that is about that person.
	 */
	@Transactional(readOnly = true)
	public List<Counted> ofEntity(String entity, Period period, Person person) {
		Fields whole = period.narrow(Fields.none().with("entity", entity));
		return this.figures.stream()
			.flatMap((one) -> one.figures().stream())
			.map((figure) -> new Counted(figure,
					this.searches.countAll(this.question.readWhole(narrowed(whole, figure), person))))
			.toList();
	}

	private Told tell(Period period, By by, Fields narrowed, Person person) {
		List<Figure> counted = this.figures.stream().flatMap((one) -> one.figures().stream()).toList();
		Fields whole = period.narrow(narrowed);
		List<Row> rows = new ArrayList<>();
		switch (by) {
			case MONTH -> {
				for (YearMonth month = period.since(); !month.isAfter(period.until()); month = month.plusMonths(1)) {
					Fields in = new Period(month, month).narrow(narrowed);
					rows.add(row(Period.words(month), counted, in, person));
				}
			}
			case TEAM -> rows.addAll(rows("team", this.question.teams(), counted, whole, person));
			case ACCOUNT -> rows.addAll(rows("account", this.question.accounts(), counted, whole, person));
			default -> rows.addAll(rows("entity", ENTITIES, counted, whole, person));
		}
		return new Told(period.words(), counted, rows, row("All together", counted, whole, person),
				this.notes.of(period, narrowed, person), steps(period, narrowed, person));
	}

	/** A row for each of them, or for the one that is asked for. */
	private List<Row> rows(String field, Map<String, String> names, List<Figure> counted, Fields whole, Person person) {
		String only = whole.value(field);
		return names.entrySet()
			.stream()
			.filter((one) -> only.isEmpty() || one.getKey().equals(only))
			.map((one) -> row(one.getValue(), counted, whole.with(field, one.getKey()), person))
			.toList();
	}

	private Row row(String label, List<Figure> counted, Fields fields, Person person) {
		return new Row(label, counted.stream().map((figure) -> {
			Fields search = narrowed(fields, figure);
			return new Cell(this.searches.countAll(this.question.read(search, person)), search);
		}).toList());
	}

	private static Fields narrowed(Fields fields, Figure figure) {
		Fields search = fields;
		for (Map.Entry<String, List<String>> one : figure.search().entrySet()) {
			search = search.with(one.getKey(), one.getValue());
		}
		return search;
	}

	private List<StepTime> steps(Period period, Fields narrowed, Person person) {
		String restriction = ItemSearches.restriction(this.question.read(narrowed, person));
		Map<String, StepTime> steps = new LinkedHashMap<>();
		this.jdbc.sql(STEPS.formatted(restriction))
			.param("begin", Timestamp.from(period.begin()))
			.param("end", Timestamp.from(period.end()))
			.query((row) -> {
				steps.put(row.getString("task"),
						new StepTime(row.getString("task"), row.getLong("done"), row.getLong("median"),
								row.getLong("most"), row.getLong("dated"), row.getLong("in_time"), 0, 0));
			});
		this.jdbc.sql(WAITING.formatted(restriction))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row) -> {
				StepTime one = steps.getOrDefault(row.getString("task"),
						new StepTime(row.getString("task"), 0, 0, 0, 0, 0, 0, 0));
				steps.put(one.task(), new StepTime(one.task(), one.done(), one.median(), one.most(), one.dated(),
						one.inTime(), row.getLong("waiting"), row.getLong("overdue")));
			});
		return List.copyOf(steps.values());
	}

	private static By by(Fields fields, Map<String, String> errors) {
		String typed = fields.value("by").isBlank() ? By.MONTH.name() : fields.value("by");
		return List.of(By.values()).stream().filter((one) -> one.name().equals(typed)).findFirst().orElseGet(() -> {
			errors.put("by", "Choose one from the list.");
			return By.MONTH;
		});
	}

}
