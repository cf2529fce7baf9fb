package org.imprimatur.models.check;

import java.util.Map;

import org.imprimatur.kernel.Refusal;

/**
 * Asked in the transaction of a deployment that keeps every rule, before it goes live.
 */
public interface SecondPerson {

	/**
	 * Lets it go live, or keeps it for a second person.
	 * @throws Refusal if it has been kept and does not go live yet
	 */
	void ask(Deployed deployment);

	/**
	 * What somebody deploys.
	 *
	 * @param person login of who does
	 * @param id the engine's id of the deployment
	 * @param name what the person calls it, or null
	 * @param source the program it comes from, or null
	 * @param files all that goes live with it, name to content
	 */
	record Deployed(String person, String id, String name, String source, Map<String, byte[]> files) {
	}

}
