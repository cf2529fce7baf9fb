package org.imprimatur.models.migration;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imprimatur.models.Version;

/**
 * What the author's name of a version says about cases under way: within one major
 * version they may be moved, to another one they may not.
 */
final class VersionTag {

	private static final Pattern SEMANTIC = Pattern.compile("(\\d{1,6})\\.\\d{1,6}\\.\\d{1,6}([-+].*)?");

	private VersionTag() {
	}

	/** Why cases stay where they are; empty if they may move. */
	static String forbids(Version from, Version to) {
		OptionalInt before = major(from.tag());
		OptionalInt after = major(to.tag());
		if (before.isEmpty() || after.isEmpty()) {
			Version without = before.isEmpty() ? from : to;
			return "Version " + without.number()
					+ (without.tag().isEmpty() ? " has no version tag" : " has the version tag “" + without.tag() + "”")
					+ ". Cases move between versions with tags such as " + "1.4.0 only.";
		}
		return (before.getAsInt() == after.getAsInt()) ? "" : "Their author gave them the version tags " + from.tag()
				+ " and " + to.tag() + ": where the first number differs, cases finish by the version they began with.";
	}

	private static OptionalInt major(String tag) {
		Matcher semantic = SEMANTIC.matcher(tag);
		return semantic.matches() ? OptionalInt.of(Integer.parseInt(semantic.group(1))) : OptionalInt.empty();
	}

}
