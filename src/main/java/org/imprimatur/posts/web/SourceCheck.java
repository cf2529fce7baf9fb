package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Kind;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostRevision;
import org.imprimatur.posts.Posts;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * The source of a share can change after it was approved: whoever releases it looks at it
 * once more. A like has no address of its own: it is found at what it likes.
 */
@Component
@Policy("SHARE")
class SourceCheck {

	/** The field of the form. */
	static final String FIELD = "sourceStillSays";

	private static final List<Answer> ANSWERS = List.of(new Answer("YES", "The source still says this",
			"Open it now and compare it with what it said. If it has changed, do not share it: say so below."));

	private final Posts posts;

	SourceCheck(Posts posts) {
		this.posts = posts;
	}

	/** What the form shows; nothing but for a share. */
	Map<String, Object> page(Post post) {
		Optional<PostRevision> revision = this.posts.latest(post.reference());
		return (post.kind() == Kind.SHARE && revision.isPresent()) ? Map.of("sourceAnswers", ANSWERS, "sourceUrl",
				revision.get().sourceUrl(), "sourceSnapshot", revision.get().sourceSnapshot()) : Map.of();
	}

	/** A share that went out was looked at; anything else is not asked. */
	void check(Post post, Fields fields, boolean posted, FieldCheck check) {
		if (post.kind() == Kind.SHARE && posted && !fields.value(FIELD).equals("YES")) {
			check.problem(FIELD, "Look at the source, then confirm that it still says this.");
		}
	}

	/** The address to record where none was typed. */
	String address(Post post, String typed) {
		return (typed == null && post.kind() == Kind.LIKE)
				? this.posts.latest(post.reference()).map(PostRevision::sourceUrl).orElse(null) : typed;
	}

	private record Answer(String name, String label, String definition) implements Outcome {
	}

}
