package org.imprimatur.history;

/**
 * How long one step takes people, and how much of it waits now.
 *
 * @param task its id
 * @param done how often it was done
 * @param median working time in seconds that half of them took no longer than
 * @param most working time in seconds that nine of ten took no longer than
 * @param dated how many of them had a deadline
 * @param inTime how many of those were done by then
 * @param waiting how many wait now, whenever they began
 * @param overdue how many of those are past their deadline
 */
public record StepTime(String task, long done, long median, long most, long dated, long inTime, long waiting,
		long overdue) {

	public String label() {
		return Found.words(this.task);
	}

	public String medianInWords() {
		return (this.done > 0) ? Spans.working(this.median) : "";
	}

	public String mostInWords() {
		return (this.done > 0) ? Spans.working(this.most) : "";
	}

	/** Of a hundred with a deadline, how many were done by then; null if none had one. */
	public Long inTimeOfHundred() {
		return (this.dated > 0) ? Math.round(100.0 * this.inTime / this.dated) : null;
	}

}
