package org.imprimatur.posts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imprimatur.PdfText;
import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Tag("one-database")
@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("The story of a post can be taken away as a PDF that proves itself")
class CaseFileTests extends HistoryAtWork {

	private static final String CHECK = "/history/check-file";

	@Autowired
	MediaFiles media;

	@Test
	@DisplayName("tagged, in English, with text as it was typed, the ledger's head and its own SHA-256 on record")
	void caseFile() throws Exception {
		OnePost post = this.author.submits(aPost().saying("Frabjous")
			.with("title", "<img src=\"file:///etc/passwd\"> & \u202Eolleh \uD83D\uDD6F \u0007é"));
		String path = "/history/" + post.reference() + "/case-file.pdf";
		byte[] file = get("manager", path, MediaType.ALL).getContentAsByteArray();
		Map<String, Object> row = this.stage.jdbc
			.sql("select person, head, sha256 from history_export where form = 'case-file' and query = ?")
			.param(post.reference())
			.query()
			.singleRow();
		assertThat(row.get("person")).isEqualTo("manager");
		assertThat(row.get("sha256"))
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
		String digest = this.stage.jdbc.sql("select digest from ledger_entry where table_name = 'post' and row_key = ?")
			.param(post.reference())
			.query(String.class)
			.single();
		try (PDDocument pdf = Loader.loadPDF(file)) {
			assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
			assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
			assertThat(pdf.getDocumentCatalog().getDocumentOutline()).isNotNull();
			assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Case file " + post.reference());
			String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
			// lines break anywhere in a long word
			assertThat(text).contains("<imgsrc=\"file:///etc/passwd\">&", "[right-to-leftoverride]olleh", "[candle]",
					"[bel]é", "Whathappened", "Thepath", digest, "Tocheckthisfile",
					row.get("head").toString().split(":")[1]);
		}
		assertThat(get("author", path, MediaType.APPLICATION_JSON).getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("with each version in full, whose it is, its files by what they contain, and the path on the diagram")
	void whole() throws Exception {
		byte[] content = picture("whole");
		MediaFile picture = this.stage.as(this.stage.person("author"),
				() -> this.media.keep("media", "seen <b>.png", content, this.stage.person("author")));
		OnePost post = this.author
			.submits(aPost().saying("Slithy toves").with("media", picture.id()).with("altText", "A tove."));
		this.objectsReviewer.findsAligned(post);
		this.approver.answers(post, SignOff.CHANGES_REQUESTED);
		this.author.submits(post,
				aPost().saying("Slithier toves").with("media", picture.id()).with("altText", "A tove."));
		this.objectsReviewer.findsAligned(post);
		byte[] file = get("manager", "/history/" + post.reference() + "/case-file.pdf", MediaType.ALL)
			.getContentAsByteArray();
		String text = PdfText.of(file);
		assertThat(text).contains(PdfText.words("Version 1 Saved by Priya Raman"), PdfText.words("Text Slithy toves"),
				PdfText.words("Version 2 Saved by Priya Raman"), PdfText.words("Text Slithier toves"),
				PdfText.words("Team: Digital Team"), PdfText.words("the Charitable Trust and the Section jointly"),
				PdfText.words("Version 1, Version 2 seen <b>.png " + content.length + " " + PdfText.sha256(content)));
		assertThat(PdfText.figures(file)).hasSize(1)
			.allMatch((words) -> words.startsWith("Diagram of the procedure Post approval, version 1")
					&& words.contains("Check the charity's objects")
					&& words.contains("Sign off the post (still here)"));
		// each label is written once on the drawing and once in the table
		assertThat(text.split("Checkthecharity's", -1).length - 1).isGreaterThanOrEqualTo(2);
		assertThat(text).as("also of a step that it never came to").contains(PdfText.words("Look at the urgent post"));
		assertThat(PdfText.lostOffThePage(file)).isEmpty();
		assertThat(PdfText.isAccessible(file)).isTrue();
	}

	@Test
	@DisplayName("nothing of a text of three hundred lines is lost off the page")
	void manyLines() throws Exception {
		String lines = IntStream.rangeClosed(1, 300)
			.mapToObj((line) -> "Line " + line + " of the text, and of no other text.")
			.collect(Collectors.joining("\n"));
		OnePost post = this.author.submits(aPost().on("main-facebook").saying(lines));
		byte[] file = get("manager", "/history/" + post.reference() + "/case-file.pdf", MediaType.ALL)
			.getContentAsByteArray();
		assertThat(PdfText.of(file)).contains(PdfText.words(lines));
		assertThat(PdfText.lostOffThePage(file)).isEmpty();
	}

	private static byte[] picture(String seed) throws Exception {
		BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
		image.setRGB(1, 1, seed.hashCode() & 0xffffff);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(image, "png", png);
		return png.toByteArray();
	}

	@Test
	@DisplayName("and whoever is given the file learns whether it is exactly that one, and which item only if they may")
	void check() throws Exception {
		OnePost post = this.author.submits(aPost());
		byte[] file = get("manager", "/history/" + post.reference() + "/case-file.pdf", MediaType.ALL)
			.getContentAsByteArray();
		String digits = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		String manager = this.stage.people.nameOf("manager");
		assertThat(checks("hoc", file)).contains("made exactly this file", post.reference(), manager);
		assertThat(checks("dpo", file)).contains("made exactly this file", manager).doesNotContain(post.reference());
		file[file.length / 2]++;
		assertThat(checks("hoc", file)).contains("did not make this file");
		assertThat(post("hoc", CHECK, "sha256", " " + digits.toUpperCase() + " ").getContentAsString())
			.contains(post.reference());
		assertThat(post("hoc", CHECK, "sha256", "12ab").getStatus()).isEqualTo(422);
		assertThat(post("hoc", CHECK).getStatus()).isEqualTo(422);
		assertThat(post("author", CHECK, "sha256", digits).getStatus()).isEqualTo(403);
		assertThat(page("author", CHECK).getStatus()).isEqualTo(403);
	}

	private String checks(String login, byte[] file) throws Exception {
		return this.pages
			.perform(MockMvcRequestBuilders.multipart(CHECK)
				.file("file", file)
				.header("Authorization", basic(login))
				.accept(MediaType.TEXT_HTML))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
