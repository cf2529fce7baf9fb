package org.imprimatur.conventions.good.letters;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.Test;

/** A test of the miniature house, for its policy map; it proves nothing by itself. */
@Policy("EYES")
public class SecondReader {

	@Test
	void mayNotBeTheWriter() {
		// named in the map of the miniature only
	}

}
