package org.imprimatur.history.web;

import org.imprimatur.history.CaseFiles;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The story of one item as a PDF, for whoever may read that story; recorded first. */
@Controller
@Policy({ "APPROVED", "ONE-LOGIN" })
class CaseFilePage {

	private final CaseFiles files;

	private final People people;

	CaseFilePage(CaseFiles files, People people) {
		this.files = files;
		this.people = people;
	}

	@GetMapping("/history/{reference:[A-Z]+-\\d+-\\d+}/case-file.pdf")
	ResponseEntity<byte[]> take(@PathVariable String reference) {
		byte[] file = this.files.take(reference, this.people.acting());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"case-file-" + reference + ".pdf\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(file);
	}

}
