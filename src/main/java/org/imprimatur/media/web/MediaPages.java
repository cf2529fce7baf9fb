package org.imprimatur.media.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.imprimatur.kernel.Refusal;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows an attached file to who may see what it belongs to. What is no picture or clip is
 * handed out to keep, never run or shown by the browser.
 */
@Controller
class MediaPages {

	private final MediaFiles files;

	private final People people;

	MediaPages(MediaFiles files, People people) {
		this.files = files;
		this.people = people;
	}

	@GetMapping("/media/{id:[0-9a-f]{64}}")
	ResponseEntity<byte[]> show(@PathVariable String id) {
		Person person = this.people.acting();
		MediaFile file = this.files.find(id)
			.filter((found) -> this.files.maySee(found, person))
			.orElseThrow(() -> Refusal.notFound("There is no such file for you."));
		if (file.size() == 0) {
			throw Refusal
				.notFound("This file was erased on a person’s request. The Data Protection Lead can tell you more.");
		}
		this.files.looked(file, person);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.type()))
			.cacheControl(file.isDocument() ? CacheControl.noStore()
					: CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(this.files.content(id));
	}

	private static ContentDisposition disposition(MediaFile file) {
		return file.isDocument()
				? ContentDisposition.attachment().filename(file.downloadName(), StandardCharsets.UTF_8).build()
				: ContentDisposition.inline().filename("attachment").build();
	}

}
