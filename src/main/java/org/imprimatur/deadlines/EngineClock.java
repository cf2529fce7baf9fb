package org.imprimatur.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.stereotype.Component;

/**
 * The one clock of the application: the engine's. Due dates, records and the engine's
 * timers therefore never disagree about what time it is, to the millisecond.
 */
@Component("clock")
class EngineClock extends Clock {

	private final ZoneId zone;

	EngineClock() {
		this(ZoneOffset.UTC);
	}

	private EngineClock(ZoneId zone) {
		this.zone = zone;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new EngineClock(zone);
	}

	@Override
	public Instant instant() {
		// ClockUtil is internal to the engine, and used here alone: it is what the
		// engine's timers go by and what process tests move, and there is no public way
		// to it. With a clock beside it a test could move only half of the application.
		return ClockUtil.getCurrentTime().toInstant();
	}

}
