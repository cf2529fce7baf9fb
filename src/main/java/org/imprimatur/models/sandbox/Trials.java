package org.imprimatur.models.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.PreDestroy;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.models.Checkup;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.CodeRule;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelSet;
import org.imprimatur.models.check.Surroundings;

import org.springframework.stereotype.Component;

/**
 * Goes through a model by chosen answers. Each time the case is gone through from its
 * beginning in an engine in memory, and taken out of it again: nothing is kept between
 * two calls, and two never run at once.
 */
@Component
@Policy("APPROVED")
public class Trials {

	/** The most moves of one case. */
	static final int MOST_MOVES = 200;

	private final Checkup checkup;

	private final Surroundings surroundings;

	private final WorkingTime workingTime;

	private TrialEngine engine;

	Trials(Checkup checkup, Surroundings surroundings, WorkingTime workingTime) {
		this.checkup = checkup;
		this.surroundings = surroundings;
		this.workingTime = workingTime;
	}

	/**
	 * What is tried.
	 *
	 * @param files changed files by name, beside the models of the application
	 * @param process the process that is gone through
	 * @param start when its own clock begins
	 */
	public record Plan(Map<String, byte[]> files, String process, Instant start, List<Move> moves) {
	}

	/** How far it came, and every flow on the way, in order. */
	record Gone(Trial trial, List<String> route) {
	}

	/**
	 * @throws Refusal 422 if the files may not be run, or hold no such process
	 */
	public Trial run(Plan plan) {
		return go(plan).trial();
	}

	@PreDestroy
	synchronized void close() {
		if (this.engine != null) {
			this.engine.engine().close();
		}
	}

	synchronized Gone go(Plan plan) {
		if (plan.moves().size() > MOST_MOVES) {
			throw unusable("A case is tried with at most " + MOST_MOVES + " moves. Start again.");
		}
		Tried tried = tried(plan);
		if (this.engine == null) {
			this.engine = new TrialEngine(this.workingTime);
		}
		try {
			return go(plan, tried, plan.moves(), "");
		}
		catch (Stuck ex) {
			return go(plan, tried, plan.moves().subList(0, ex.at), ex.getMessage());
		}
	}

	/** A move that cannot be made, and how many were made before it. */
	private static final class Stuck extends RuntimeException {

		private final int at;

		private Stuck(int at, String problem, RuntimeException cause) {
			super(problem, cause);
			this.at = at;
		}

	}

	private Tried tried(Plan plan) {
		Findings findings = new Findings();
		Checker.read(plan.files(), false, findings);
		Map<String, byte[]> all = this.checkup.among(plan.files());
		ModelSet models = Checker.read(all, false, findings);
		if (findings.all().isEmpty()) {
			// what a model may do is held against it here too: trying runs it
			new CodeRule(this.surroundings).check(models, findings);
		}
		List<Finding> wrong = findings.all();
		if (!wrong.isEmpty()) {
			throw unusable("These files cannot be tried. Mend this first:\n" + Checker.sentence(wrong));
		}
		if (models.processes().stream().noneMatch((file) -> file.process().getId().equals(plan.process()))) {
			throw unusable("There is no process “" + plan.process() + "” among the files. Choose its file as well.");
		}
		return new Tried(all, models, plan.process(), this.surroundings);
	}

	private Gone go(Plan plan, Tried tried, List<Move> moves, String problem) {
		Watch watch = this.engine.watch();
		Telling telling = new Telling(tried);
		watch.begin();
		watch.tell(telling);
		this.engine.itIs(plan.start());
		this.engine.standIn(tried.listeners(), tried.people());
		String deployment = deploy(tried);
		try {
			Course course = new Course(this.engine, tried, plan.process(), deployment, this.workingTime);
			List<Trial.Chapter> story = new ArrayList<>();
			for (int at = 0; at < moves.size(); at++) {
				try {
					String words = course.make(moves.get(at));
					story.add(new Trial.Chapter(this.engine.now(), words, telling.told()));
				}
				catch (RuntimeException ex) {
					throw new Stuck(at, sentence(ex, course.unanswered()), ex);
				}
			}
			Map<String, Integer> here = new TreeMap<>();
			watch.open()
				.stream()
				.filter((open) -> open.process().equals(plan.process()))
				.forEach((open) -> here.merge(open.element(), 1, Integer::sum));
			return new Gone(new Trial(this.engine.now(), course.stops(), course.messages(), course.clocks(), story,
					here, watch.passed(), course.isOver(), problem), watch.route());
		}
		finally {
			watch.tell((line) -> {
			});
			watch.begin();
			this.engine.engine().getRepositoryService().deleteDeployment(deployment, true);
		}
	}

	private String deploy(Tried tried) {
		try {
			DeploymentBuilder deployment = this.engine.engine().getRepositoryService().createDeployment();
			tried.files()
				.forEach((name, content) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(content)));
			return deployment.deploy().getId();
		}
		catch (RuntimeException ex) {
			throw unusable("The engine does not take these files: " + sentence(ex, List.of()));
		}
	}

	private static String sentence(RuntimeException failure, List<String> unanswered) {
		Throwable cause = failure;
		for (Throwable at = failure; at != null; at = at.getCause()) {
			cause = at;
			if (at instanceof Watch.Endless || at instanceof IllegalArgumentException
					|| at instanceof IllegalStateException) {
				return at.getMessage();
			}
		}
		if (!unanswered.isEmpty()) {
			return "This way asks for more. Answer also “" + String.join("”, “", unanswered) + "”.";
		}
		return "The case stops there: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
	}

	private static Refusal unusable(String sentence) {
		return new Refusal(Refusal.Kind.UNUSABLE, sentence);
	}

}
