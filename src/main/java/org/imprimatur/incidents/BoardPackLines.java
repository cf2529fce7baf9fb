package org.imprimatur.incidents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.history.Period;
import org.imprimatur.incidents.IncidentEscalations.OpenTask;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.meetings.Board;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One incident in one line, as a Board reads of it. */
@Component
@Policy("BOARD")
class BoardPackLines {

	/** A Board is concerned by what it has to be told. */
	private static final String CONCERNING = """
			select i.reference from incident i where i.reported_at < :end and (exists (select 1 from incident_duty d
			where d.reference = i.reference and d.duty = :duty) or exists (select 1 from assessment a
			where a.reference = i.reference and a.risk = 'SIGNIFICANT' and a.entities like :entity))
			and (i.reported_at >= :begin
			or exists (select 1 from incident_case c where c.reference = i.reference and not exists
			(select 1 from incident_case_ending e where e.case_id = c.case_id and e.ended_at < :begin))
			or exists (select 1 from incident_act a where a.reference = i.reference
			and a.done_at >= :begin and a.done_at < :end)) order by i.reported_at, i.reference""";

	private static final String STEPS = """
			select task, due_at, ended_at from history_step where reference = ? and way = 'DONE' and due_at is not null
			order by ended_at, id""";

	private final JdbcClient jdbc;

	private final Incidents incidents;

	private final IncidentRecord record;

	private final IncidentEscalations engine;

	private final BoardRecord boards;

	private final People people;

	private final Clock clock;

