package org.imprimatur.posts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.stereotype.Component;

/**
 * Whom of our people somebody means who says who posted something: by login, or by the
 * name as it is shown anywhere in the words, whatever their case, spaces and signs.
 */
@Component
@Policy("ONE-LOGIN")
class Posters {

	private final People people;

	Posters(People people) {
		this.people = people;
	}

	/**
	 * Logins of the people named; empty if nobody of ours is recognised.
	 * @param typed login or words; may be null
	 */
	Set<String> named(String typed) {
		Set<String> named = new TreeSet<>();
		String words = (typed != null) ? plain(typed) : "";
		if (!words.isEmpty()) {
			for (Map.Entry<String, String> one : this.people.everybody().entrySet()) {
				String name = plain(one.getValue());
				if (plain(one.getKey()).equals(words) || (!name.isEmpty() && words.contains(name))) {
					named.add(one.getKey());
				}
			}
		}
		return named;
	}

	/** Who posted it, and plainly if that is nobody of ours. */
	String words(String typed) {
		if (typed == null) {
			return "Not known";
		}
		return named(typed).isEmpty() ? typed + " (nobody of ours is recognised in this)" : this.people.nameOf(typed);
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
	}

}
