package org.imprimatur.history;

/** What a cell of a file may hold. */
public final class Cells {

	private Cells() {
	}

	/** A spreadsheet runs a cell that begins with one of these as a formula. */
	public static String harmless(String cell) {
		return (!cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0) ? "'" + cell : cell;
	}

	/** XML holds no control characters. */
	public static String plain(String cell) {
		return cell.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", " ");
	}

}
