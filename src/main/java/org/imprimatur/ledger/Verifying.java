package org.imprimatur.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** One verification at a time in this program, beside what people do. */
@Component
public class Verifying {

	private static final Logger log = LoggerFactory.getLogger(Verifying.class);

	private final Ledger ledger;

	private final AtomicLong done = new AtomicLong();

	private CompletableFuture<Verified> running;

	Verifying(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * How far the one that runs is, in entries; empty if none runs.
	 */
	public synchronized Optional<Long> progress() {
		return (this.running != null && !this.running.isDone()) ? Optional.of(this.done.get()) : Optional.empty();
	}

	/**
	 * Begins one, unless one runs.
	 * @param by login of who asked; null for the program itself
	 * @return whether it is a new one
	 */
	public synchronized boolean begin(String by) {
		if (progress().isPresent()) {
			return false;
		}
		this.done.set(0);
		this.running = CompletableFuture
			.supplyAsync(() -> this.ledger.verify(by, List.of(), this.done::set), (work) -> {
				Thread thread = new Thread(work, "verifying");
				thread.setDaemon(true);
				thread.start();
			})
			.whenComplete((verified, failure) -> {
				if (failure != null) {
					log.error("The verification of the record failed", failure);
				}
				else if (!verified.isSound()) {
					log.error("The verification of the record found {} things that are wrong: look at /ledger",
							verified.count());
				}
			});
		return true;
	}

	/** Waits a while for the one that runs; whether it has ended. */
	public boolean await(Duration patience) {
		CompletableFuture<Verified> current;
		synchronized (this) {
			current = this.running;
		}
		try {
			if (current != null) {
				current.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
