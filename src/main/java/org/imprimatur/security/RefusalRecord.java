package org.imprimatur.security;

/**
 * Where it is kept what somebody was refused: for a page that goes on after a refusal,
 * since all others are recorded on their way out.
 */
public interface RefusalRecord {

	/**
	 * Records one refusal, once.
	 * @param act the command or address that was refused
	 * @param target what it was aimed at, or null
	 */
	void record(String login, String act, String target, Throwable refusal);

}
