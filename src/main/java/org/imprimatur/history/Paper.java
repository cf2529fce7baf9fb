package org.imprimatur.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A document on its way to paper: headings, paragraphs, lists and tables become a tagged
 * PDF in British English with bookmarks and page numbers. All text is taken as text,
 * never as markup, and nothing is fetched from anywhere. A character the font lacks is
 * shown by its name in square brackets.
 */
public final class Paper {

	private static final String REGULAR = "/fonts/DejaVuSans.ttf";

	private static final String BOLD = "/fonts/DejaVuSans-Bold.ttf";

	private static final List<CmapLookup> GLYPHS = List.of(glyphs(REGULAR), glyphs(BOLD));

	private static final String FIGURE = "application/x-imprimatur-drawing";

	/** In millimetres, as wide as the text of a page, with room for a heading above. */
	private static final double FIGURE_WIDTH = 173;

	private static final double FIGURE_HEIGHT = 225;

	private static final String STYLE = """
			.figure { page-break-inside: avoid; margin: 2mm 0 3mm 0; }
			@page { margin: 20mm 18mm 22mm 18mm;
			  @bottom-right { content: "Page " counter(page) " of " counter(pages);
			    font-family: 'DejaVu Sans'; font-size: 8pt; } }
			body { margin: 0; font-family: 'DejaVu Sans'; font-size: 9.5pt; line-height: 1.45; color: #0b0c0c; }
			h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 4mm 0; }
			h2 { font-size: 13pt; margin: 8mm 0 2mm 0; padding-top: 2mm; border-top: 0.6pt solid #505a5f;
			  page-break-after: avoid; page-break-inside: avoid; }
			h3 { font-size: 10pt; margin: 4mm 0 0.5mm 0; page-break-after: avoid; page-break-inside: avoid; }
			p { margin: 0 0 1.5mm 0; }
			h1, h2, h3, p, td, th, li { word-wrap: break-word; white-space: pre-wrap; }
			.by { color: #505a5f; font-size: 8.5pt; }
			table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 3mm 0;
			  -fs-table-paginate: paginate; }
			tr { page-break-inside: avoid; }
			th, td { font-size: 8.5pt; text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0;
			  border-bottom: 0.4pt solid #b1b4b6; }
			""";

	private final String title;

	private final StringBuilder bookmarks = new StringBuilder();

	private final StringBuilder body = new StringBuilder();

	private final List<PathDrawing> drawings = new ArrayList<>();

	private int headings;

	private String size = "A4";

	Paper(String title) {
		this.title = title;
		this.body.append("<h1>").append(safe(title)).append("</h1>");
	}

	/** On its side, for wide tables. */
	Paper wide() {
		this.size = "A4 landscape";
		return this;
	}

	/** A heading of the first rank, which is a bookmark too. */
	public Paper heading(String text) {
		this.headings++;
		this.bookmarks.append("<bookmark name=\"")
			.append(safe(text))
			.append("\" href=\"#h")
			.append(this.headings)
			.append("\"/>");
		this.body.append("<h2 id=\"h").append(this.headings).append("\">").append(safe(text)).append("</h2>");
		return this;
	}

	/** A heading of the second rank. */
	public Paper smaller(String text) {
		return element("h3", "", text);
	}

	/** A paragraph; nothing where there is no text. */
	public Paper text(String text) {
		return element("p", "", text);
	}

	/** A line that says who and when. */
	public Paper by(String text) {
		return element("p", " class=\"by\"", text);
	}

	/**
	 * Rows under a heading for each column.
	 * @param widths of the columns, in hundredths; none if all are as wide
	 */
	public Paper table(List<String> columns, List<List<String>> rows, int... widths) {
		this.body.append("<table><thead><tr>");
		for (int i = 0; i < columns.size(); i++) {
			this.body.append("<th scope=\"col\"")
				.append((widths.length > i) ? " style=\"width: " + widths[i] + "%\"" : "")
				.append('>')
				.append(safe(columns.get(i)))
				.append("</th>");
		}
		this.body.append("</tr></thead><tbody>");
		rows.forEach((row) -> {
			this.body.append("<tr>");
			row.forEach((cell) -> this.body.append("<td>").append(safe(cell)).append("</td>"));
			this.body.append("</tr>");
		});
		this.body.append("</tbody></table>");
		return this;
	}

