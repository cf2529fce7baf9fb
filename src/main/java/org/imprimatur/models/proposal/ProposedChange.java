package org.imprimatur.models.proposal;

import org.imprimatur.models.Comparison;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.Version;

/**
 * One process or decision that a deployment changes.
 *
 * @param before what is live; null if it is new
 * @param after the file that would take its place
 * @param comparison null if it is new
 * @param needsRelease whether a second person has to release it
 * @param group whose members release it
 */
public record ProposedChange(String key, String name, Version before, ModelFile after, Comparison comparison,
		boolean needsRelease, String group) {

	public boolean isNew() {
		return this.before == null;
	}

}
