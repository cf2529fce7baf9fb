package org.imprimatur.erasure;

import java.util.List;

/**
 * Where a person is named, as somebody reads it who decides about it.
 *
 * @param items those in which something is found, with the rest (what belongs to no item)
 * last
 * @param places in how many rows, those left out not counted
 * @param state stands for exactly what was found; somebody who releases says which state
 * they saw
 */
public record Mentioned(List<Item> items, long places, String state) {

	/**
	 * One item.
	 *
	 * @param id what it is left out by; empty if hidden
	 * @param reference null for what belongs to no item, and if hidden
	 * @param open whether anything about it is still open
	 * @param leftOut whether another person is meant there
	 * @param hidden whether it is restricted and this reader not named in it: then no
	 * text is shown
	 * @param opens whether this reader may open the item
	 * @param files attached to it
	 */
	public record Item(String id, String reference, boolean open, boolean leftOut, boolean hidden, boolean opens,
			List<Line> lines, List<File> files) {
	}

	/**
	 * One row.
	 *
	 * @param what the row is, such as "a comment"
	 * @param words as they stand there
	 * @param times how often in all its texts
	 */
	public record Line(String what, String before, String words, String after, long times) {
	}

	/**
	 * One attached file.
	 *
	 * @param size in bytes
	 * @param chosen whether it is to be emptied
	 */
	public record File(String id, String name, long size, boolean chosen) {
	}

}
