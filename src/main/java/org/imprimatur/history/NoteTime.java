package org.imprimatur.history;

import java.time.Duration;
import java.util.Map;

import org.imprimatur.history.Noting.State;
import org.imprimatur.history.Numbers.Cell;

/**
 * How long it took until somebody took note.
 *
 * @param items how many there are of each state, with the search that finds them
 * @param noted how many times somebody took note, as far as it counts
 * @param median seconds by the clock that half of them took no longer than
 * @param most seconds by the clock that nine of ten took no longer than
 * @param inTime how often it was within the clock
 * @param decided how often the clock is over: noted, or past its end
 */
public record NoteTime(Noting who, Map<State, Cell> items, long noted, long median, long most, long inTime,
		long decided) {

	public String medianInWords() {
		return words(this.median);
	}

	public String mostInWords() {
		return words(this.most);
	}

	/** Of a hundred whose clock is over, how many were in time; null if none is over. */
	public Long inTimeOfHundred() {
		return (this.decided > 0) ? Math.round(100.0 * this.inTime / this.decided) : null;
	}

	private String words(long seconds) {
		return (this.noted > 0) ? Spans.words(Duration.ofSeconds(seconds)) : "";
	}

}
