package org.imprimatur.security.guards;

import java.util.Optional;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;

/**
 * The outermost ring around a command: takes a refusal out of the engine's wrappings, so
 * that every caller sees the refusal itself, records it once the transaction is rolled
 * back, and remembers the failure for the status of the answer.
 */
public class Outcomes extends CommandInterceptor {

	private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

	private static final ThreadLocal<RuntimeException> FAILURE = new ThreadLocal<>();

	private final java.util.function.Supplier<IdentityService> identity;

	private final Refusals refusals;

	Outcomes(java.util.function.Supplier<IdentityService> identity, Refusals refusals) {
		this.identity = identity;
		this.refusals = refusals;
	}

	/** The last failure of a command on this thread; forgotten by asking. */
	public static RuntimeException takeFailure() {
		RuntimeException failure = FAILURE.get();
		FAILURE.remove();
		return failure;
	}

	/** The last failure of a command on this thread; empty if there is none. */
	public static Optional<RuntimeException> failure() {
		return Optional.ofNullable(FAILURE.get());
	}

	@Override
	public <T> T execute(Command<T> command) {
		DEPTH.set(DEPTH.get() + 1);
		try {
			return this.next.execute(command);
		}
		catch (RuntimeException ex) {
			if (DEPTH.get() > 1) {
				throw ex;
			}
			RuntimeException plain = unwrapped(ex);
			FAILURE.set(plain);
			Authentication acting = this.identity.get().getCurrentAuthentication();
			if (acting != null && (plain instanceof Refusal || plain instanceof NoCodeInModels.CodeInModel
					|| isRefusedAct(plain, command))) {
				CommandDoor.Asked asked = new CommandDoor.Asked(command, null, acting.getUserId());
				String target = asked.text("taskId");
				this.refusals.record(acting.getUserId(), asked.name(),
						(target != null) ? target : asked.text("processInstanceId"), plain);
			}
			throw plain;
		}
		finally {
			DEPTH.set(DEPTH.get() - 1);
		}
	}

	private static boolean isRefusedAct(RuntimeException failure, Command<?> command) {
		return failure instanceof AuthorizationException
				&& Act.of(command.getClass()).filter((act) -> act == Act.READ).isEmpty();
	}

	private static RuntimeException unwrapped(RuntimeException failure) {
		for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
			if (cause instanceof Refusal || cause instanceof InvalidFields
					|| cause instanceof NoCodeInModels.CodeInModel) {
				return (RuntimeException) cause;
			}
		}
		return failure;
	}

}
