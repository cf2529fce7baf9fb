package org.imprimatur.posts;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.LondonTime;

/** Where a post is, who owes it, by when, and how it got there. */
final class PostAssert extends AbstractAssert<PostAssert, OnePost> {

	private PostAssert(OnePost post) {
		super(post, PostAssert.class);
		as(post.reference());
	}

	static PostAssert assertThat(OnePost post) {
		return new PostAssert(post);
	}

	/** It waits for one person's decision, and for nothing else. */
	PostAssert isAt(PostApproval.Task task) {
		Assertions.assertThat(tasks())
			.extracting(Task::getTaskDefinitionKey)
			.as("where %s is, after %s", this.actual.reference(), this.actual.trail())
			.containsExactly(task.id());
		return this;
	}

	/**
	 * It waits for this decision once on each of these accounts, and for nothing else.
	 */
	PostAssert isAt(PostApproval.Task task, String... accounts) {
		Assertions.assertThat(tasks())
			.as("where %s is, after %s", this.actual.reference(), this.actual.trail())
			.allMatch((one) -> one.getTaskDefinitionKey().equals(task.id()))
			.extracting((one) -> this.actual.stage().tasks.getVariable(one.getId(), "account"))
			.containsExactlyInAnyOrder((Object[]) accounts);
		return this;
	}

	/** Nobody is asked anything. */
	PostAssert isNowhere() {
		Assertions.assertThat(tasks()).isEmpty();
		return this;
	}

	/** What is on record of it for this account, in order. */
	PostAssert hasOn(String account, Released... released) {
		Assertions.assertThat(this.actual.stage().posts.releases(this.actual.reference()))
			.filteredOn((one) -> one.account().equals(account))
			.extracting(PostRelease::decision)
			.containsExactly(released);
		return this;
	}

	/** It waits for its slot, and nobody is asked anything. */
	PostAssert waitsForItsSlot() {
		Assertions.assertThat(tasks()).isEmpty();
		Assertions.assertThat(this.actual.stage().runtime.getActiveActivityIds(this.actual.caseId()))
			.as("where %s is, after %s", this.actual.reference(), this.actual.trail())
			.contains("slot-awaited");
		return this;
	}

	/** Exactly these people: one login, or the groups that are offered it. */
	PostAssert owedBy(String... people) {
		Task task = tasks().get(0);
		List<String> asked = new ArrayList<>();
		if (task.getAssignee() != null) {
			asked.add(task.getAssignee());
		}
		else {
			this.actual.stage().tasks.getIdentityLinksForTask(task.getId())
				.stream()
				.map((link) -> (link.getGroupId() != null) ? link.getGroupId() : link.getUserId())
				.forEach(asked::add);
		}
		Assertions.assertThat(asked).as("who is asked").containsExactlyInAnyOrder(people);
		return this;
	}

	/** Due at this time in London, such as {@code 2026-11-24T14:00}. */
	PostAssert dueBy(String londonTime) {
		Assertions.assertThat(LocalDateTime.ofInstant(tasks().get(0).getDueDate().toInstant(), LondonTime.ZONE))
			.as("when it is due")
			.isEqualTo(LocalDateTime.parse(londonTime));
		return this;
	}

	/** The whole route, flow by flow. */
	PostAssert went(String... flows) {
		Assertions.assertThat(this.actual.trail()).as("the whole route").containsExactly(flows);
		return this;
	}

	/** The end of the route. */
	PostAssert wentLast(String... flows) {
		List<String> trail = this.actual.trail();
		Assertions.assertThat(trail.subList(Math.max(0, trail.size() - flows.length), trail.size()))
			.as("the last of %s", trail)
			.containsExactly(flows);
		return this;
	}

	/** How often it has come this way. */
	PostAssert wentThrough(String flow, int times) {
		Assertions.assertThat(this.actual.trail().stream().filter(flow::equals).count())
			.as("times through %s", flow)
			.isEqualTo(times);
		return this;
	}

	PostAssert hasEnded(PostApproval.Ending ending) {
		Assertions.assertThat(this.actual.stage().posts.ending(this.actual.reference()))
			.as("the ending of %s, after %s", this.actual.reference(), this.actual.trail())
			.hasValueSatisfying((row) -> {
				Assertions.assertThat(row.ending()).isEqualTo(ending.id());
				Assertions.assertThat(row.endedAt()).isEqualTo(this.actual.stage().now());
			});
		Assertions.assertThat(tasks()).isEmpty();
		Assertions
			.assertThat(this.actual.stage().runtime.createProcessInstanceQuery()
				.processInstanceId(this.actual.caseId())
				.count())
			.isZero();
		return this;
	}

	PostAssert hasAnObjectsDecision(boolean standing) {
		Assertions.assertThat(this.actual.stage().standing.alignment(this.actual.row()).isPresent())
			.as("whether the objects decision stands")
			.isEqualTo(standing);
		return this;
	}

	PostAssert hasASignOff(boolean standing) {
		Assertions.assertThat(this.actual.stage().standing.signOff(this.actual.row()).isPresent())
			.as("whether the sign-off stands")
			.isEqualTo(standing);
		return this;
	}

	private List<Task> tasks() {
		return this.actual.stage().tasks.createTaskQuery().processInstanceId(this.actual.caseId()).list();
	}

}
