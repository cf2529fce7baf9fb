package org.imprimatur.history;

import java.util.List;

/** What one feature counts, in the order in which people read it. */
public interface Figures {

	List<Figure> figures();

	/** Who has to take note of its items, in the order in which people read it. */
	default List<Noting> notings() {
		return List.of();
	}

}
