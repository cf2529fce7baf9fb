package org.imprimatur.posts;

import java.util.List;
import java.util.Random;

import org.imprimatur.tasks.Fields;

import static org.imprimatur.posts.Draft.aPost;

/** What somebody types at a task: mostly what lets a post go on. */
final class RandomAnswers {

	private RandomAnswers() {
	}

	/**
	 * @param slot what is asked for where a slot is
	 */
	static Fields at(String task, String slot, Random chance) {
		return switch (task) {
			case "draft-post" -> aPost().saying("Text number " + chance.nextInt(3))
				.fields()
				.only(PostDrafts.DRAFT_FIELDS)
				.with("decision", "SUBMIT");
			case "check-charity-objects" ->
				decided(chance, "ALIGNED", "CHANGES_NEEDED").with("object", "public-education");
			case "sign-off-post" -> decided(chance, "APPROVED", "CHANGES_REQUESTED").with("confirmations",
					List.of("ACCURATE", "GROUNDED", "POLITICAL_BALANCE"));
			case "schedule-post" -> decided(chance, "SCHEDULE", "CHANGE").with("publishAt", slot);
			case "check-and-sign-off" -> Actor.both();
			case "confirm-after-freeze" -> decided(chance, "GO_AHEAD", "CHANGE");
			case "take-out-of-queue" -> decided(chance, "TAKEN_OUT", "TAKEN_OUT");
			case "publish-post" -> published(chance);
			default -> decided(chance, "FINE", "CORRECT");
		};
	}

	/** Somebody who should do such a task. */
	static String usual(String task, Random chance) {
		return switch (task) {
			case "check-charity-objects" -> oneOf(List.of("objects", "objects2", "approver2"), chance);
			case "sign-off-post", "confirm-after-freeze" ->
				oneOf(List.of("approver", "approver2", "hoc", "deputy"), chance);
			case "check-and-sign-off" -> "approver2";
			case "publish-post" -> oneOf(List.of("author", "author2", "approver", "approver2"), chance);
			case "review-urgent-post" -> oneOf(List.of("objects", "objects2"), chance);
			default -> oneOf(List.of("author", "author2"), chance);
		};
	}

	private static String oneOf(List<String> all, Random chance) {
		return all.get(chance.nextInt(all.size()));
	}

	private static Fields published(Random chance) {
		Fields fields = Fields.none().with("sourceStillSays", "YES");
		if (chance.nextInt(7) == 0) {
			return fields.with("decision", "NOT_POSTED").with("differences", "It was down.");
		}
		return fields.with("decision", (chance.nextInt(4) == 0) ? "SCHEDULED_ON_PLATFORM" : "POSTED")
			.with("postedUrl", "https://x.example/1");
	}

	private static Fields decided(Random chance, String mostly, String sometimes) {
		boolean usual = chance.nextInt(7) != 0;
		Fields fields = Fields.none().with("decision", usual ? mostly : sometimes);
		return usual ? fields : fields.with("reason", "It can be misread.");
	}

}
