package org.imprimatur.mail;

import java.util.List;

/**
 * What a feature has to tell people at certain times. It is asked again and again: each
 * cause reaches a person once.
 */
public interface MailOccasions {

	/** The notices that are due by now. */
	List<Mail> due();

	/**
	 * Whether this mail may still go to its person, who may have come too near the item.
	 */
	default boolean mayBeTold(Mail mail) {
		return true;
	}

}
