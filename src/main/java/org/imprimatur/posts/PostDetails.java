package org.imprimatur.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.posts.PostRecord.Picture;

import org.springframework.stereotype.Component;

/** What one version of a post says besides its text, in words. */
@Component
class PostDetails {

	private final Posts posts;

	private final MediaFiles media;

	PostDetails(Posts posts, MediaFiles media) {
		this.posts = posts;
		this.media = media;
	}

	List<Picture> pictures(String reference, Optional<PostRevision> latest) {
		return latest
			.map((revision) -> this.posts.media(reference, revision.number())
				.stream()
				.flatMap((one) -> this.media.find(one.file())
					.map((file) -> new Picture(file.id(), file.name(), file.isVideo(), one.altText()))
					.stream())
				.toList())
			.orElseGet(List::of);
	}

	static void rows(PostRevision revision, Map<String, String> details) {
		put(details, "Link", revision.link());
		put(details, "Source", revision.sourceUrl());
		put(details, "Source as it was", revision.sourceSnapshot());
		put(details, "Grounded in", revision.grounding().label());
		put(details, "Ground", revision.groundingSource());
		put(details, "Date of the source", (revision.sourceDate() != null)
				? LondonTime.date(revision.sourceDate().atStartOfDay(LondonTime.ZONE).toInstant()) : null);
		put(details, "Judged by", revision.judgedBy());
		put(details, "Goal", (revision.goal() != null) ? revision.goal().label() : null);
		put(details, "Marked by the author",
				revision.triggerCodes().stream().map(Outcome::label).collect(Collectors.joining("; ")));
		put(details, "Time asked for",
				(revision.publishAt() != null) ? LondonTime.dateTime(revision.publishAt()) : null);
	}

	static void put(Map<String, String> details, String label, String value) {
		if (value != null && !value.isBlank()) {
			details.put(label, value);
		}
	}

}
