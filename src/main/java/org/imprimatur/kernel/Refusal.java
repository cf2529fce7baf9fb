package org.imprimatur.kernel;

import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Something a person or a program may not do, or cannot do now. Thrown inside the engine
 * it rolls the whole command back; at every door it becomes the same status and the same
 * sentence, which says what to do instead. Nothing has been changed when this is seen.
 */
public class Refusal extends ProcessEngineException {

	private final Kind kind;

	/** The kinds of refusal and their HTTP status. */
	public enum Kind {

		/** The person may never do this: 403. */
		FORBIDDEN(403),
		/** There is no such thing for this person: 404. */
		NOT_FOUND(404),
		/** It is too late, somebody else was first, or this is the wrong door: 409. */
		CONFLICT(409),
		/** What was sent breaks a rule, which the sentence names: 422. */
		UNUSABLE(422);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		public int status() {
			return this.status;
		}

	}

	public Refusal(Kind kind, String message) {
		super(message);
		this.kind = kind;
	}

	public static Refusal forbidden(String message) {
		return new Refusal(Kind.FORBIDDEN, message);
	}

	public static Refusal notFound(String message) {
		return new Refusal(Kind.NOT_FOUND, message);
	}

	public static Refusal conflict(String message) {
		return new Refusal(Kind.CONFLICT, message);
	}

	public Kind kind() {
		return this.kind;
	}

}
