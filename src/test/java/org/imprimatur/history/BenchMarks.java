package org.imprimatur.history;

import java.util.LinkedHashMap;
import java.util.Map;

/** The marks of what a bench makes up. */
public final class BenchMarks {

	private BenchMarks() {
	}

	public static String word(int number) {
		return "zq" + number + "x";
	}

	public static Map<Integer, Long> words(int count) {
		Map<Integer, Long> marks = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			marks.put(i, new Mark(Facet.WORD, Words.of(word(i)).iterator().next()).id());
		}
		return marks;
	}

	public static long person(String login) {
		return new Mark(Facet.PERSON, login).id();
	}

	public static long account(String id) {
		return new Mark(Facet.ACCOUNT, id).id();
	}

}
