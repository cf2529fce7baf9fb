package org.imprimatur.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What every way through a model keeps, however it is drawn: "no case comes to the
 * release unless the gate before it said yes". The checker of models tries all ways and
 * shows the one that breaks it.
 *
 * @param clause the obligation, such as {@code OBJECTS}
 * @param before ids of the elements that are not come to otherwise, {@link #ANY_END}
 * among them
 * @param where only once one of these was answered; empty for always
 * @param needs one of these has to have been answered; empty if nothing is needed
 * @param never none of these may have been answered
 * @param since ids of elements that make all of this count anew when a case comes by
 */
public record Promise(String clause, Set<String> before, List<Answer> where, List<Answer> needs, List<Answer> never,
		Set<String> since) {

	/** Every end of the case or of a side path. */
	public static final String ANY_END = "any end";

	/**
	 * That a case left an element, and if it is about an outcome, with one of these
	 * codes.
	 *
	 * @param element the id of the task, step or event
	 * @param variable the variable that holds the answer; null if passing is enough
	 * @param codes the codes that count; empty if passing is enough
	 * @param onArrival whether coming to it is enough, done or not
	 */
	public record Answer(String element, String variable, Set<String> codes, boolean onArrival) {
	}

	/** Passing an element, whatever is answered there. */
	public static Answer passing(String element) {
		return new Answer(element, null, Set.of(), false);
	}

	/** Coming to an element, whatever becomes of it. */
	public static Answer coming(String element) {
		return new Answer(element, null, Set.of(), true);
	}

	/** A task or step that answered one of these. */
	public static Answer answer(ModelName element, Variable<?> variable, Enum<?>... codes) {
		return answer(element.id(), variable.name(), Arrays.stream(codes).map(Enum::name).toArray(String[]::new));
	}

	public static Answer answer(String element, String variable, String... codes) {
		return new Answer(element, variable, Set.of(codes), false);
	}

	/** A promise about these elements, which still needs to say what. */
	public static Promise before(String clause, String... elements) {
		return new Promise(clause, Set.of(elements), List.of(), List.of(), List.of(), Set.of());
	}

	/** That a case comes to one of these before it ends or is asked the same again. */
	public static Promise after(String clause, Answer answer, String... elements) {
		return before(clause, answer.element(), ANY_END).where(answer)
			.needs(Arrays.stream(elements).map(Promise::coming).toArray(Answer[]::new))
			.since(answer.element());
	}

	public Promise where(Answer... answers) {
		return new Promise(this.clause, this.before, and(this.where, answers), this.needs, this.never, this.since);
	}

	public Promise needs(Answer... answers) {
		return new Promise(this.clause, this.before, this.where, and(this.needs, answers), this.never, this.since);
	}

	public Promise never(Answer... answers) {
		return new Promise(this.clause, this.before, this.where, this.needs, and(this.never, answers), this.since);
	}

	public Promise since(String... elements) {
		return new Promise(this.clause, this.before, this.where, this.needs, this.never, Set.of(elements));
	}

	private static List<Answer> and(List<Answer> first, Answer... more) {
		List<Answer> all = new ArrayList<>(first);
		all.addAll(List.of(more));
		return List.copyOf(all);
	}

}
