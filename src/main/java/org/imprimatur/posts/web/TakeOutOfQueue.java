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
import org.imprimatur.posts.PostOnAccounts;
import org.imprimatur.posts.PostQueues;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.TakenOut;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.stereotype.Component;

/** The channel team takes a post out of a platform's own queue before it goes out. */
@Component("takeOutOfQueueForm")
@Policy("APPROVED")
class TakeOutOfQueue extends PostForm {

	private final PostQueues queues;

	private final PostOnAccounts onAccounts;

	private final Clock clock;

	TakeOutOfQueue(PostRecord record, PostAccess access, PostQueues queues, PostOnAccounts onAccounts, Clock clock) {
		super(Task.TAKE_OUT_OF_QUEUE, record, access);
		this.queues = queues;
		this.onAccounts = onAccounts;
		this.clock = clock;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "postedUrl", "postedAt", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(TakenOut.values());
	}

	@Override
	public Map<String, Object> page(TaskAtHand task, Fields fields, Person person) {
		Map<String, Object> page = super.page(task, fields, person);
		Post post = post(task.reference());
		page.put("on", this.onAccounts.view(post, this.onAccounts.of(task)));
		page.put("because", this.queues.because(post, this.onAccounts.of(task)));
		return page;
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		Post post = post(task.reference());
		FieldCheck check = new FieldCheck(fields);
		TakenOut decision = check.choice("decision", TakenOut.class,
				"Choose whether the post is taken out, or out already.");
		String address = check.address("postedUrl", "the address of the post");
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the note");
		Instant postedAt = PostWriting.time(fields.value("postedAt"), "postedAt", check);
		if (decision == TakenOut.ALREADY_OUT && address == null) {
			check.problem("postedUrl", "Enter the address of the post on the platform.");
		}
		if (decision == TakenOut.TAKEN_OUT && address != null) {
			check.problem("decision", "Choose “Already out”, or take out the address.");
		}
		if (postedAt != null && postedAt.isAfter(this.clock.instant().plusSeconds(60))) {
			check.problem("postedAt",
					"Enter when the post went out; " + LondonTime.dateTime(postedAt) + " has not come yet.");
		}
		check.done();
		if (decision == TakenOut.TAKEN_OUT) {
			this.queues.takenOut(post, task, this.onAccounts.of(task), reason, person);
		}
		else {
			this.queues.alreadyOut(post, task, this.onAccounts.of(task), address, postedAt, reason, person);
		}
		return PostApproval.TAKE_OUT_OF_QUEUE.is(decision);
	}

}
