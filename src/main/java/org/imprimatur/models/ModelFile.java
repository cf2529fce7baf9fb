package org.imprimatur.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of models, from the folder or from the database.
 *
 * @param path below {@code processes}, such as {@code posts/post-approval.bpmn}
 * @param digest SHA-256 of the content, in hexadecimal digits
 */
public record ModelFile(String path, byte[] content, String digest) {

	public static ModelFile of(String path, byte[] content) {
		return new ModelFile(path, content, digest(content));
	}

	static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256.", ex);
		}
	}

	public boolean isProcess() {
		return this.path.endsWith(".bpmn");
	}

	/** Whether both hold the same bytes. */
	public boolean isSame(ModelFile other) {
		return this.digest.equals(other.digest);
	}

	public String text() {
		return new String(this.content, StandardCharsets.UTF_8);
	}

}
