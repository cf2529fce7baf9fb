package org.imprimatur.conventions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.ExampleRule;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelRule;
import org.imprimatur.models.check.ModelSet;
import org.imprimatur.models.check.TableFeel;
import org.imprimatur.models.check.TableRule;
import org.junit.jupiter.api.Test;

/**
 * How long a check takes, in milliseconds: the median of twenty after ten to warm up, and
 * the first of all in a new JVM. Not part of the build:
 * {@code ./mvnw test -Dtest=ModelCheckBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ModelCheckBench {

	private static final int WARM = 10;

	private static final int TAKEN = 20;

	@Test
	void times() {
		Around around = ConventionsTest.around();
		List<ModelRule> rules = new ArrayList<>(around.rules());
		TableFeel feel = new TableFeel();
		rules.add(new TableRule(feel));
		rules.add(new ExampleRule(feel));
		Checker all = new Checker(rules);
		Map<String, byte[]> models = Around.models(House.ours());
		say("all models, the first time", time(() -> all.check(models, true)));
		say("all models, warm", median(() -> all.check(models, true)));
		say("all models without their tables, warm", median(() -> all.checkAgain(models)));
		Checker processes = new Checker(around.rules());
		ModelSet rest = Checker.read(models, true, new Findings());
		for (ModelSet.ProcessFile file : rest.processes()) {
			say(file.name() + ", read and checked, warm", median(() -> {
				Findings findings = new Findings();
				ModelSet one = Checker.read(Map.of(file.name(), models.get(file.name())), false, findings);
				processes.check(new ModelSet(one.processes(), rest.decisions(), Map.of(), false), findings);
				return findings.all();
			}));
		}
		Map<String, byte[]> huge = Map.of("x.bpmn", "<a>".repeat(900_000).getBytes(StandardCharsets.UTF_8));
		say("2.7 MB of nested elements", time(() -> all.check(huge, false)));
	}

	private static void say(String what, Duration took) {
		System.out.println(what + ": " + took.toMillis() + " ms");
	}

	private static Duration median(Supplier<?> work) {
		for (int round = 0; round < WARM; round++) {
			work.get();
		}
		List<Duration> taken = new ArrayList<>();
		for (int round = 0; round < TAKEN; round++) {
			taken.add(time(work));
		}
		Collections.sort(taken);
		return taken.get(TAKEN / 2);
	}

	private static Duration time(Supplier<?> work) {
		long begun = System.nanoTime();
		work.get();
		return Duration.ofNanos(System.nanoTime() - begun);
	}

}
