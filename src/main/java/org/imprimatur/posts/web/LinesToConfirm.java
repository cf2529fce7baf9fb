package org.imprimatur.posts.web;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Line;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostApprovals;
import org.imprimatur.posts.SignOff;
import org.imprimatur.posts.StandingDecisions;
import org.imprimatur.posts.Trigger;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.stereotype.Component;

/**
 * What whoever signs a post confirms: the lines of the codes that this very post calls
 * for, and those of what the person who signs has found in it besides.
 */
@Component
@Policy({ "CONDUCT", "GROUNDED" })
class LinesToConfirm {

	private final PostApprovals approvals;

	private final StandingDecisions standing;

	LinesToConfirm(PostApprovals approvals, StandingDecisions standing) {
		this.approvals = approvals;
		this.standing = standing;
	}

	/**
	 * What was ticked.
	 *
	 * @param triggers those marked before and those added
	 */
	record Ticked(Set<Trigger> triggers, Set<Line> confirmed) {
	}

	/** Puts onto the page what is to be confirmed and what may be added. */
	void show(Post post, Fields fields, Map<String, Object> page) {
		Set<Trigger> marked = marked(post);
		Set<Trigger> all = EnumSet.copyOf(marked);
		for (Trigger trigger : Trigger.values()) {
			if (fields.has("triggers", trigger.name())) {
				all.add(trigger);
			}
		}
		page.put("lines", this.approvals.linesToConfirm(post, all));
		page.put("marked", marked);
		page.put("unmarked", EnumSet.complementOf(EnumSet.copyOf(marked)));
	}

	/** Reads what was ticked; an approval without every line is a problem. */
	Ticked read(Post post, SignOff decision, FieldCheck check) {
		Set<Trigger> triggers = marked(post);
		triggers.addAll(check.choices("triggers", Trigger.class, "Tick only what is offered."));
		Set<Line> confirmed = check.choices("confirmations", Line.class, "Tick only the lines that are offered.");
		if (decision == SignOff.APPROVED) {
			Set<Line> missing = this.approvals.linesToConfirm(post, triggers);
			missing.removeAll(confirmed);
			if (!missing.isEmpty()) {
				check.problem("confirmations", "Confirm before you approve: "
						+ missing.stream().map(Line::label).collect(Collectors.joining("; ")) + ".");
			}
		}
		return new Ticked(triggers, confirmed);
	}

	private EnumSet<Trigger> marked(Post post) {
		EnumSet<Trigger> marked = EnumSet.noneOf(Trigger.class);
		marked.addAll(this.standing.triggers(post));
		return marked;
	}

}
