package org.imprimatur.models;

import java.util.List;

/**
 * Where everything stands on the drawing of a model, in its own units, with the origin at
 * the left and the top.
 *
 * @param width of the whole drawing
 * @param height of the whole drawing
 */
public record Layout(double width, double height, List<Box> boxes, List<Line> lines) {

	/** What an element looks like. */
	public enum Form {

		/** A pool or a lane, named at its left. */
		LANE,
		/** A part with steps of its own. */
		PART,
		/** A step. */
		STEP,
		/** A question. */
		DIAMOND,
		/** A beginning. */
		CIRCLE,
		/** Something that happens between. */
		DOUBLE_CIRCLE,
		/** An ending. */
		THICK_CIRCLE

	}

	/**
	 * One element.
	 *
	 * @param text where its label stands; null if inside
	 */
	public record Box(String id, Form form, String label, Place place, Place text) {
	}

	/**
	 * One sequence flow, from point to point.
	 *
	 * @param text where its label stands; null if nobody has said
	 */
	public record Line(String id, String label, List<Point> points, Place text) {
	}

	public record Place(double x, double y, double width, double height) {
	}

	public record Point(double x, double y) {
	}

}
