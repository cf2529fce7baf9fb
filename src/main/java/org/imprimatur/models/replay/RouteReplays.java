package org.imprimatur.models.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.RecordedDecisions;
import org.imprimatur.models.RecordedRoutes;
import org.imprimatur.models.RecordedRoutes.Route;
import org.imprimatur.models.RecordedRoutes.Taken;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.check.DecisionRun.UntoldException;
import org.imprimatur.models.check.RouteRun;
import org.imprimatur.models.check.RouteRun.Step;
import org.imprimatur.models.replay.RouteReplay.Change;
import org.imprimatur.models.replay.RouteReplay.Parting;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Leads the cases on record through a changed process: where would each have left the way
 * that it went? What people decided and when stays as it was; questions are asked again
 * with what the case knew then.
 */
@Component
@Policy("APPROVED")
public class RouteReplays {

	private final RecordedRoutes routes;

	private final RecordedDecisions record;

	private final Versions versions;

	RouteReplays(RecordedRoutes routes, RecordedDecisions record, Versions versions) {
		this.routes = routes;
		this.record = record;
		this.versions = versions;
	}

	/**
	 * Each process in these files that is another than the live one.
	 * @param files that the checker has passed
	 * @param most how many cases to go through for each
	 * @param person who wants to know
	 */
	public List<RouteReplay> over(Collection<ModelFile> files, int most, Person person) {
		List<RouteReplay> replays = new ArrayList<>();
		for (ModelFile file : files) {
			if (file.path().matches(".*\\.(bpmn|bpmn20\\.xml)")) {
				RouteRun now = new RouteRun(file.path(), file.content());
				List<Version> all = this.versions.of(now.key());
				if (!all.isEmpty() && !this.versions.file(all.get(0)).isSame(file)) {
					replays.add(replay(file, all, now, most, person));
				}
			}
		}
		return replays;
	}

	private RouteReplay replay(ModelFile file, List<Version> all, RouteRun now, int most, Person person) {
		Map<String, RouteRun> then = new HashMap<>();
		all.forEach((version) -> then.put(version.definition(), null));
		List<Route> routes = this.routes.last(then.keySet(), most);
		int same = 0;
		long hidden = 0;
		List<Change> changed = new ArrayList<>();
		Map<String, Integer> untold = new TreeMap<>();
		Map<Parting, Integer> partings = new LinkedHashMap<>();
		for (Route route : routes) {
			try {
				Optional<Change> change = parts(route, all, then, now);
				if (change.isEmpty()) {
					same++;
				}
				else if (!this.record.maySee(route.reference(), person)) {
					hidden++;
				}
				else {
					Change one = change.get();
					changed.add(one);
					partings.merge(new Parting(one.element(), one.at(), one.then(), one.now(), 0), 1, Integer::sum);
				}
			}
			catch (UntoldException ex) {
				untold.merge("A question looks at “" + ex.fact() + "”, which is not on record.", 1, Integer::sum);
			}
		}
		return new RouteReplay(now.key(), all.get(0).name(), file.path(), routes.size(), same, changed,
				DecisionReplays.hidden(hidden), untold,
				partings.entrySet()
					.stream()
					.sorted(Map.Entry.<Parting, Integer>comparingByValue().reversed())
					.map((one) -> new Parting(one.getKey().element(), one.getKey().at(), one.getKey().then(),
							one.getKey().now(), one.getValue()))
					.toList());
	}

	/** Where this case leaves its way first. */
	private Optional<Change> parts(Route route, List<Version> all, Map<String, RouteRun> then, RouteRun now) {
		for (Taken taken : route.taken()) {
			RouteRun old = then.get(taken.definition());
			if (old == null) {
				old = all.stream()
					.filter((version) -> version.definition().equals(taken.definition()))
					.findFirst()
					.map(this.versions::file)
					.map((file) -> new RouteRun(file.path(), file.content()))
					.orElse(null);
				then.put(taken.definition(), old);
			}
			Step step = (old != null) ? old.step(taken.flow()).orElse(null) : null;
			if (step == null) {
				// of another process, or moved by an administrator: no way to compare
				continue;
			}
			String goes = goes(route, taken, step, old, now);
			if (!step.to().equals(goes)) {
				String went = old.label(step.to());
				String would = goes.isEmpty() ? "this step is gone" : now.has(goes) ? now.label(goes) : goes;
				boolean alike = went.equals(would);
				return Optional.of(new Change(route.reference(), LondonTime.dateTime(taken.at()), step.from(),
						old.label(step.from()), alike ? went + " (" + step.to() + ")" : went,
						alike ? would + " (" + goes + ")" : would));
			}
		}
		return Optional.empty();
	}

	/** Where it would go; empty if the element that it stood at is gone. */
	private String goes(Route route, Taken taken, Step step, RouteRun old, RouteRun now) {
		if (!now.has(step.from())) {
			return "";
		}
		if (now.signature(step.from()).equals(old.signature(step.from()))) {
			return step.to();
		}
		if (now.isQuestion(step.from())) {
			Map<String, String> facts = new HashMap<>(this.record.known(route.caseId(), taken.at()));
			if (step.code() != null) {
				// the way that it took says so, whatever was written in the same moment
				facts.put(step.fact(), step.code());
			}
			return now.next(step.from(), facts).orElse("no way on");
		}
		List<String> targets = now.targets(step.from());
		return targets.contains(step.to()) ? step.to() : targets.isEmpty() ? "its end" : targets.get(0);
	}

}
