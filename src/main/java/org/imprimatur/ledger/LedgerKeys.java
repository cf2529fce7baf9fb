package org.imprimatur.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.imprimatur.security.CannotStart;

/**
 * The keys of the chain, which nobody has who has only the database. New entries are made
 * with the first; the others verify what was made with them.
 */
final class LedgerKeys {

	/** In bytes. */
	static final int SHORTEST = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final int ID_DIGITS = 8;

	private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

	private final String current;

	/**
	 * From what was set.
	 * @throws CannotStart if one is too short
	 */
	LedgerKeys(String key, List<String> former) {
		this.current = add(key);
		former.forEach(this::add);
	}

	private String add(String key) {
		byte[] bytes = key.strip().getBytes(StandardCharsets.UTF_8);
		if (bytes.length < SHORTEST) {
			throw new CannotStart("The key of the ledger has to have " + SHORTEST + " characters or more. "
					+ "Make one with “openssl rand -hex 32” and give it by imprimatur.ledger.key "
					+ "(or IMPRIMATUR_LEDGER_KEY, or a file of that name; see the guide for operators).");
		}
		SecretKeySpec spec = new SecretKeySpec(bytes, ALGORITHM);
		String id = mac(spec, "the name of this key").substring(0, ID_DIGITS);
		this.keys.putIfAbsent(id, spec);
		return id;
	}

	/** Which key new entries are made with; says nothing of the key itself. */
	String currentId() {
		return this.current;
	}

	boolean knows(String keyId) {
		return this.keys.containsKey(keyId);
	}

	/** The mac of an entry behind another. */
	String mac(LedgerEntry entry, String before) {
		return mac(this.keys.get(entry.keyId()), before, entry.signed());
	}

	private static String mac(SecretKeySpec key, String first, String... texts) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			put(mac, first);
			for (String text : texts) {
				put(mac, text);
			}
			return HexFormat.of().formatHex(mac.doFinal());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void put(Mac mac, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
		mac.update(bytes);
	}

}
