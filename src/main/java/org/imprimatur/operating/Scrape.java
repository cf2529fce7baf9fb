package org.imprimatur.operating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks for the figures when a monitor does, and keeps them for a while, so that nobody
 * slows the work down by asking often. Figures that cannot be had are left out, and
 * counted.
 */
@Component
class Scrape implements MultiCollector {

	private static final Logger log = LoggerFactory.getLogger(Scrape.class);

	private static final Duration KEPT = Duration.ofSeconds(10);

	private final List<Figures> sources;

	private final Clock clock;

	private Instant takenAt = Instant.MIN;

	private MetricSnapshots taken = MetricSnapshots.of();

	Scrape(List<Figures> sources, Clock clock, ObjectProvider<PrometheusRegistry> registry) {
		this.sources = sources;
		this.clock = clock;
		registry.ifAvailable((found) -> found.register(this));
	}

	@Override
	public synchronized MetricSnapshots collect() {
		Instant now = this.clock.instant();
		// a clock that was put back does not keep the figures for longer
		if (now.isBefore(this.takenAt) || this.takenAt.equals(Instant.MIN) || now.isAfter(this.takenAt.plus(KEPT))) {
			this.taken = snapshots(figures(now));
			this.takenAt = now;
		}
		return this.taken;
	}

	private List<Figure> figures(Instant now) {
		List<Figure> figures = new ArrayList<>();
		int missing = 0;
		for (Figures source : this.sources) {
			try {
				figures.addAll(source.at(now));
			}
			catch (RuntimeException ex) {
				missing++;
				log.warn("Figures are missing: {} could not be asked ({})", source.getClass().getSimpleName(),
						ex.getClass().getSimpleName());
			}
		}
		figures.add(Figure.of("figures_missing", "Sources of figures that could not be asked.", missing));
		return figures;
	}

	private static MetricSnapshots snapshots(List<Figure> figures) {
		Map<String, List<Figure>> byName = new LinkedHashMap<>();
		figures.forEach((one) -> byName.computeIfAbsent(one.name(), (name) -> new ArrayList<>()).add(one));
		return new MetricSnapshots(byName.values().stream().map(Scrape::snapshot).toList());
	}

	private static MetricSnapshot snapshot(List<Figure> same) {
		GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
			.name("imprimatur_" + same.get(0).name())
			.help(same.get(0).help());
		same.forEach((one) -> gauge
			.dataPoint(GaugeDataPointSnapshot.builder().labels(labels(one.labels())).value(one.value()).build()));
		return gauge.build();
	}

	private static Labels labels(Map<String, String> labels) {
		Labels.Builder built = Labels.builder();
		new TreeMap<>(labels).forEach(built::label);
		return built.build();
	}

}
