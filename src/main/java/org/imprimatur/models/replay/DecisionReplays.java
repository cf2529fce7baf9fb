package org.imprimatur.models.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.RecordedDecisions;
import org.imprimatur.models.RecordedDecisions.Asked;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.check.DecisionRun;
import org.imprimatur.models.check.DecisionRun.Answer;
import org.imprimatur.models.check.DecisionRun.UntoldException;
import org.imprimatur.models.check.TableFeel;
import org.imprimatur.models.replay.DecisionReplay.Change;
import org.imprimatur.models.replay.DecisionReplay.Sum;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;

/**
 * Asks changed tables what cases asked before: which would have gone another way. A table
 * is told what the tables before it answer now. Only what the record proves is told: the
 * table of that time is asked as well and has to give the answer on record.
 */
@Component
@Policy("APPROVED")
public class DecisionReplays {

	/** So many hidden items or more do not tell of a single one. */
	private static final int FEWEST = 5;

	/** What an answer is explained by, in the tables that do. */
	private static final String REASON = "reason";

	private final RecordedDecisions record;

	private final Versions versions;

	private final TableFeel feel;

	DecisionReplays(RecordedDecisions record, Versions versions, TableFeel feel) {
		this.record = record;
		this.versions = versions;
		this.feel = feel;
	}

	/**
	 * Each table in these files that is another than the live one, or is told by one.
	 * @param files that the checker has passed
	 * @param most how many askings to go through for each
	 * @param person who wants to know
	 */
	public List<DecisionReplay> over(Collection<ModelFile> files, int most, Person person) {
		List<DecisionReplay> replays = new ArrayList<>();
		for (ModelFile file : files) {
			if (file.path().matches(".*\\.(dmn|dmn11\\.xml)")) {
				DecisionRun now = new DecisionRun(file.path(), file.content(), this.feel);
				for (String table : now.tables()) {
					List<Version> all = this.versions.of(table);
					if (!all.isEmpty() && !this.versions.file(all.get(0)).isSame(file)) {
						replays.add(replay(table, all, now, most, person));
					}
				}
			}
		}
		return replays;
	}

	private DecisionReplay replay(String table, List<Version> all, DecisionRun now, int most, Person person) {
		Set<String> chain = new TreeSet<>();
		before(table, now, chain);
		Then then = new Then();
		Map<String, Map<String, String>> facts = new HashMap<>();
		int asked = 0;
		int same = 0;
		long hidden = 0;
		List<Change> changed = new ArrayList<>();
		Map<String, Integer> untold = new TreeMap<>();
		Map<List<String>, Integer> sums = new LinkedHashMap<>();
		Map<String, String> definitions = new HashMap<>();
		chain.forEach((key) -> this.versions.of(key).forEach((version) -> definitions.put(version.definition(), key)));
		List<Asked> askings = this.record.last(definitions, Math.multiplyExact(most, chain.size()));
		int skip = (int) askings.stream().filter((one) -> one.decision().equals(table)).count() - most;
		for (Asked one : askings) {
			boolean counts = one.decision().equals(table) && skip-- <= 0;
			asked += counts ? 1 : 0;
			try {
				DecisionRun old = then.of(one);
				Map<String, String> told = facts.computeIfAbsent(one.caseId() + " " + one.element(),
						(key) -> new HashMap<>());
				old.inputs(one.decision())
					.forEach(
							(id, fact) -> told.putIfAbsent(fact, one.inputs().getOrDefault(id, DecisionRun.NOT_KNOWN)));
				Map<String, String> was = named(one.outputs(), old.outputs(one.decision()));
				know(one, told, old.needs(one.decision()));
				know(one, told, now.needs(one.decision()));
				Map<String, String> tellsThen = new HashMap<>(told);
				tellsThen.putAll(named(one.inputs(), old.inputs(one.decision())));
				Answer is = now.ask(one.decision(), told);
				told.putAll(is.outputs());
				if (!counts) {
					continue;
				}
				if (!old.ask(one.decision(), tellsThen).outputs().equals(was)) {
					untold.merge("What the table was told is not wholly on record.", 1, Integer::sum);
				}
				else if (is.outputs().equals(was)) {
					same++;
				}
				else if (!this.record.maySee(one.reference(), person)) {
					hidden++;
				}
				else {
					Set<String> differ = differ(was, is.outputs());
					Change change = new Change(one.reference(), one.step(), LondonTime.dateTime(one.at()),
							words(was, differ), old.rows(table, one.rules()), words(is.outputs(), differ),
							now.rows(table, is.rules()));
					changed.add(change);
					sums.merge(List.of(change.then(), change.now()), 1, Integer::sum);
				}
			}
			catch (UntoldException ex) {
				if (counts) {
					untold.merge("The table looks at “" + ex.fact() + "”, which is not on record.", 1, Integer::sum);
				}
			}
			catch (GoneException ex) {
				if (counts) {
					untold.merge("The version of the table that was asked has been deleted.", 1, Integer::sum);
				}
			}
			finally {
				if (one.decision().equals(table)) {
					// the step may be asked again with other facts
					facts.remove(one.caseId() + " " + one.element());
				}
			}
		}
		Collections.reverse(changed);
		return new DecisionReplay(table, all.get(0).name(), asked, same, changed, hidden(hidden), untold,
				sums.entrySet()
					.stream()
					.sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
					.map((sum) -> new Sum(sum.getKey().get(0), sum.getKey().get(1), sum.getValue()))
					.toList());
	}

