package org.imprimatur.conventions.bad.letters;

import org.camunda.bpm.engine.RuntimeService;

/** Breaks a convention: the collection reaches into the engine. */
public class Letters {

	public void begun(RuntimeService engine) {
		engine.startProcessInstanceByKey("letter-approval");
	}

}
