package org.imprimatur.retention;

import java.time.Clock;

import org.springframework.context.ApplicationContext;

/** The nightly deletion of one node, whose thread looks in whenever a test says so. */
public final class Night {

	private final DeletionRounds rounds;

	public Night(ApplicationContext context) {
		this.rounds = new DeletionRounds(context.getBean(Deletion.class), context.getBean(Clock.class));
	}

	public void looksIn() {
		this.rounds.round();
	}

}
