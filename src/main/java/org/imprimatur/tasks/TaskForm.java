package org.imprimatur.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.security.Person;

/**
 * What a feature knows of the form of one user task. The page is
 * {@code forms/<feature>/<task-id>.html}; the form's contract is {@link #fields()}.
 */
public interface TaskForm {

	String process();

	ModelName task();

	/** The template of the form: {@code forms/<feature>/<task-id>}. */
	String template();

	/** Every field the form may send; anything else is refused. */
	Set<String> fields();

	/** The ways this task can end, in the order of the form. */
	List<? extends Outcome> outcomes();

	/** The decision whose rule sent the case here, if one did. */
	default Optional<ModelName> askedBy() {
		return Optional.empty();
	}

	/**
	 * What a person has to know of why they are asked besides, as a sentence: that
	 * somebody else could not be asked.
	 */
	default Optional<String> askedBesides(TaskAtHand task) {
		return Optional.empty();
	}

	/**
	 * Whether people are told of the task by mail at once whatever they have chosen,
	 * since a clock of the law or of the policy runs for them.
	 */
	default boolean isNotice() {
		return false;
	}

	/** Whether this person may read the item at all. */
	boolean maySee(String reference, Person person);

	/** Holds everybody else off the item until the transaction ends. */
	void lock(String reference);

	/** The title of the item, as people know it. */
	String title(String reference);

	/**
	 * The form as it is before the person has typed anything; nothing is decided in it.
	 */
	Fields initial(TaskAtHand task, Person person);

	/** What the form's template shows besides the fields. */
	Map<String, Object> page(TaskAtHand task, Fields fields, Person person);

	/** What happened to the item so far, in any order. */
	List<Happening> happened(String reference);

	/**
	 * Checks the fields and writes the feature's own record, in the transaction that then
	 * completes the task.
	 * @return the outcome variable and what else the model reads
	 * @throws org.imprimatur.kernel.InvalidFields if something has to be typed
	 * differently
	 * @throws org.imprimatur.kernel.Refusal if it cannot be done at all
	 */
	Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person);

	/**
	 * Writes what may stand in the record only once the task has ended, in the same
	 * transaction.
	 */
	default void completed(TaskAtHand task, Fields fields, Person person) {
	}

	/** One sentence for the confirmation page: what happens next. */
	String next(String reference);

}
