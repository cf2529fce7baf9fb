package org.imprimatur.models;

import java.time.Instant;
import java.util.Map;

import org.imprimatur.security.Person;

/**
 * What has passed through a process lately. Whoever keeps the history tells it; the
 * models themselves know of no case.
 */
public interface Traffic {

	/**
	 * Over all versions of the process. Items of which only those may know who are named
	 * there are left out, and small numbers for whoever may not learn of such items.
	 * @param process the key, such as {@code post-approval}
	 * @param person who wants to know
	 */
	Lately since(String process, Instant since, Person person);

	/**
	 * What passed.
	 *
	 * @param elements by the id of the element
	 * @param fewest how many cases at least came to an element that is told of
	 */
	record Lately(Map<String, Passed> elements, int fewest) {

		/** What passed an element, in words. */
		public String words(String element) {
			Passed passed = this.elements.get(element);
			return (passed != null) ? passed.words()
					: (this.fewest > 1) ? "fewer than " + this.fewest + " cases" : "no case";
		}

	}

	/**
	 * What passed one element.
	 *
	 * @param cases how many came there, each counted once
	 * @param took what half of them took no longer than, in words; empty if it takes no
	 * time
	 */
	record Passed(long cases, String took) {

		/** Such as "3 cases; half took up to 2 hours of working time". */
		public String words() {
			return this.cases + ((this.cases == 1) ? " case" : " cases") + (this.took.isEmpty() ? ""
					: (this.took.startsWith("less") ? "; half took " : "; half took up to ") + this.took);
		}

	}

}
