package org.imprimatur.operating;

import java.util.Arrays;
import java.util.List;

/** Why a step failed, in plain words, and what to do about it. */
public enum WhatWentWrong {

	/** Found by the names of the errors, the plainest cause first. */
	DATABASE("The database did not answer.",
			"See that the database runs and has room on its disk, then choose “Try again”.",
			"CannotCreateTransactionException", "CannotGetJdbcConnectionException",
			"DataAccessResourceFailureException", "SQLTransientConnectionException",
			"SQLNonTransientConnectionException", "QueryTimeoutException", "SQLRecoverableException"),

	AT_ONCE("Somebody else changed the item at the same moment.", "Choose “Try again”.", "OptimisticLockingException",
			"OptimisticLockingFailureException", "PessimisticLockingFailureException", "CannotAcquireLockException"),

	RULE("A rule of Imprimatur does not allow the step as things are.",
			"Open the item and see what is missing there. When it is mended, choose “Try again”.",
			"org.imprimatur.kernel.Refusal", "org.imprimatur.kernel.InvalidFields"),

	MODEL("The model asks for something that is not there, or that it may not use.",
			"Tell a modeller which step it is. When the cause is mended, choose “Try again”.", "ELException",
			"PropertyNotFoundException", "MethodNotFoundException", "BpmnParseException", "DmnEngineException",
			"DmnTransformException", "MissingPropertyException", "NullValueException"),

	UNFORESEEN("The step failed for a reason that nobody has foreseen.",
			"Send the details to whoever looks after the program. When the cause is mended, choose “Try again”.");

	private final String sentence;

	private final String toDo;

	private final List<String> errors;

	WhatWentWrong(String sentence, String toDo, String... errors) {
		this.sentence = sentence;
		this.toDo = toDo;
		this.errors = List.of(errors);
	}

	/** One line for a person. */
	public String sentence() {
		return this.sentence;
	}

	public String toDo() {
		return this.toDo;
	}

	/** By a trace, as {@link TraceWithoutText} leaves it. */
	static WhatWentWrong of(String trace) {
		return Arrays.stream(values())
			.filter((one) -> one.errors.stream()
				.anyMatch((error) -> trace.lines().anyMatch((line) -> names(line, error))))
			.findFirst()
			.orElse(UNFORESEEN);
	}

	private static boolean names(String line, String error) {
		return !line.startsWith("\t") && line.endsWith(error);
	}

}
