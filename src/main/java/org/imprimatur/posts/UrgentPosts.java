package org.imprimatur.posts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Breaking news, and who looked at it again where one person had decided both. */
@Component
@Policy("APPROVED")
public class UrgentPosts {

	private final Posts posts;

	private final JdbcClient jdbc;

	UrgentPosts(Posts posts, JdbcClient jdbc) {
		this.posts = posts;
		this.jdbc = jdbc;
	}

	/**
	 * One post that was breaking news.
	 *
	 * @param because why it could not wait
	 * @param decidedByOne login of who checked and signed it; null if two did or nobody
	 * has
	 * @param releasedAt null if it is not out
	 * @param review null if nobody has looked at it again
	 * @param reviewedBy login; null likewise
	 * @param reviewedAt null likewise
	 */
	public record UrgentPost(String reference, String title, String because, Instant startedAt, String decidedByOne,
			Instant releasedAt, UrgentReview review, String reviewedBy, Instant reviewedAt) {

		/** Whether a third person still has to look at it. */
		public boolean isUnreviewed() {
			return this.decidedByOne != null && this.releasedAt != null && this.review == null;
		}

	}

	/** Breaking news proposed from this time on, the newest first. */
	public List<UrgentPost> since(Instant from) {
		return this.jdbc
			.sql("select reference from post where urgency = 'BREAKING' and started_at >= ? order by reference desc")
			.param(Timestamp.from(from))
			.query(String.class)
			.list()
			.stream()
			.flatMap((reference) -> this.posts.find(reference).stream())
			.map(this::urgent)
			.toList();
	}

	/** Whether one person decided this breaking news, so that a third has to look. */
	public boolean needsReview(String reference) {
		return this.posts.find(reference)
			.filter((post) -> post.urgency() == Urgency.BREAKING)
			.flatMap((post) -> decidedByOne(reference))
			.isPresent();
	}

	private Optional<String> decidedByOne(String reference) {
		return this.posts.lastDecision(reference, Task.SIGN_OFF_POST)
			.filter((one) -> one.decision().equals(SignOff.APPROVED.name()) && one.route() == Route.LIGHT)
			.map(PostDecision::decidedBy);
	}

	private UrgentPost urgent(Post post) {
		Optional<PostDecision> review = this.posts.lastDecision(post.reference(), Task.REVIEW_URGENT_POST);
		Instant released = this.posts.releases(post.reference())
			.stream()
			.map(PostRelease::postedAt)
			.filter((at) -> at != null)
			.findFirst()
			.orElse(null);
		return new UrgentPost(post.reference(), post.title(), post.urgencyReason(), post.startedAt(),
				decidedByOne(post.reference()).orElse(null), released,
				review.map((one) -> UrgentReview.valueOf(one.decision())).orElse(null),
				review.map(PostDecision::decidedBy).orElse(null), review.map(PostDecision::decidedAt).orElse(null));
	}

}
