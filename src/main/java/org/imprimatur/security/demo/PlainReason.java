package org.imprimatur.security.demo;

import org.imprimatur.security.CannotStart;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the start was refused as a paragraph, without a stack trace. */
class PlainReason extends AbstractFailureAnalyzer<CannotStart> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
