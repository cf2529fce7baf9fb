package org.imprimatur.history;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.ArrayList;
import java.util.List;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes on drawings in the document's own font, as text that can be found and read
 * aloud. Needs no font of the machine.
 */
final class Lettering implements IPdfBoxGraphics2DFontTextDrawer {

	private static final String FILE = "/fonts/DejaVuSans.ttf";

	private static final TrueTypeFont MEASURE = measure();

	private static final CmapLookup GLYPHS = glyphs();

	private PDType0Font font;

	@Override
	public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv on) {
		return true;
	}

	@Override
	public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv on) throws IOException {
		if (this.font == null) {
			try (InputStream in = Lettering.class.getResourceAsStream(FILE)) {
				this.font = PDType0Font.load(on.getDocument(), in, true);
			}
		}
		StringBuilder words = new StringBuilder();
		for (char one = text.first(); one != CharacterIterator.DONE; one = text.next()) {
			words.append(one);
		}
		PDPageContentStream stream = on.getContentStream();
		on.applyPaint(on.getPaint(), new Rectangle());
		stream.beginText();
		stream.setFont(this.font, on.getFont().getSize2D());
		// drawings count downwards
		stream.setTextMatrix(new Matrix(1, 0, 0, -1, 0, 0));
		stream.showText(words.toString());
		stream.endText();
	}

	@Override
	public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv on) {
		return null;
	}

	/** How wide the text is in this size. */
	static double width(String text, double size) {
		try {
			double units = 0;
			for (int one : text.codePoints().toArray()) {
				units += MEASURE.getAdvanceWidth(GLYPHS.getGlyphId(one));
			}
			return units / MEASURE.getUnitsPerEm() * size;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The text in lines that are no wider than this, but for words that are. */
	static List<String> lines(String text, double size, double width) {
		List<String> lines = new ArrayList<>();
		String line = "";
		for (String word : Paper.shown(text).strip().split("\\s+")) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (!line.isEmpty() && width(longer, size) > width) {
				lines.add(line);
				line = word;
			}
			else {
				line = longer;
			}
		}
		lines.add(line);
		return lines;
	}

	private static TrueTypeFont measure() {
		try (InputStream in = Lettering.class.getResourceAsStream(FILE)) {
			return new TTFParser().parse(new RandomAccessReadBuffer(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static CmapLookup glyphs() {
		try {
			return MEASURE.getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
