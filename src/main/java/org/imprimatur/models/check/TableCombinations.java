package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of the known values of a table, each by its number, and which rows
 * let it through. The cells of a row say so each for itself, so that a cell is asked once
 * for each value and not once for each combination.
 */
final class TableCombinations {

	/** More cannot be tried while somebody waits. */
	static final int MOST = 100_000;

	private static final int MOST_CELLS = 50_000;

	private static final long MOST_TRIES = 10_000_000;

	private final List<TableColumn> columns;

	private final int size;

	/** By row: the combinations that it lets through. */
	private final List<BitSet> fits = new ArrayList<>();

	TableCombinations(TableGrid grid, TableFeel feel) {
		this.columns = grid.columns();
		this.size = (int) count(grid);
		for (TableGrid.Row row : grid.rows()) {
			BitSet all = new BitSet(this.size);
			all.set(0, this.size);
			int step = 1;
			for (int column = 0; column < this.columns.size(); column++) {
				List<Object> values = this.columns.get(column).values();
				String cell = row.conditions().get(column);
				for (int value = 0; value < values.size(); value++) {
					if (!feel.fits(cell, values.get(value))) {
						remove(all, step, values.size(), value);
					}
				}
				step *= values.size();
			}
			this.fits.add(all);
		}
	}

	/**
	 * How many combinations there are; {@link #MOST} + 1 if they are too many to count.
	 */
	static long count(TableGrid grid) {
		long count = 1;
		for (TableColumn column : grid.columns()) {
			count *= column.values().size();
			if (count > MOST) {
				return MOST + 1L;
			}
		}
		return count;
	}

	/** Whether so large a table can be tried. */
	static boolean canTry(TableGrid grid) {
		long values = grid.columns().stream().mapToLong((column) -> column.values().size()).sum();
		return count(grid) <= MOST && count(grid) * grid.rows().size() <= MOST_TRIES
				&& values * grid.rows().size() <= MOST_CELLS;
	}

	int size() {
		return this.size;
	}

	/** The combinations that a row lets through, by its place from 0. */
	BitSet of(int row) {
		return (BitSet) this.fits.get(row).clone();
	}

	Map<String, Object> facts(int number) {
		Map<String, Object> facts = new LinkedHashMap<>();
		int rest = number;
		for (TableColumn column : this.columns) {
			facts.put(column.fact(), column.values().get(rest % column.values().size()));
			rest /= column.values().size();
		}
		return facts;
	}

	/**
	 * Combinations in few words: a fact that makes no difference is left out, and what
	 * remains after so many is only counted.
	 */
	List<String> summary(BitSet combinations, int most) {
		List<String> summary = new ArrayList<>();
		BitSet rest = (BitSet) combinations.clone();
		for (int next = rest.nextSetBit(0); next >= 0; next = rest.nextSetBit(next)) {
			if (summary.size() == most) {
				summary.add(rest.cardinality() + " more");
				return summary;
			}
			BitSet box = new BitSet();
			box.set(next);
			List<String> words = new ArrayList<>();
			int step = 1;
			for (TableColumn column : this.columns) {
				int values = column.values().size();
				int mine = next / step % values;
				List<String> alike = new ArrayList<>();
				BitSet wider = new BitSet();
				for (int value = 0; value < values; value++) {
					BitSet moved = moved(box, (value - mine) * step);
					if (isWithin(moved, combinations)) {
						wider.or(moved);
						alike.add(String.valueOf(column.values().get(value)));
					}
				}
				box = wider;
				if (alike.size() < values || values == 1) {
					words.add(column.fact() + " = " + String.join(" or ", alike));
				}
				step *= values;
			}
			summary.add(words.isEmpty() ? "any facts at all" : String.join(", ", words));
			rest.andNot(box);
		}
		return summary;
	}

	static boolean isWithin(BitSet inner, BitSet outer) {
		BitSet outside = (BitSet) inner.clone();
		outside.andNot(outer);
		return outside.isEmpty();
	}

	private static BitSet moved(BitSet box, int by) {
		BitSet moved = new BitSet();
		box.stream().forEach((at) -> moved.set(at + by));
		return moved;
	}

	private void remove(BitSet all, int step, int values, int value) {
		for (int from = value * step; from < this.size; from += step * values) {
			all.clear(from, from + step);
		}
	}

}
