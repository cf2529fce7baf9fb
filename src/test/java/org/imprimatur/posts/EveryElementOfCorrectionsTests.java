package org.imprimatur.posts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.SECTION_ACCOUNT;
import static org.imprimatur.posts.Draft.UNKNOWN_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;

@Policy("APPROVED")
@DisplayName("Nothing is drawn that no correction can come to")
class EveryElementOfCorrectionsTests extends CorrectionsAtWork {

	@Test
	@DisplayName("every element is entered, every flow taken and every ending reached")
	void everyElement() {
		OneCorrection kept = recalled();
		decides(approver, kept, CorrectionDecision.KEEP);
		OneCorrection corrected = reports(this.outsider, seen("main-x"));
		checks(this.objectsReviewer, corrected, AfterTheFact.ALIGNED);
		decides(this.approver, corrected, CorrectionDecision.CORRECT);
		this.stage.itIs("2026-11-24T10:00");
		OnePost better = approved(aPost());
		records(this.author, corrected, "approvedPost", better.reference());
		OneCorrection removed = reports(this.outsider, seen(SECTION_ACCOUNT));
		decides(this.approver, removed, CorrectionDecision.REMOVE);
		cannot(this.author, removed, "The platform refused it.");
		decides(this.approver, removed, CorrectionDecision.REMOVE);
		records(this.author, removed);
		OneCorrection unknown = reports(this.outsider, seen(UNKNOWN_ACCOUNT));
		Set<String> entered = new TreeSet<>();
		Set<String> taken = new TreeSet<>();
		for (OneCorrection one : List.of(kept, corrected, removed, unknown)) {
			taken.addAll(one.trail());
			this.stage.history.createHistoricActivityInstanceQuery()
				.processInstanceId(one.caseId())
				.list()
				.stream()
				.map(HistoricActivityInstance::getActivityId)
				.forEach(entered::add);
		}
		BpmnModelInstance model = this.stage.repository
			.getBpmnModelInstance(this.stage.history.createHistoricProcessInstanceQuery()
				.processInstanceId(kept.caseId())
				.singleResult()
				.getProcessDefinitionId());
		assertThat(model.getModelElementsByType(FlowNode.class)).extracting(FlowNode::getId).isSubsetOf(entered);
		assertThat(model.getModelElementsByType(SequenceFlow.class)).extracting(SequenceFlow::getId).isSubsetOf(taken);
	}

}
