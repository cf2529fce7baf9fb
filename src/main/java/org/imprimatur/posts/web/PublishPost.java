package org.imprimatur.posts.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostDecision;
import org.imprimatur.posts.PostOnAccounts;
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

	private final PostOnAccounts onAccounts;

	private final SourceCheck source;

	private final Clock clock;

	PublishPost(PostRecord record, PostAccess access, PostWriting writing, StandingDecisions standing,
			PostOnAccounts onAccounts, SourceCheck source, Clock clock) {
		super(Task.PUBLISH_POST, record, access);
		this.onAccounts = onAccounts;
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
		return Fields.none()
			.with("postedAt",
					LondonTime.input(this.onAccounts.slotToCome(task.reference()).orElse(this.clock.instant())));
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		boolean early = this.onAccounts.slotToCome(task.reference()).isPresent();
		page.put("early", early);
		page.put("choices",
				Stream.of(Released.values())
					.filter((one) -> (one == Released.SCHEDULED_ON_PLATFORM) == early)
					.toList());
		page.putAll(this.source.page(post(task.reference())));
		page.put("on", this.onAccounts.view(post(task.reference()), this.onAccounts.of(task)));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		FieldCheck check = new FieldCheck(fields);
		Released decision = check.choice("decision", Released.class, "Choose what happened on the account.");
		boolean posted = decision != null && decision.isOut();
		String address = this.source.address(post, check.address("postedUrl", "the address of the post"));
		this.source.check(post, fields, posted, check);
		String differences = check.text("differences", PostWriting.LONGEST_REASON, "the difference");
		Optional<Instant> toCome = this.onAccounts.slotToCome(task.reference());
		Instant postedAt = posted ? postedAt(post, fields, check) : null;
		if (decision == Released.SCHEDULED_ON_PLATFORM) {
			postedAt = releasedAt(post, toCome, fields, check);
		}
		else if (decision != null && toCome.isPresent()) {
			check.problem("decision", "The slot, " + LondonTime.dateTime(toCome.get())
					+ ", has not come. Choose “Scheduled on the platform”, or leave this task until then.");
		}
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
		this.writing.release(post, task, record().revision(task.reference()), this.onAccounts.of(task), decision,
				posted ? address : null, postedAt, differences, person);
		return PostApproval.PUBLISH_POST.is(decision);
	}

	@Override
	public void completed(TaskAtHand task, Fields fields, Person person) {
		// the slot is what lets the task end, so it is cleared only afterwards
		if (fields.value("decision").equals(Released.NOT_POSTED.name())
				&& this.onAccounts.isAt(task.reference(), Task.SCHEDULE_POST)) {
			this.writing.noSlot(post(task.reference()), "Not posted: " + fields.value("differences"), person);
		}
	}

	/** When the platform will release it: at its slot, which lies not too far ahead. */
	private Instant releasedAt(Post post, Optional<Instant> toCome, Fields fields, FieldCheck check) {
		if (toCome.isEmpty()) {
			check.problem("decision", "The slot has come: post it now, and choose what happened.");
			return null;
		}
		Instant time = PostWriting.time(fields.value("postedAt"), "postedAt", check);
		Instant slot = toCome.get();
		if (time != null && time.isAfter(this.onAccounts.queueReaches(post))) {
			check.problem("postedAt", "Enter a time within the next 48 hours: no post waits longer on a platform.");
		}
		if (time != null && !time.truncatedTo(ChronoUnit.MINUTES).equals(slot.truncatedTo(ChronoUnit.MINUTES))) {
			check.problem("postedAt", "Enter the slot, " + LondonTime.dateTime(slot)
					+ ": the platform has to release the post then. For another time move the slot first.");
		}
		return slot;
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