	BoardPackLines(JdbcClient jdbc, Incidents incidents, IncidentRecord record, IncidentEscalations engine,
			BoardRecord boards, People people, Clock clock) {
		this.jdbc = jdbc;
		this.incidents = incidents;
		this.record = record;
		this.engine = engine;
		this.boards = boards;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * One incident.
	 *
	 * @param clocks which were kept, and which were late and by how much
	 * @param told what the Board was told and when, and which members have acknowledged
	 * @param noted when the Chief Executive, or who stands in, was told and took note
	 * @param decided the Trustees' decisions without their reasons
	 * @param reasons reason by decision
	 */
	record Line(String title, String reported, String severity, String clocks, String told, String noted,
			String decided, String open, Map<String, String> reasons) {
	}

	/** The references, the oldest first. */
	List<String> concerning(Board board, Period period) {
		return this.jdbc.sql(CONCERNING)
			.param("begin", Timestamp.from(period.begin()))
			.param("end", Timestamp.from(period.end()))
			.param("duty", ((board == Board.TRUST) ? Duty.TRUST_BOARD : Duty.SECTION_BOARD).name())
			.param("entity", "%" + board.name() + "%")
			.query(String.class)
			.list();
	}

	Line of(String reference, Board board) {
		List<IncidentAct> acts = this.incidents.acts(reference);
		Map<String, String> reasons = new LinkedHashMap<>();
		List<String> decided = new ArrayList<>();
		for (IncidentAct act : acts) {
			decision(act).ifPresent((words) -> {
				decided.add(words);
				if (act.reason() != null) {
					reasons.merge(words, reason(act), (one, other) -> one + "\n" + other);
				}
			});
		}
		return new Line(reference + ": " + this.record.title(reference),
				"Reported " + LondonTime.dateTime(this.incidents.get(reference).reportedAt()),
				this.incidents.assessment(reference)
					.map((one) -> (one.severity() != null) ? one.severity().label() : one.risk().label())
					.orElse("Not assessed"),
				clocks(reference), told(reference, board, acts), noted(reference, acts),
				decided.isEmpty() ? "None yet" : String.join("\n", decided), this.record.state(reference), reasons);
	}

	/** What the Board was told of it and when; empty if it does not concern the Board. */
	String told(String reference, Board board) {
		return this.boards.targetsOf(reference).stream().anyMatch((one) -> one.board() == board)
				? told(reference, board, this.incidents.acts(reference)) : "";
	}

	private String clocks(String reference) {
		List<String> lines = new ArrayList<>();
		int[] kept = new int[1];
		this.jdbc.sql(STEPS).param(reference).query((row) -> {
			Instant due = row.getTimestamp("due_at").toInstant();
			Instant ended = row.getTimestamp("ended_at").toInstant();
			boolean law = row.getString("task").equals(IncidentEscalation.Task.DECIDE_BREACH_NOTIFICATION.id());
			if (ended.isAfter(due)) {
				lines.add("Late: " + IncidentWords.task(row.getString("task")) + ", by "
						+ Clocks.words(Duration.between(due, ended)));
			}
			else if (law) {
				lines.add("Kept: the 72 hours of the law");
			}
			else {
				kept[0]++;
			}
		});
		Instant now = this.clock.instant();
		for (OpenTask task : this.engine.open(reference)) {
			if (task.due() != null && task.due().isBefore(now)) {
				lines.add("Overdue now: " + task.name() + ", by " + Clocks.words(Duration.between(task.due(), now)));
			}
		}
		if (kept[0] > 0) {
			lines.add((lines.isEmpty() ? "Kept: all " : "Kept besides: ") + kept[0]);
		}
		return lines.isEmpty() ? "None has ended yet" : String.join("\n", lines);
	}

	private String told(String reference, Board board, List<IncidentAct> acts) {
		List<String> lines = new ArrayList<>();
		Map<String, BoardTarget> targets = new LinkedHashMap<>();
		this.boards.targetsOf(reference)
			.stream()
			.filter((one) -> one.board() == board)
			.forEach((one) -> targets.put(one.caseId(), one));
		targets.forEach((caseId, target) -> {
			List<IncidentAct> ours = acts.stream().filter((act) -> caseId.equals(act.caseId())).toList();
			last(ours, BoardReport.Task.PREPARE_BOARD_REPORT).ifPresent((act) -> lines.add("Report written "
					+ LondonTime.dateTime(act.doneAt()) + ", " + lower(BoardRoute.valueOf(act.outcome()).label())));
			this.boards.notices(caseId)
				.stream()
				.collect(Collectors.groupingBy(BoardNotice::toldAt, LinkedHashMap::new, Collectors.toList()))
				.forEach((at, notices) -> lines.add("Told between meetings " + LondonTime.dateTime(at) + ": "
						+ notices.stream().map((one) -> acknowledged(one, ours)).collect(Collectors.joining("; "))));
			Optional<IncidentAct> minute = last(ours, BoardReport.Task.RECORD_BOARD_MINUTE);
			minute.ifPresent((act) -> lines
				.add("Told " + time(act.value("reportedAt")) + ", minute " + act.value("minuteReference")));
			if (minute.isEmpty()) {
				lines.add("No minute yet"
						+ ((target.heldAt() != null) ? "; next meeting " + LondonTime.dateTime(target.heldAt())
								: "; no meeting is planned that can take it"));
			}
		});
		return lines.isEmpty() ? "Nothing yet" : String.join("\n", lines);
	}

	private String acknowledged(BoardNotice notice, List<IncidentAct> acts) {
		return this.people.nameOf(notice.member()) + acts.stream()
			.filter((act) -> act.task().equals(BoardReport.Task.ACKNOWLEDGE_BOARD_NOTICE.id())
					&& act.doneBy().equals(notice.member()))
			.findFirst()
			.map((act) -> ", acknowledged " + LondonTime.dateTime(act.doneAt()))
			.orElse(", not acknowledged");
	}

	private String noted(String reference, List<IncidentAct> acts) {
		List<String> lines = this.incidents.duties(reference)
			.stream()
			.filter((duty) -> duty.duty() == Duty.PERSON_TOLD)
			.map((duty) -> this.people.nameOf(duty.person()) + ": told " + LondonTime.dateTime(duty.begunAt())
					+ acts.stream()
						.filter((act) -> act.task().equals(IncidentEscalation.Task.ACKNOWLEDGE_INCIDENT.id())
								&& act.doneBy().equals(duty.person()))
						.findFirst()
						.map((act) -> ", took note " + LondonTime.dateTime(act.doneAt()))
						.orElse(", has not taken note"))
			.toList();
		return lines.isEmpty() ? "Nobody was asked" : String.join("\n", lines);
	}

	/** The decision in words; empty for every other act. */
	private static Optional<String> decision(IncidentAct act) {
		String on = ", " + LondonTime.dateTime(act.doneAt());
		if (act.task().equals(SeriousIncidentDecision.Task.ASSESS_RELEVANCE.id())) {
			return Optional.of(Relevance.valueOf(act.outcome()))
				.filter((one) -> one != Relevance.CONFLICT_DECLARED)
				.map((one) -> one.label() + " for the Charity Commission" + on);
		}
		if (act.task().equals(SeriousIncidentDecision.Task.RECORD_TRUSTEES_DECISION.id())) {
			return Optional.of(((TrusteesDecision.valueOf(act.outcome()) == TrusteesDecision.REPORT) ? "To be reported"
					: "Decided not to report") + on);
		}
		return act.task().equals(SeriousIncidentDecision.Task.SUBMIT_SERIOUS_INCIDENT_REPORT.id()) ? Optional
			.of("Reported " + time(act.value("submittedAt")) + ", reference " + act.value("commissionReference"))
				: Optional.empty();
	}

	private static String reason(IncidentAct act) {
		String against = act.value("againstMajorityReason");
		return act.reason() + (against.isEmpty() ? "" : "\nAgainst the majority, or without a quorum: " + against);
	}

	private static Optional<IncidentAct> last(List<IncidentAct> acts, BoardReport.Task task) {
		return acts.stream().filter((act) -> act.task().equals(task.id())).reduce((first, second) -> second);
	}

	private static String time(String iso) {
		return iso.isEmpty() ? "" : LondonTime.dateTime(LondonTime.parse(iso));
	}

	private static String lower(String words) {
		return Character.toLowerCase(words.charAt(0)) + words.substring(1);
	}

}
