package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.history.Figure;
import org.imprimatur.history.Figures;
import org.imprimatur.kernel.Policy;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many posts were proposed, and what became of them. */
@Component
@Order(1)
@Policy({ "APPROVED", "OBJECTS" })
class PostFigures implements Figures {

	private static final String FEATURE = "posts";

	private static final String OUTCOME = "outcome";

	private static final String ENDING = "ending";

	private static final String SIGN = "sign";

	@Override
	public List<Figure> figures() {
		return List.of(Figure.of(FEATURE, "Posts proposed", "Posts that were begun."),
				Figure.of(FEATURE, "Check required",
						"Posts that needed a check against the charity’s objects by the rules, at least once.", OUTCOME,
						"objects-check=REQUIRED"),
				Figure.of(FEATURE, "Objects checked", "Posts whose charity objects somebody has checked at least once.",
						OUTCOME, "check-charity-objects=ALIGNED", OUTCOME, "check-charity-objects=CHANGES_NEEDED",
						OUTCOME, "check-charity-objects=NOT_ALIGNED"),
				Figure.of(FEATURE, "Not aligned", "Posts that an objects check has ended.", OUTCOME,
						"check-charity-objects=NOT_ALIGNED"),
				Figure.of(FEATURE, "Approved",
						"Posts that somebody has signed off at least once, on the full or the light route.", OUTCOME,
						"sign-off-post=APPROVED"),
				Figure.of(FEATURE, "Refused", "Posts that ended by a refusal of the objects or of the sign-off.",
						ENDING, PostApproval.Ending.POST_REJECTED.id()),
				Figure.of(FEATURE, "Published", "Posts that went out on at least one account and needed no correction.",
						ENDING, PostApproval.Ending.POST_PUBLISHED.id()),
				Figure.of(FEATURE, "Expired", "Posts that ended because they never had a slot.", ENDING,
						PostApproval.Ending.POST_EXPIRED.id()),
				Figure.of(FEATURE, "Breaking news", "Posts that were decided by the rules for breaking news.", SIGN,
						"BREAKING"),
				Figure.of(FEATURE, "Without approval", "What went out without approval.", SIGN, "OUT_OF_BAND"),
				Figure.of(FEATURE, "Went out differently", "Posts that went out otherwise than approved.", SIGN,
						"DIFFERED"),
				Figure.of(FEATURE, "Posts overridden",
						"Posts about which somebody overrode another person, with a reason.", SIGN, "OVERRIDDEN"),
				Figure.of(FEATURE, "Posts late", "Posts with a step that was done, or still waits, after its deadline.",
						SIGN, "LATE"));
	}

}
