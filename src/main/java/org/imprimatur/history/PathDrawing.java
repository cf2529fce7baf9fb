package org.imprimatur.history;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.models.Layout;
import org.imprimatur.models.Layout.Box;
import org.imprimatur.models.Layout.Form;
import org.imprimatur.models.Layout.Line;
import org.imprimatur.models.Layout.Place;
import org.imprimatur.models.Layout.Point;

/**
 * The diagram of a procedure with the path that one case took: what it came to is shaded,
 * what it went along is bold, and where it is now has a broken rim.
 */
final class PathDrawing {

	private static final Color INK = new Color(0x0b, 0x0c, 0x0c);

	private static final Color PALE = new Color(0x8f, 0x97, 0x9b);

	private static final Color LANE = new Color(0xb1, 0xb4, 0xb6);

	private static final Color TAKEN = new Color(0x4c, 0x2c, 0x92);

	private static final Color SHADE = new Color(0xdd, 0xd6, 0xec);

	private static final int SIZE = 12;

	/** From one line of text to the next. */
	private static final double LEADING = 14;

	private final Layout layout;

	private final Map<String, Integer> flows;

	private final Set<String> reached;

	private final Set<String> open;

	PathDrawing(Layout layout, CasePath path) {
		this.layout = layout;
		this.flows = path.flows();
		this.open = path.open();
		this.reached = path.stops().stream().map((stop) -> stop.element().id()).collect(Collectors.toSet());
	}

	double width() {
		return this.layout.width();
	}

	double height() {
		return this.layout.height();
	}

	/** Draws it, one unit of the layout as one of the paper's. */
	void draw(Graphics2D on) {
		this.layout.boxes()
			.stream()
			.filter((box) -> box.form() == Form.LANE || box.form() == Form.PART)
			.forEach((box) -> box(on, box));
		this.layout.lines().stream().filter((line) -> !isTaken(line)).forEach((line) -> line(on, line));
		this.layout.lines().stream().filter(this::isTaken).forEach((line) -> line(on, line));
		this.layout.boxes()
			.stream()
			.filter((box) -> box.form() != Form.LANE && box.form() != Form.PART)
			.forEach((box) -> box(on, box));
		this.layout.lines().forEach((line) -> answer(on, line));
	}

	private boolean isTaken(Line line) {
		return this.flows.getOrDefault(line.id(), 0) > 0;
	}

