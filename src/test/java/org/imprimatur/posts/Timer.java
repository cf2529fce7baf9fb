package org.imprimatur.posts;

import java.time.LocalDateTime;
import java.util.List;

import org.camunda.bpm.engine.runtime.Job;
import org.imprimatur.kernel.LondonTime;

import static org.assertj.core.api.Assertions.assertThat;

/** A timer of one post: asserted first, fired afterwards, and never waited for. */
final class Timer {

	private final OnePost post;

	private final String element;

	Timer(OnePost post, String element) {
		this.post = post;
		this.element = element;
	}

	/** Asserts when it is due, in London time such as {@code 2026-11-24T14:00}. */
	Timer isDue(String londonTime) {
		assertThat(LocalDateTime.ofInstant(job().getDuedate().toInstant(), LondonTime.ZONE))
			.as("when %s of %s is due", this.element, this.post.reference())
			.isEqualTo(LocalDateTime.parse(londonTime));
		return this;
	}

	/** Lets the time pass until it is due, and fires it as the engine would. */
	void fires() {
		Job job = job();
		this.post.stage().itIs(job.getDuedate().toInstant());
		this.post.stage().management.executeJob(job.getId());
	}

	void doesNotRun() {
		assertThat(jobs()).as("timers %s of %s", this.element, this.post.reference()).isEmpty();
	}

	private Job job() {
		List<Job> jobs = jobs();
		assertThat(jobs).as("timers %s of %s", this.element, this.post.reference()).hasSize(1);
		return jobs.get(0);
	}

	private List<Job> jobs() {
		return this.post.stage().management.createJobQuery()
			.processInstanceId(this.post.caseId())
			.activityId(this.element)
			.list();
	}

}
