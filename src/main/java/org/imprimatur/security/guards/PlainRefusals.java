package org.imprimatur.security.guards;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Refusal;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the log for what is wrong: where the engine would print the whole stack for an
 * act that was refused, one line says what was refused. Every other error of the engine
 * is logged as ever.
 */
@Component
class PlainRefusals extends TurboFilter implements InitializingBean, DisposableBean {

	private static final String ENGINE = "org.camunda.bpm.engine.context";

	private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PlainRefusals.class);

	@Override
	public void afterPropertiesSet() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			setContext(context);
			start();
			context.addTurboFilter(this);
		}
	}

	@Override
	public void destroy() {
		stop();
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this);
		}
	}

	@Override
	public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
			Throwable thrown) {
		if (!isStarted() || !ENGINE.equals(logger.getName()) || !level.isGreaterOrEqual(Level.WARN)) {
			return FilterReply.NEUTRAL;
		}
		Throwable refused = refused((thrown != null) ? thrown : last(params));
		if (refused == null) {
			return FilterReply.NEUTRAL;
		}
		LOG.info("Refused, and nothing was changed: {}", oneLine(refused.getMessage()));
		return FilterReply.DENY;
	}

	/** What was refused, if it is the reason of all; null for a real error. */
	private static Throwable refused(Throwable thrown) {
		Throwable one = thrown;
		for (int depth = 0; one != null && depth < 20; depth++) {
			if (one instanceof Refusal || one instanceof InvalidFields) {
				return one;
			}
			one = one.getCause();
		}
		return null;
	}

	/** The engine hands the error over as the last thing to fill in. */
	private static Throwable last(Object[] params) {
		return (params != null && params.length > 0 && params[params.length - 1] instanceof Throwable thrown) ? thrown
				: null;
	}

	/** Nobody writes lines of the log by what they type. */
	private static String oneLine(String message) {
		return String.valueOf(message).replaceAll("\\p{Cntrl}+|\\R", " ");
	}

}
