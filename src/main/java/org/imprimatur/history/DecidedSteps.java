package org.imprimatur.history;

import java.util.List;

/** Where a feature keeps what people decided at its steps. */
public interface DecidedSteps {

	List<Decided> decided();

}
