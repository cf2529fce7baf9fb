package org.imprimatur.posts;

import java.time.LocalDateTime;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.Door;

/**
 * A correction as a test speaks of it.
 *
 * @param reference of the post, or its own
 * @param caseId the engine's id of its case
 */
record OneCorrection(String reference, String caseId, Stage stage) {

	Correction row() {
		return this.stage.corrections.find(this.caseId).orElseThrow();
	}

	CorrectionRecord.View view() {
		return this.stage.correctionRecord.view(row());
	}

	List<String> trail() {
		return this.stage.trail.of(this.caseId);
	}

	/** The engine's id of the open task of this sort. */
	String open(PostCorrection.Task task) {
		isAt(task);
		return task().getId();
	}

	OneCorrection isAt(PostCorrection.Task task) {
		Assertions.assertThat((task() != null) ? task().getTaskDefinitionKey() : null)
			.as("where the correction of %s is, after %s", this.reference, trail())
			.isEqualTo(task.id());
		return this;
	}

	/** Exactly these groups are offered it. */
	OneCorrection owedBy(String... groups) {
		Assertions
			.assertThat(this.stage.tasks.getIdentityLinksForTask(task().getId()).stream().map(IdentityLink::getGroupId))
			.as("who is asked")
			.containsExactlyInAnyOrder(groups);
		return this;
	}

	/** Due at this time in London. */
	OneCorrection dueBy(String londonTime) {
		Assertions.assertThat(LocalDateTime.ofInstant(task().getDueDate().toInstant(), LondonTime.ZONE))
			.as("when it is due")
			.isEqualTo(LocalDateTime.parse(londonTime));
		return this;
	}

	OneCorrection hasEnded(PostCorrection.Ending ending) {
		Assertions.assertThat(this.stage.corrections.ending(this.caseId).map(CorrectionEnding::ending))
			.as("the ending, after %s", trail())
			.hasValue(ending.id());
		Assertions.assertThat(task()).isNull();
		return this;
	}

	private Task task() {
		return Door.through(() -> this.stage.tasks.createTaskQuery().processInstanceId(this.caseId).singleResult());
	}

}
