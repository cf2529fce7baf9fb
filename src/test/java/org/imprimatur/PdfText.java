package org.imprimatur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a PDF says. */
public final class PdfText {

	private PdfText() {
	}

	/** All of it but page numbers, without any space: lines and cells break anywhere. */
	public static String of(byte[] file) {
		try (PDDocument pdf = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(pdf)
				.replaceAll("(?m)^Page \\d+ of \\d+\\s*$", "")
				.replaceAll("\\s+", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Words as {@link #of} has them. */
	public static String words(String text) {
		return text.replaceAll("\\s+", "");
	}

	/**
	 * Signs that stand outside their page, in whole or in part, as they would be lost on
	 * paper.
	 */
	public static String lostOffThePage(byte[] file) {
		StringBuilder lost = new StringBuilder();
		try (PDDocument pdf = Loader.loadPDF(file)) {
			new PDFTextStripper() {

				@Override
				protected void processTextPosition(TextPosition text) {
					float right = getCurrentPage().getMediaBox().getWidth();
					float bottom = getCurrentPage().getMediaBox().getHeight();
					if (text.getX() < 0 || text.getX() + text.getWidth() > right || text.getY() < 0
							|| text.getY() > bottom) {
						lost.append(text.getUnicode());
					}
					super.processTextPosition(text);
				}

			}.getText(pdf);
			return lost.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What each figure is said to show, for people who cannot see it. */
	public static List<String> figures(byte[] file) {
		List<String> figures = new ArrayList<>();
		try (PDDocument pdf = Loader.loadPDF(file)) {
			figures(pdf.getDocumentCatalog().getStructureTreeRoot(), figures);
			return figures;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void figures(PDStructureNode node, List<String> figures) {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				if ("Figure".equals(element.getStructureType())) {
					figures.add(element.getAlternateDescription());
				}
				figures(element, figures);
			}
		}
	}

	/** Whether it is tagged, in British English, with a title. */
	public static boolean isAccessible(byte[] file) {
		try (PDDocument pdf = Loader.loadPDF(file)) {
			return pdf.getDocumentCatalog().getStructureTreeRoot() != null
					&& pdf.getDocumentCatalog().getMarkInfo().isMarked()
					&& "en-GB".equals(pdf.getDocumentCatalog().getLanguage())
					&& pdf.getDocumentInformation().getTitle() != null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its SHA-256 in hexadecimal digits. */
	public static String sha256(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