	private void box(Graphics2D on, Box box) {
		boolean here = this.open.contains(box.id());
		boolean been = here || this.reached.contains(box.id());
		Shape shape = shape(box.form(), box.place());
		if (box.form() == Form.LANE || box.form() == Form.PART) {
			on.setColor(LANE);
			on.setStroke(new BasicStroke(1));
			on.draw(shape);
		}
		else {
			on.setColor(been ? SHADE : Color.WHITE);
			on.fill(shape);
			on.setColor(been ? TAKEN : PALE);
			float wide = (been ? 2.5F : 1.5F) + ((box.form() == Form.THICK_CIRCLE) ? 2 : 0);
			on.setStroke(
					here ? new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 8, 4 }, 0)
							: new BasicStroke(wide));
			on.draw(shape);
			if (box.form() == Form.DOUBLE_CIRCLE) {
				Place at = box.place();
				on.draw(shape(Form.CIRCLE, new Place(at.x() + 4, at.y() + 4, at.width() - 8, at.height() - 8)));
			}
		}
		on.setColor(INK);
		name(on, box);
	}

	private static Shape shape(Form form, Place at) {
		return switch (form) {
			case LANE -> new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height());
			case PART, STEP -> new RoundRectangle2D.Double(at.x(), at.y(), at.width(), at.height(), 16, 16);
			case DIAMOND -> {
				Path2D diamond = new Path2D.Double();
				diamond.moveTo(at.x() + at.width() / 2, at.y());
				diamond.lineTo(at.x() + at.width(), at.y() + at.height() / 2);
				diamond.lineTo(at.x() + at.width() / 2, at.y() + at.height());
				diamond.lineTo(at.x(), at.y() + at.height() / 2);
				diamond.closePath();
				yield diamond;
			}
			default -> new Ellipse2D.Double(at.x(), at.y(), at.width(), at.height());
		};
	}

	private static void name(Graphics2D on, Box box) {
		Place at = box.place();
		switch (box.form()) {
			case LANE -> {
				// along the left edge, as people draw it
				var upright = on.getTransform();
				on.translate(at.x() + 19, at.y() + at.height() / 2);
				on.rotate(-Math.PI / 2);
				text(on, box.label(), new Place(-at.height() / 2, -LEADING / 2, at.height(), LEADING));
				on.setTransform(upright);
			}
			case PART -> text(on, box.label(), new Place(at.x() + 4, at.y() + 4, at.width() - 8, LEADING));
			case STEP -> text(on, box.label(), new Place(at.x() + 4, at.y(), at.width() - 8, at.height()));
			default -> text(on, box.label(), (box.text() != null) ? box.text()
					: new Place(at.x() - 30, at.y() + at.height() + 4, at.width() + 60, LEADING));
		}
	}

	private void line(Graphics2D on, Line line) {
		List<Point> points = line.points();
		if (points.size() < 2) {
			return;
		}
		boolean taken = isTaken(line);
		on.setColor(taken ? TAKEN : PALE);
		on.setStroke(new BasicStroke(taken ? 3.5F : 1.2F));
		Path2D way = new Path2D.Double();
		way.moveTo(points.get(0).x(), points.get(0).y());
		points.stream().skip(1).forEach((point) -> way.lineTo(point.x(), point.y()));
		on.draw(way);
		on.fill(head(points.get(points.size() - 2), points.get(points.size() - 1), taken ? 13 : 9));
	}

	private static Shape head(Point from, Point to, double size) {
		double along = Math.atan2(to.y() - from.y(), to.x() - from.x());
		Path2D head = new Path2D.Double();
		head.moveTo(to.x(), to.y());
		head.lineTo(to.x() - size * Math.cos(along - 0.4), to.y() - size * Math.sin(along - 0.4));
		head.lineTo(to.x() - size * Math.cos(along + 0.4), to.y() - size * Math.sin(along + 0.4));
		head.closePath();
		return head;
	}

	/** What the flow stands for, and how often it was taken if more than once. */
	private void answer(Graphics2D on, Line line) {
		int times = this.flows.getOrDefault(line.id(), 0);
		String words = line.label() + ((times > 1) ? " (" + times + " times)" : "");
		if (words.isBlank() || line.points().size() < 2) {
			return;
		}
		on.setColor(INK);
		text(on, words, (line.text() != null) ? line.text() : overLongest(line.points()));
	}

	/** Over the middle of its longest part. */
	private static Place overLongest(List<Point> points) {
		int longest = 1;
		for (int i = 2; i < points.size(); i++) {
			if (length(points.get(i - 1), points.get(i)) > length(points.get(longest - 1), points.get(longest))) {
				longest = i;
			}
		}
		Point from = points.get(longest - 1);
		Point to = points.get(longest);
		return new Place((from.x() + to.x()) / 2 - 60, (from.y() + to.y()) / 2 - LEADING - 3, 120, LEADING);
	}

	private static double length(Point from, Point to) {
		return Math.hypot(to.x() - from.x(), to.y() - from.y());
	}

	/** In the middle of the place, over its edges where it is too small. */
	private static void text(Graphics2D on, String words, Place at) {
		if (words.isBlank()) {
			return;
		}
		on.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SIZE));
		List<String> lines = Lettering.lines(words, SIZE, Math.max(at.width(), 60));
		double y = at.y() + (at.height() - lines.size() * LEADING) / 2 + LEADING * 0.8;
		for (String line : lines) {
			on.drawString(line, (float) (at.x() + (at.width() - Lettering.width(line, SIZE)) / 2), (float) y);
			y += LEADING;
		}
	}

}
