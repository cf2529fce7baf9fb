package org.imprimatur.history;

import java.util.List;

/** What one feature counts, in the order in which people read it. */
public interface Figures {

	List<Figure> figures();

}
