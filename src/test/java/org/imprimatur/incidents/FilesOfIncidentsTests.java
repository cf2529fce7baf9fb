package org.imprimatur.incidents;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostProposals;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@Policy({ "SAFE", "PERSONAL" })
@DisplayName("What is attached to a report")
class FilesOfIncidentsTests extends PagesOfIncidents {

	private static final String PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";

	private static final String MAIL = "From: stranger@example.org\nTo: us@example.org\nSubject: You will pay\n"
			+ "Date: Mon, 23 Nov 2026 09:00:00 +0000\n\nSend money.\n";

	@Autowired
	MediaFiles media;

	@Autowired
	PostProposals proposals;

	@Test
	@DisplayName("may be a PDF, plain text or an e-mail, known by what it contains and handed out to keep only")
	void documents() throws Exception {
		String reference = reports("author", "what", "A threat by e-mail.", "concerns", "STAFF", "files",
				file("Würde\u202E.pdf", PDF) + "|" + file("mail.eml", MAIL) + "|" + file("page.html", "Only words."));
		page("sct", "/items/" + reference).andExpect(status().isOk())
			.andExpect(content().string(containsString("Download")))
			.andExpect(content().string(containsString("(PDF, 1 KB)")))
			.andExpect(content().string(containsString("(e-mail, 1 KB)")));
		json("sct", "/items/" + reference).andExpect(jsonPath("$.files[0].type").value("application/pdf"));
		for (String id : this.incidents.files(reference)) {
			page("sct", "/media/" + id).andExpect(status().isOk())
				.andExpect(header().string("Content-Disposition", startsWith("attachment;")))
				.andExpect(header().string("X-Content-Type-Options", "nosniff"))
				.andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
				.andExpect(header().string("Cache-Control", "no-store"));
		}
		assertThat(this.media.find(this.incidents.files(reference).get(0)).orElseThrow().downloadName())
			.isEqualTo("Würde_.pdf");
		assertThat(this.media.find(this.incidents.files(reference).get(2)).orElseThrow().downloadName())
			.isEqualTo("page.html.txt");
	}

	@Test
	@DisplayName("is given to those who may see the incident, never to whom it is about, and each look is recorded")
	void lookedAt() throws Exception {
		String file = file("statement.txt", "He said so on Monday. " + UUID.randomUUID());
		String reference = reports("author", "what", "He shouted.", "subjects", "sct2", "files", file);
		for (String stranger : new String[] { "sct2", "author2", "manager", "modeller", "ceo" }) {
			page(stranger, "/media/" + file).andExpect(status().isNotFound());
			json(stranger, "/media/" + file).andExpect(status().isNotFound());
		}
		assertThat(this.incidents.looks(reference)).isEmpty();
		page("dpo", "/media/" + file).andExpect(status().isOk())
			.andExpect(content().string(containsString("He said so")));
		assertThat(this.incidents.looks(reference)).singleElement().satisfies((look) -> {
			assertThat(look.lookedBy()).isEqualTo("dpo");
			assertThat(look.place()).isEqualTo("file");
		});
	}

	@Test
	@DisplayName("is no page and no program, whatever it is called, and a post takes no document")
	void refused() throws Exception {
		attaches("letter.pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>")
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("letter.pdf is none of these")))
			.andExpect(content().string(containsString("A long story, kept.")));
		attaches("letter.txt", "MZ\u0000\u0001\u0002 not words").andExpect(status().isUnprocessableEntity());
		attaches("letter.pdf", PDF).andExpect(status().isSeeOther());
		isAskedFor(() -> as("author", () -> this.media.keep("media", "a.pdf", bytes(PDF), person("author"))), "media",
				"MP4 clip");
		String pdf = file("mine.pdf", PDF);
		isAskedFor(() -> as("author",
				() -> this.proposals.propose(
						typed("accounts", "main-x", "kind", "ORIGINAL", "body", "Words.", "grounding", "POLICY",
								"groundingSource", "P-1", "media", pdf, "altText", "A letter", "decision", "SUBMIT"),
						UUID.randomUUID().toString(), person("author"))),
				"media", "takes no documents");
	}

	private String file(String name, String content) {
		return as("author", () -> this.media.keepEvidence("files", name, bytes(content), person("author"))).id();
	}

	private ResultActions attaches(String name, String content) throws Exception {
		return this.mvc.perform(by("author",
				multipart("/start/incident-escalation").file(new MockMultipartFile("files", name, null, bytes(content)))
					.param("what", "A long story, kept."))
			.accept(MediaType.TEXT_HTML));
	}

	private static byte[] bytes(String content) {
		return content.getBytes(StandardCharsets.UTF_8);
	}

}
