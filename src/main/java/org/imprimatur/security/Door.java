package org.imprimatur.security;

import java.util.function.Supplier;

/**
 * The mark that the engine is being used by Imprimatur's own code, which has checked the
 * rules, and not through REST, Tasklist or Cockpit. Without it the engine starts no case,
 * completes no task, takes no message and writes no variable for a signed-in person.
 */
public final class Door {

	private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

	private Door() {
	}

	/**
	 * Runs the work with the door open for this thread; it closes however the work ends.
	 */
	public static <T> T through(Supplier<T> work) {
		DEPTH.set(DEPTH.get() + 1);
		try {
			return work.get();
		}
		finally {
			DEPTH.set(DEPTH.get() - 1);
		}
	}

	public static void through(Runnable work) {
		through(() -> {
			work.run();
			return null;
		});
	}

	public static boolean isOpen() {
		return DEPTH.get() > 0;
	}

}
