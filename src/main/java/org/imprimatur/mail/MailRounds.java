package org.imprimatur.mail;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.imprimatur.kernel.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends the postman round every few seconds, on a thread of its own: a mail server that
 * is slow, hangs or is gone holds up mail and nothing else. Each node has one; a mail is
 * taken by one of them.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MailRounds implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailRounds.class);

	private static final int SECONDS = 5;

	private final Postman postman;

	private ScheduledThreadPoolExecutor thread;

	MailRounds(Postman postman) {
		this.postman = postman;
	}

	@EventListener(ApplicationReadyEvent.class)
	synchronized void whenReady() {
		if (this.thread != null) {
			this.thread.scheduleWithFixedDelay(this::round, 0, SECONDS, TimeUnit.SECONDS);
		}
	}

	private void round() {
		try {
			this.postman.round();
		}
		catch (RuntimeException ex) {
			log.warn("The round of mails was broken off; the next is in {} s.", SECONDS, ex);
		}
	}

	@Override
	public synchronized void start() {
		this.thread = Rounds.thread("mail");
	}

	/** Lets a mail that is being handed over get its outcome, for a while. */
	@Override
	public void stop() {
		ScheduledThreadPoolExecutor stopping;
		synchronized (this) {
			stopping = this.thread;
			this.thread = null;
		}
		if (stopping == null) {
			return;
		}
		stopping.shutdown();
		try {
			if (!stopping.awaitTermination(15, TimeUnit.SECONDS)) {
				log.warn("A mail was still being sent while the application stops.");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
