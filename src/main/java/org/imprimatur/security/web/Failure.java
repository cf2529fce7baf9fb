package org.imprimatur.security.web;

import java.util.Optional;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;

/** A failure whose status and sentence are known. */
record Failure(int status, String type, String sentence) {

	static final String AT_ONCE = "Somebody else changed this at the same moment. Load the page again to see what it is now.";

	/**
	 * Empty for what is an error of ours, and for what the engine reports well itself.
	 */
	static Optional<Failure> of(Throwable thrown) {
		if (thrown instanceof Refusal refusal) {
			return Optional.of(new Failure(refusal.kind().status(), "Refusal", refusal.getMessage()));
		}
		if (thrown instanceof InvalidFields fields) {
			return Optional.of(new Failure(422, "InvalidFields", fields.getMessage()));
		}
		if (thrown instanceof OptimisticLockingException) {
			return Optional.of(new Failure(409, "OptimisticLockingException", AT_ONCE));
		}
		if (thrown instanceof NotFoundException) {
			return Optional.of(new Failure(404, "NotFoundException", thrown.getMessage()));
		}
		if (thrown instanceof NullValueException) {
			boolean absent = String.valueOf(thrown.getMessage()).startsWith("Cannot find");
			return Optional.of(new Failure(absent ? 404 : 400, "NullValueException", thrown.getMessage()));
		}
		if (thrown instanceof MismatchingMessageCorrelationException || thrown instanceof BadUserRequestException
				|| thrown instanceof NotValidException) {
			return Optional.of(new Failure(400, thrown.getClass().getSimpleName(), thrown.getMessage()));
		}
		String message = (thrown != null) ? String.valueOf(thrown.getMessage()) : "";
		if (message.startsWith("Unknown property used in expression")
				|| message.startsWith("Unknown method used in expression")
				|| message.startsWith("Error while evaluating expression")) {
			return Optional.of(new Failure(400, "ExpressionRefused", "This expression cannot be used here."));
		}
		return Optional.empty();
	}

}
