package org.imprimatur.security.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.imprimatur.security.guards.Outcomes;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps refusals from filling the log: the engine's REST takes every one for a fault and
 * writes its whole path through the program. {@link EngineStatus} writes one line
 * instead. What is a fault keeps its path.
 */
@Component
class RefusalsInLog extends TurboFilter implements DisposableBean {

	/** The logger of the engine's REST for whatever it answers with 500. */
	static final String ENGINE = "org.camunda.bpm.engine.rest.exception";

	RefusalsInLog() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			setContext(context);
			setName(ENGINE);
			start();
			context.addTurboFilter(this);
		}
	}

	@Override
	public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] values,
			Throwable thrown) {
		return (ENGINE.equals(logger.getName()) && Outcomes.failure().flatMap(Failure::of).isPresent())
				? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	@Override
	public void destroy() {
		if (getContext() instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this);
		}
	}

}
