package org.imprimatur.posts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.imprimatur.kernel.Policy;

/**
 * The three digests that stand for what goes out: content, grounds and accounts. SHA-256
 * in lower-case hexadecimal over the parts with their lengths, so that no two different
 * posts look alike by shifting text from one part to the next.
 */
@Policy("APPROVED")
final class Digests {

	private Digests() {
	}

	static String content(String body, String link, String sourceUrl, String sourceSnapshot, List<String> files,
			List<String> altTexts) {
		Object[] parts = Stream
			.of(Arrays.asList(body, link, sourceUrl, sourceSnapshot, String.valueOf(files.size())), files, altTexts)
			.flatMap(List::stream)
			.toArray();
		return digest(parts);
	}

	/** Of several accounts: where each says the same, what stands for one of them. */
	static String content(Map<String, String> byAccount) {
		Collection<String> different = new TreeSet<>(byAccount.values());
		return (different.size() == 1) ? different.iterator().next() : digest(new TreeMap<>(byAccount));
	}

	static String grounds(Object grounding, String source, Object sourceDate, String judgedBy, Object goal,
			Collection<Trigger> triggers) {
		return digest(grounding, source, sourceDate, judgedBy, goal, new TreeSet<>(triggers));
	}

	static String accounts(Collection<String> accounts) {
		return digest(new TreeSet<>(accounts));
	}

	private static String digest(Object... parts) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			for (Object part : parts) {
				byte[] bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
				sha.update(((part == null) ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
				sha.update(bytes);
			}
			return HexFormat.of().formatHex(sha.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
