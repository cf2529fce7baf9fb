package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.imprimatur.operating.Figure;
import org.imprimatur.operating.Figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How late posts went out against their slot, by the record: the last releases, at most
 * 500 and at most a week old. What went out early counts as in time.
 */
@Component
class SlotFigures implements Figures {

	private static final int MOST = 500;

	private static final Duration WEEK = Duration.ofDays(7);

	private static final String HELP = "How long after its slot a post went out, by the record of the last seven days.";

	private final JdbcClient jdbc;

	SlotFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Figure> at(Instant now) {
		List<Double> late = new ArrayList<>(this.jdbc
			.sql("select r.posted_at, s.publish_at from (select * from post_release order by id desc " + "fetch first "
					+ MOST + " rows only) r join post_slot s on s.id = (select max(n.id) "
					+ "from post_slot n where n.reference = r.reference and n.set_at <= r.posted_at) "
					+ "where r.posted_at is not null and s.publish_at is not null and r.recorded_at > ? "
					+ "and r.decision in ('POSTED', 'POSTED_WITH_DIFFERENCE')")
			.param(Timestamp.from(now.minus(WEEK)))
			.query((row, number) -> seconds(row.getTimestamp("publish_at"), row.getTimestamp("posted_at")))
			.list());
		late.sort(null);
		List<Figure> figures = new ArrayList<>();
		figures.add(Figure.of("slot_releases", "Releases of the last seven days that had a slot, at most " + MOST + ".",
				late.size()));
		if (!late.isEmpty()) {
			for (String quantile : List.of("0.5", "0.95", "1")) {
				int at = (int) Math.ceil(Double.parseDouble(quantile) * late.size()) - 1;
				figures.add(new Figure("slot_lateness_seconds", HELP, Map.of("quantile", quantile), late.get(at)));
			}
		}
		return figures;
	}

	private static double seconds(Timestamp slot, Timestamp posted) {
		return Math.max(0, Duration.between(slot.toInstant(), posted.toInstant()).toMillis() / 1000.0);
	}

}
