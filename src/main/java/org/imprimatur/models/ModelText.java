package org.imprimatur.models;

/**
 * One process or decision as it stands in one place: a version in the database, or the
 * file that the application started with.
 *
 * @param which how an address names it: the number of the version, or {@code files}
 * @param version null for the file
 */
public record ModelText(String key, String name, String which, Version version, ModelFile file) {

	/** How an address names the files. */
	public static final String FILES = "files";

	/** Such as "Version 3" or "The files". */
	public String label() {
		return (this.version != null) ? "Version " + this.version.number() : "The files";
	}

	/** What a copy of it is called. */
	public String fileName() {
		return this.key + ((this.version != null) ? "-version-" + this.which : "-files")
				+ (this.file.isProcess() ? ".bpmn" : ".dmn");
	}

}
