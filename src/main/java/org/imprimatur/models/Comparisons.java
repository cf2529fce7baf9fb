package org.imprimatur.models;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Compares any two files that hold the same process or decision. */
@Component
public class Comparisons {

	private static final int MOST = 500;

	/** Two files never come to differ in another way. */
	private final Map<String, Comparison> known = new ConcurrentHashMap<>();

	public Comparison between(String key, ModelFile before, ModelFile after) {
		String pair = key + " " + before.digest() + " " + after.digest();
		Comparison comparison = this.known.get(pair);
		if (comparison == null) {
			comparison = before.isProcess() ? ProcessComparison.between(before.content(), after.content())
					: DecisionComparison.between(key, before.content(), after.content());
			if (this.known.size() >= MOST) {
				this.known.clear();
			}
			this.known.put(pair, comparison);
		}
		return comparison;
	}

}
