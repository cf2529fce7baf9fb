package org.imprimatur.posts.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostDecision;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.Released;
import org.imprimatur.posts.StandingDecisions;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The channel team publishes exactly what was approved and records where and when. */
@Component("publishPostForm")
@Policy({ "APPROVED", "ONE-LOGIN" })
class PublishPost extends PostForm {

	private final PostWriting writing;

	private final StandingDecisions standing;

	private final SourceCheck source;

	private final Clock clock;

	PublishPost(PostRecord record, PostAccess access, PostWriting writing, StandingDecisions standing,
			SourceCheck source, Clock clock) {
		super(Task.PUBLISH_POST, record, access);
		this.writing = writing;
		this.standing = standing;
		this.source = source;
		this.clock = clock;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "postedUrl", "postedAt", "differences", SourceCheck.FIELD);
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(Released.values());
	}

	@Override
	public Fields initial(TaskAtHand task, Person person) {
		return Fields.none().with("postedAt", LondonTime.input(this.clock.instant()));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		page.putAll(this.source.page(post(task.reference())));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		FieldCheck check = new FieldCheck(fields);
		Released decision = check.choice("decision", Released.class, "Choose what happened on the account.");
		boolean posted = decision == Released.POSTED || decision == Released.POSTED_WITH_DIFFERENCE;
		String address = this.source.address(post, check.address("postedUrl", "the address of the post"));
		this.source.check(post, fields, posted, check);
		String differences = check.text("differences", PostWriting.LONGEST_REASON, "the difference");
		Instant postedAt = posted ? postedAt(post, fields, check) : null;
		if (posted && address == null) {
			check.problem("postedUrl", "Enter the address of the post on the platform.");
		}
		if (decision == Released.POSTED_WITH_DIFFERENCE && differences == null) {
			check.problem("differences", "Enter what differs from what was approved.");
		}
		if (decision == Released.POSTED && differences != null) {
			check.problem("decision", "Choose “Posted with a difference”, or take out the difference.");
		}
		if (decision == Released.NOT_POSTED && differences == null) {
			check.problem("differences", "Enter why the post was not posted.");
		}
		check.done();
		this.writing.release(post, task, decision, posted ? address : null, postedAt, differences, person);
		return PostApproval.PUBLISH_POST.is(decision);
	}

	@Override
	public void completed(TaskAtHand task, Fields fields, Person person) {
		// the slot is what lets the task end, so it is cleared only afterwards
		if (fields.value("decision").equals(Released.NOT_POSTED.name())) {
			this.writing.noSlot(post(task.reference()), "Not posted: " + fields.value("differences"), person);
		}
	}

	/** When it went out: not in the future, and not before it was signed. */
	private Instant postedAt(Post post, Fields fields, FieldCheck check) {
		Instant time = PostWriting.time(fields.value("postedAt"), "postedAt", check);
		if (time == null) {
			return this.clock.instant();
		}
		if (time.isAfter(this.clock.instant().plusSeconds(60))) {
			check.problem("postedAt",
					"Enter when the post went out; " + LondonTime.dateTime(time) + " has not come yet.");
		}
		Instant signed = this.standing.signOff(post).map(PostDecision::decidedAt).orElse(Instant.MAX);
		if (time.plusSeconds(60).isBefore(signed)) {
			check.problem("postedAt", "Enter a time after the sign-off on " + LondonTime.dateTime(signed)
					+ ". If it went out before, tell the Head of Communications.");
		}
		return time;
	}

}
