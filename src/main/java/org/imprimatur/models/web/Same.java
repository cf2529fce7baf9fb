package org.imprimatur.models.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;

/**
 * Which versions hold the very file of the version before: at a start all models are
 * deployed together as soon as one of them has changed.
 */
final class Same {

	private Same() {
	}

	/**
	 * By the number of a version, the number of the first of those in a row that hold the
	 * same file; only where that is another one.
	 * @param all the newest first
	 */
	static Map<Integer, Integer> of(List<Version> all, Versions versions) {
		Map<Integer, Integer> same = new HashMap<>();
		for (int i = all.size() - 2; i >= 0; i--) {
			Version one = all.get(i);
			Version before = all.get(i + 1);
			if (versions.file(one).isSame(versions.file(before))) {
				same.put(one.number(), same.getOrDefault(before.number(), before.number()));
			}
		}
		return same;
	}

}
