package org.imprimatur.operating;

import java.time.Instant;
import java.util.List;

/**
 * What a feature tells a monitor. Asked at most once in some seconds, so that it may cost
 * a query or two, never one for each item.
 */
public interface Figures {

	/** The figures of this moment. */
	List<Figure> at(Instant now);

}
