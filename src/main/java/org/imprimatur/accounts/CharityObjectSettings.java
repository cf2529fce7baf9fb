package org.imprimatur.accounts;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Charity's objects from the settings.
 *
 * @param charityObjects each with an id in kebab case and its text from the governing
 * document; one that is known already is left as it is
 */
@ConfigurationProperties("imprimatur")
record CharityObjectSettings(List<Entry> charityObjects) {

	CharityObjectSettings {
		charityObjects = (charityObjects != null) ? List.copyOf(charityObjects) : List.of();
	}

	/** One object. */
	record Entry(String id, String text) {
	}

}
