package org.imprimatur.doors;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What the right person would send at each task, as JSON and as a form. */
final class Answers {

	static final String DRAFT = "{\"body\":\"Another text\",\"grounding\":\"POLICY\",\"groundingSource\":\"Position 4\","
			+ "\"decision\":\"SUBMIT\"}";

	static final String ALIGNED = "{\"decision\":\"ALIGNED\",\"object\":\"public-education\"}";

	static final String APPROVED = "{\"decision\":\"APPROVED\",\"confirmations\":[\"ACCURATE\",\"GROUNDED\"]}";

	static final String POSTED = "{\"decision\":\"POSTED\",\"postedUrl\":\"https://x.example/1\"}";

	static final String BOTH = "{\"objectsDecision\":\"ALIGNED\",\"object\":\"public-education\","
			+ "\"decision\":\"APPROVED\",\"confirmations\":[\"ACCURATE\",\"GROUNDED\"]}";

	static final String FINE = "{\"decision\":\"FINE\"}";

	private Answers() {
	}

	static String scheduled(Duration ahead) {
		String time = ZonedDateTime.now(ZoneId.of("Europe/London"))
			.plus(ahead)
			.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
		return "{\"decision\":\"SCHEDULE\",\"publishAt\":\"" + time + "\"}";
	}

	/** What does a task. */
	static String at(String step) {
		return switch (step) {
			case "draft-post" -> DRAFT;
			case "check-charity-objects" -> ALIGNED;
			case "sign-off-post" -> APPROVED;
			case "check-and-sign-off" -> BOTH;
			case "review-urgent-post" -> FINE;
			case "schedule-post" -> scheduled(Duration.ZERO);
			case "publish-post" -> POSTED;
			case "take-out-of-queue" -> "{\"decision\":\"TAKEN_OUT\"}";
			case "confirm-after-freeze" -> "{\"decision\":\"GO_AHEAD\"}";
			default -> throw new IllegalArgumentException(step);
		};
	}

	/** The same as a form of the page. */
	static String form(String step) {
		return at(step).replaceAll("[{}\"\\[\\]]", "")
			.replace("confirmations:ACCURATE,GROUNDED", "confirmations:ACCURATE,confirmations:GROUNDED")
			.replaceFirst(":", "=")
			.replaceAll(",(\\w+):", "&$1=")
			.replace(" ", "+");
	}

}
