package org.imprimatur.conventions.bad.kernel;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.conventions.bad.letters.Letters;

/** Breaks two conventions: the kernel uses a feature, and the engine's inner parts. */
public class Vocabulary {

	Letters letters() {
		ClockUtil.reset();
		return new Letters();
	}

}
