package org.imprimatur.security.guards;

import java.util.Optional;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.Door;

/**
 * Sees every command to the engine. What comes through our own door has been checked and
 * runs without the engine's authorisations, with the person's name kept for the log; what
 * a signed-in person asks in any other way is decided by {@link Act}. Stands inside the
 * transaction, so that a refusal leaves nothing behind.
 */
class CommandDoor extends CommandInterceptor {

	private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

	private final Rulings rulings;

	CommandDoor(Rulings rulings) {
		this.rulings = rulings;
	}

	@Override
	public <T> T execute(Command<T> command) {
		CommandContext context = Context.getCommandContext();
		Authentication acting = (context != null) ? context.getAuthentication() : null;
		if (context == null || acting == null || acting.getUserId() == null) {
			return this.next.execute(command);
		}
		Asked asked = new Asked(command, context, acting.getUserId());
		boolean open = Door.isOpen();
		if (open || !INSIDE.get()) {
			this.rulings.alwaysCheck(asked);
		}
		boolean trusted = open;
		if (!open && !INSIDE.get()) {
			Act act = Act.of(command.getClass())
				.orElseThrow(() -> Refusal.forbidden("This is not offered here (" + asked.name() + ")."));
			trusted = this.rulings.allow(act, asked);
		}
		return run(command, context, trusted);
	}

	private <T> T run(Command<T> command, CommandContext context, boolean trusted) {
		boolean inside = INSIDE.get();
		boolean checked = context.isAuthorizationCheckEnabled();
		INSIDE.set(true);
		if (trusted) {
			context.disableAuthorizationCheck();
		}
		try {
			return this.next.execute(command);
		}
		finally {
			if (checked) {
				context.enableAuthorizationCheck();
			}
			INSIDE.set(inside);
		}
	}

	/** One command as it was asked, and by whom. */
	record Asked(Command<?> command, CommandContext context, String login) {

		String name() {
			String name = this.command.getClass().getName();
			return name.substring(name.lastIndexOf('.') + 1);
		}

		/** A value that the command carries, found by the name of its field. */
		Optional<Object> value(String field) {
			for (Class<?> type = this.command.getClass(); type != null; type = type.getSuperclass()) {
				try {
					var found = type.getDeclaredField(field);
					found.setAccessible(true);
					return Optional.ofNullable(found.get(this.command));
				}
				catch (NoSuchFieldException ex) {
					continue;
				}
				catch (IllegalAccessException ex) {
					throw new IllegalStateException(ex);
				}
			}
			return Optional.empty();
		}

		String text(String field) {
			return value(field).map(Object::toString).orElse(null);
		}

	}

}
