package org.imprimatur.posts.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imprimatur.kernel.Outcome;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostAccess;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.posts.PostRecord;
import org.imprimatur.posts.PostWriting;
import org.imprimatur.posts.ReviewFoundFault;
import org.imprimatur.posts.UrgentReview;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Asked;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A third person looks calmly at breaking news that one person decided. */
@Component("reviewUrgentPostForm")
@Policy({ "OBJECTS", "APPROVED" })
class ReviewUrgentPost extends PostForm {

	private final PostWriting writing;

	private final ApplicationEventPublisher events;

	ReviewUrgentPost(PostRecord record, PostAccess access, PostWriting writing, ApplicationEventPublisher events) {
		super(Task.REVIEW_URGENT_POST, record, access);
		this.writing = writing;
		this.events = events;
	}

	@Override
	public Set<String> fields() {
		return Set.of("decision", "reason");
	}

	@Override
	public List<? extends Outcome> outcomes() {
		return List.of(UrgentReview.values());
	}

	@Override
	public Map<String, Object> complete(TaskAtHand task, Fields fields, Asked asked, Person person) {
		FieldCheck check = new FieldCheck(fields);
		UrgentReview decision = check.choice("decision", UrgentReview.class,
				"Choose whether the post is fine, has to be corrected or has to be removed.");
		String reason = check.text("reason", PostWriting.LONGEST_REASON, "the reason");
		if (decision != null && decision != UrgentReview.FINE && reason == null) {
			check.problem("reason", (decision == UrgentReview.CORRECT) ? "Enter what has to be corrected."
					: "Enter why the post has to be removed.");
		}
		check.done();
		this.writing.decide(post(task.reference()), task, decision, reason, null, Set.of(), Set.of(), asked, person);
		if (decision != UrgentReview.FINE) {
			this.events.publishEvent(new ReviewFoundFault(task.reference(), decision, reason, person.login()));
		}
		return PostApproval.REVIEW_URGENT_POST.is(decision);
	}

}
