package org.imprimatur.tasks;

import java.util.List;

import org.imprimatur.security.Person;

/** What a feature shows above everything else on the first page, to those it concerns. */
public interface HomeNews {

	List<News> newsFor(Person person);

	/**
	 * One item that cannot wait.
	 *
	 * @param address path of the page that it leads to
	 * @param why it cannot wait
	 * @param state where it is now, as a sentence
	 */
	record News(String title, String address, String why, String state) {
	}

}
