package org.imprimatur.media.web;

import java.time.Duration;

import org.imprimatur.kernel.Refusal;
import org.imprimatur.media.MediaFile;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.People;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows an attached file to who may see what it belongs to. */
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
		MediaFile file = this.files.find(id)
			.filter((found) -> this.files.maySee(found, this.people.acting()))
			.orElseThrow(() -> Refusal.notFound("There is no such file for you."));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.type()))
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("attachment").build().toString())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(this.files.content(id));
	}

}
