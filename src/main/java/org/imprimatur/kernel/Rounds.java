package org.imprimatur.kernel;

import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.springframework.context.SmartLifecycle;

/**
 * Work that comes round again and again on a thread of its own, from the start of the
 * application to its end.
 */
public abstract class Rounds implements SmartLifecycle {

	private final String name;

	private ScheduledThreadPoolExecutor thread;

	/**
	 * @param name of the thread
	 */
	protected Rounds(String name) {
		this.name = name;
	}

	/** Says when what is done. An exception of a round ends all that would follow it. */
	protected abstract void schedule(ScheduledThreadPoolExecutor thread);

	/** A thread that does not keep the program alive. */
	public static ScheduledThreadPoolExecutor thread(String name) {
		return new ScheduledThreadPoolExecutor(1, (work) -> {
			Thread daemon = new Thread(work, name);
			daemon.setDaemon(true);
			return daemon;
		});
	}

	@Override
	public final synchronized void start() {
		this.thread = thread(this.name);
		schedule(this.thread);
	}

	@Override
	public final synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public final synchronized boolean isRunning() {
		return this.thread != null;
	}

}