	/**
	 * A drawing as wide as the page.
	 * @param words what it shows, for people who cannot see it
	 */
	Paper figure(PathDrawing drawing, String words) {
		double scale = Math.min(FIGURE_WIDTH / drawing.width(), FIGURE_HEIGHT / drawing.height());
		this.body.append("<div class=\"figure\"><object type=\"")
			.append(FIGURE)
			.append("\" id=\"f")
			.append(this.drawings.size())
			.append("\" alt=\"")
			.append(safe(words))
			.append("\" style=\"width: ")
			.append(Math.round(drawing.width() * scale))
			.append("mm; height: ")
			.append(Math.round(drawing.height() * scale))
			.append("mm\"></object></div>");
		this.drawings.add(drawing);
		return this;
	}

	private FSObjectDrawerFactory drawers() {
		DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
		factory.registerDrawer(FIGURE, (element, x, y, width, height, device, context, dots) -> {
			PathDrawing drawing = this.drawings.get(Integer.parseInt(element.getAttribute("id").substring(1)));
			device.drawWithGraphics((float) x, (float) y, (float) width / dots, (float) height / dots, (graphics) -> {
				((PdfBoxGraphics2D) graphics).setFontTextDrawer(new Lettering());
				double scale = width / dots / drawing.width();
				graphics.scale(scale, scale);
				drawing.draw(graphics);
			});
			return null;
		});
		return factory;
	}

	private Paper element(String name, String attributes, String text) {
		if (text != null && !text.isBlank()) {
			this.body.append('<').append(name).append(attributes).append('>').append(safe(text));
			this.body.append("</").append(name).append('>');
		}
		return this;
	}

	byte[] pdf() {
		String html = "<html lang=\"en-GB\"><head><title>" + safe(this.title)
				+ "</title><meta name=\"description\" content=\"" + safe(this.title) + "\"/><bookmarks>"
				+ this.bookmarks + "</bookmarks><style>@page { size: " + this.size + "; }\n" + STYLE
				+ "</style></head><body>" + this.body + "</body></html>";
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PdfRendererBuilder renderer = new PdfRendererBuilder();
		renderer.usePdfUaAccessibility(true);
		renderer.withProducer("Imprimatur");
		renderer.useUriResolver((base, uri) -> null);
		renderer.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		renderer.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
		renderer.useFont(font(REGULAR), "DejaVu Sans", 400, FontStyle.NORMAL, true);
		renderer.useFont(font(BOLD), "DejaVu Sans", 700, FontStyle.NORMAL, true);
		renderer.useObjectDrawerFactory(drawers());
		renderer.withHtmlContent(html, null);
		renderer.toStream(out);
		try {
			renderer.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** Text that is neither markup nor lost. */
	static String safe(String text) {
		String shown = shown(text);
		StringBuilder safe = new StringBuilder(shown.length());
		shown.chars().forEach((one) -> {
			switch (one) {
				case '<' -> safe.append("&lt;");
				case '>' -> safe.append("&gt;");
				case '&' -> safe.append("&amp;");
				case '"' -> safe.append("&quot;");
				default -> safe.append((char) one);
			}
		});
		return safe.toString();
	}

	/** Text of which every sign can be printed. */
	static String shown(String text) {
		StringBuilder shown = new StringBuilder();
		((text != null) ? text : "").codePoints().forEach((one) -> {
			if (one == '\n' || one == '\t') {
				shown.appendCodePoint(one);
			}
			else if (one != '\r') {
				if (printable(one)) {
					shown.appendCodePoint(one);
				}
				else {
					shown.append('[').append(named(one)).append(']');
				}
			}
		});
		return shown.toString();
	}

	private static boolean printable(int one) {
		int type = Character.getType(one);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.UNASSIGNED && GLYPHS.stream().allMatch((font) -> font.getGlyphId(one) > 0);
	}

	private static String named(int one) {
		String name = Character.getName(one);
		return (name != null && Character.getType(one) != Character.SURROGATE) ? name.toLowerCase(Locale.UK)
				: String.format("U+%04X", one);
	}

	private static CmapLookup glyphs(String file) {
		try (InputStream in = Paper.class.getResourceAsStream(file)) {
			return new TTFParser().parse(new RandomAccessReadBuffer(in)).getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FSSupplier<InputStream> font(String file) {
		return () -> Paper.class.getResourceAsStream(file);
	}

}
