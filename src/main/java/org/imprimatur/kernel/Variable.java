package org.imprimatur.kernel;

import java.util.Map;

/**
 * A declared process variable: an id, an outcome, a date or a count, never a text or a
 * person's details, which stand in the feature's own tables.
 *
 * @param name camel case, since JUEL and FEEL cannot read hyphens
 * @param type {@code String}, {@code Boolean}, {@code Integer} or {@code java.util.Date},
 * or an enum, which is stored by its name
 * @param meaning one sentence for the modeller
 */
public record Variable<T>(String name, Class<T> type, String meaning) {

	public static <T> Variable<T> of(String name, Class<T> type, String meaning) {
		return new Variable<>(name, type, meaning);
	}

	/**
	 * The outcome of a user task: its id in camel case, cleared when the task is entered
	 * again.
	 */
	public static <T extends Enum<T> & Outcome> Variable<T> outcome(ModelName task, Class<T> codes) {
		return new Variable<>(task.camel(), codes, "What was decided at " + task.id());
	}

	/** This variable with a value, in the form the engine stores. */
	public Map<String, Object> is(T value) {
		return Map.of(this.name, (value instanceof Enum<?> code) ? code.name() : value);
	}

}
