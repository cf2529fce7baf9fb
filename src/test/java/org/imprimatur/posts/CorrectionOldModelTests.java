package org.imprimatur.posts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostCorrection.Ending;
import org.imprimatur.posts.PostCorrection.Task;
import org.imprimatur.security.Door;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

@Policy("APPROVED")
@DisplayName("A correction that began before one could be decided about again")
class CorrectionOldModelTests extends CorrectionsAtWork {

	@Test
	@DisplayName("is told so and stays where it is; it can still be carried out")
	void noWayBack() throws IOException {
		String old = new ClassPathResource("processes/posts/post-correction.bpmn")
			.getContentAsString(StandardCharsets.UTF_8)
			.replaceAll("(?s)<bpmn:sequenceFlow id=\"recorded-not-done\".*?</bpmn:sequenceFlow>", "")
			.replaceAll("<bpmn:(incoming|outgoing)>recorded-not-done</bpmn:(incoming|outgoing)>", "")
			.replaceAll("(?s)<bpmndi:BPMNEdge id=\"[^\"]*\" bpmnElement=\"recorded-not-done\".*?</bpmndi:BPMNEdge>",
					"");
		String deployment = Door.through(() -> this.stage.repository.createDeployment()
			.name("Imprimatur")
			.source("processes")
			.addString("posts/post-correction.bpmn", old)
			.addString("posts/post-checks.dmn", text("posts/post-checks.dmn"))
			.addString("posts/post-correction-deadlines.dmn", text("posts/post-correction-deadlines.dmn"))
			.deploy()
			.getId());
		try {
			OneCorrection correction = recalled();
			decides(this.approver, correction, CorrectionDecision.REMOVE);
			this.author.tries((one) -> cannot(one, correction, "The platform has closed the account."))
				.isTooLate("began before one could be decided about again");
			correction.isAt(Task.RECORD_CORRECTION);
			records(this.author, correction);
			correction.hasEnded(Ending.CORRECTION_REMOVED);
		}
		finally {
			Door.through(() -> this.stage.repository.deleteDeployment(deployment, true));
		}
	}

	private static String text(String file) {
		try {
			return new ClassPathResource("processes/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