	/** Facts that no table was told as an input stand in the history of the case. */
	private void know(Asked one, Map<String, String> told, Set<String> needs) {
		if (!told.keySet().containsAll(needs)) {
			Map<String, String> known = this.record.known(one.caseId(), one.at());
			needs.stream()
				.filter((fact) -> !told.containsKey(fact) && known.containsKey(fact))
				.forEach((fact) -> told.put(fact, known.get(fact)));
		}
	}

	private static void before(String table, DecisionRun run, Set<String> chain) {
		if (chain.add(table)) {
			run.before(table).forEach((one) -> before(one, run, chain));
		}
	}

	static String hidden(long hidden) {
		return (hidden == 0) ? "" : ((hidden < FEWEST) ? "Some more belong" : hidden + " more belong")
				+ " to items that you may not see.";
	}

	private static Map<String, String> named(Map<String, String> byId, Map<String, String> names) {
		Map<String, String> named = new LinkedHashMap<>();
		byId.forEach((id, value) -> named.put(names.getOrDefault(id, id), value));
		return named;
	}

	/** The outputs that are another, without the reason where anything else is. */
	private static Set<String> differ(Map<String, String> was, Map<String, String> is) {
		Set<String> differ = new TreeSet<>(was.keySet());
		differ.addAll(is.keySet());
		differ.removeIf((name) -> Objects.equals(was.get(name), is.get(name)));
		if (differ.size() > 1) {
			differ.remove(REASON);
		}
		return differ;
	}

	private static String words(Map<String, String> outputs, Set<String> shown) {
		String words = shown.stream()
			.filter(outputs::containsKey)
			.map((name) -> outputs.get(name).replace("\n", ", "))
			.collect(Collectors.joining(" · "));
		return words.isEmpty() ? "no answer" : words;
	}

	/** The tables of that time, each version read once. */
	private final class Then {

		private final Map<String, Optional<DecisionRun>> runs = new HashMap<>();

		DecisionRun of(Asked asked) {
			return this.runs.computeIfAbsent(asked.definition(), (definition) -> find(asked))
				.orElseThrow(GoneException::new);
		}

		private Optional<DecisionRun> find(Asked asked) {
			return DecisionReplays.this.versions.of(asked.decision())
				.stream()
				.filter((version) -> version.definition().equals(asked.definition()))
				.findFirst()
				.map(DecisionReplays.this.versions::file)
				.map((file) -> new DecisionRun(file.path(), file.content(), DecisionReplays.this.feel));
		}

	}

	private static final class GoneException extends RuntimeException {

	}

}
