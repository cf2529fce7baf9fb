package org.imprimatur.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.imprimatur.kernel.Policy;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.imprimatur.models.check.Findings;
import org.imprimatur.models.check.ModelSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.conventions.Mutants.CAMUNDA;

/**
 * The models of this checkout with one thing wrong, hundreds of times: each is caught,
 * and the element is named. What only looks different is left alone.
 */
@Policy({ "APPROVED", "OBJECTS" })
@DisplayName("A changed model is caught where it does harm, and only there")
class MutantsTest {

	private static final Map<String, byte[]> MODELS = Around.models(House.ours());

	private static final ModelSet REST = Checker.read(MODELS, true, new Findings());

	private static final Checker CHECKER = new Checker(ConventionsTest.around().rules());

	private static final Predicate<Element> ANY = (element) -> true;

	private static final String PEOPLE_TASKS = "userTask";

	/** What is found in one changed file beside the others as they are. */
	private static List<Finding> check(String file, byte[] content) {
		Findings findings = new Findings();
		ModelSet changed = Checker.read(Map.of(file, content), false, findings);
		List<ModelSet.ProcessFile> processes = new ArrayList<>(changed.processes());
		if (file.contains("incident-escalation")) {
			REST.processes().stream().filter((other) -> !other.name().equals(file)).forEach(processes::add);
		}
		CHECKER.check(new ModelSet(processes, REST.decisions(), Map.of(), false), findings);
		return findings.all();
	}

	/** Mutants of every process of ours that no finding names. */
	private static List<String> missed(Consumer<Mutants> changes) {
		List<String> missed = new ArrayList<>();
		int count = 0;
		for (String file : MODELS.keySet()) {
			if (!file.endsWith(".bpmn")) {
				continue;
			}
			Mutants mutants = new Mutants(MODELS.get(file));
			changes.accept(mutants);
			count += mutants.all().size();
			for (Mutants.Mutant mutant : mutants.all()) {
				List<Finding> found = check(file, mutant.content());
				if (found.stream().noneMatch(mutant::isNamedBy)) {
					missed.add(file + ": " + mutant + " -> " + found);
				}
			}
		}
		assertThat(count).isPositive();
		return missed;
	}

	@Test
	@DisplayName("a flow that is cut")
	void flowCut() {
		assertThat(missed((mutants) -> mutants.each("cut", "sequenceFlow", ANY, Mutants::cut))).isEmpty();
	}

	@Test
	@DisplayName("a condition that is inverted")
	void conditionInverted() {
		assertThat(
				missed((mutants) -> mutants.each("inverted", "conditionExpression", ANY,
						(condition) -> condition.setTextContent(condition.getTextContent().contains("==")
								? condition.getTextContent().replace("==", "!=")
								: condition.getTextContent().replace("!=", "==")))))
			.isEmpty();
	}

	@Test
	@DisplayName("people taken away or exchanged")
	void people() {
		assertThat(missed((mutants) -> mutants.each("nobody's", PEOPLE_TASKS, ANY, (task) -> {
			task.removeAttributeNS(CAMUNDA, "candidateGroups");
			task.removeAttributeNS(CAMUNDA, "candidateUsers");
			task.removeAttributeNS(CAMUNDA, "assignee");
		})
			.each("everybody's", PEOPLE_TASKS, ANY,
					(task) -> task.setAttributeNS(CAMUNDA, "camunda:candidateGroups", "digital-team,team-news"))))
			.isEmpty();
	}

	@Test
	@DisplayName("a form of another name, or none")
	void forms() {
		assertThat(missed((mutants) -> mutants
			.each("renamed form", PEOPLE_TASKS, ANY,
					(task) -> task.setAttributeNS(CAMUNDA, "camunda:formKey", "embedded:/forms/x"))
			.each("no form", PEOPLE_TASKS, ANY, (task) -> task.removeAttributeNS(CAMUNDA, "formKey")))).isEmpty();
	}

	@Test
	@DisplayName("a clock that is dropped, blunted or made to take the task away")
	void clocks() {
		assertThat(missed((mutants) -> mutants
			.each("no due date", PEOPLE_TASKS, ANY, (task) -> task.removeAttributeNS(CAMUNDA, "dueDate"))
			.each("no reminder", "camunda:taskListener", (listener) -> listener.getAttribute("event").equals("timeout"),
					(listener) -> listener.getParentNode().removeChild(listener))
			.each("dropped", "boundaryEvent", ANY, Mutants::remove)
			.each("other deadline", "timeDate", (date) -> date.getTextContent().contains("deadlines"),
					(date) -> date.setTextContent("${deadlines.of(execution, 'some-day')}"))
			.each("in ten years", "timeDate", (date) -> date.getTextContent().contains("deadlines"),
					(date) -> date.setTextContent("2036-01-01T00:00:00Z"))
			.each("flipped", "boundaryEvent",
					(event) -> Mutants.elements(event.getOwnerDocument(), "boundaryEvent").contains(event)
							&& event.getElementsByTagNameNS(Mutants.BPMN, "timerEventDefinition").getLength() > 0,
					(event) -> event.setAttribute("cancelActivity",
							event.getAttribute("cancelActivity").equals("false") ? "true" : "false"))))
			.isEmpty();
	}

	@Test
	@DisplayName("code that is brought along")
	void code() {
		assertThat(missed((mutants) -> mutants.each("class", "serviceTask", ANY, (task) -> {
			task.removeAttributeNS(CAMUNDA, "delegateExpression");
			task.setAttributeNS(CAMUNDA, "camunda:class", "java.lang.Runtime");
		})
			.each("expression", "serviceTask", ANY,
					(task) -> task.setAttributeNS(CAMUNDA, "camunda:delegateExpression", "${x.run()}"))
			.each("another step", "serviceTask", ANY,
					(task) -> task.setAttributeNS(CAMUNDA, "camunda:delegateExpression", "${remindPeople}"))
			.each("script", "extensionElements", (parts) -> parts.getParentNode().getLocalName().equals("userTask"),
					(parts) -> {
						Element listener = parts.getOwnerDocument().createElementNS(CAMUNDA, "camunda:taskListener");
						listener.setAttribute("event", "create");
						Element script = parts.getOwnerDocument().createElementNS(CAMUNDA, "camunda:script");
						script.setAttribute("scriptFormat", "groovy");
						script.setTextContent("1");
						listener.appendChild(script);
						parts.appendChild(listener);
					})))
			.isEmpty();
	}

	@Test
	@DisplayName("an id that is changed")
	void ids() {
		assertThat(missed((mutants) -> mutants.each("renamed", "userTask serviceTask endEvent",
				(node) -> !node.getLocalName().equals("endEvent")
						|| node.getParentNode().getLocalName().equals("process"),
				(node) -> Mutants.rename(node, node.getAttribute("id") + "-x"))))
			.isEmpty();
	}

	@Test
	@DisplayName("a decision, step or task that is gone round")
	void bypassed() {
		assertThat(missed((mutants) -> mutants.each("gone round", "userTask serviceTask businessRuleTask callActivity",
				(node) -> node.getElementsByTagNameNS(Mutants.BPMN, "outgoing").getLength() == 1, (node) -> {
					String id = node.getAttribute("id");
					List<Element> flows = Mutants.elements(node.getOwnerDocument(), "sequenceFlow");
					String next = flows.stream()
						.filter((flow) -> flow.getAttribute("sourceRef").equals(id))
						.findFirst()
						.orElseThrow()
						.getAttribute("targetRef");
					flows.stream()
						.filter((flow) -> flow.getAttribute("targetRef").equals(id))
						.forEach((flow) -> Mutants.lead(flow, next));
				})))
			.isEmpty();
	}

	@Test
	@DisplayName("any flow at all that leads straight to the release, a sign-off or an ending")
	void shortcuts() {
		List<String> missed = new ArrayList<>();
		for (String target : List.of("release-on-accounts", "sign-off-post", "check-and-sign-off", "post-published",
				"incident-closed", "board-informed", "not-relevant", "serious-incident-reported", "correction-kept")) {
			missed.addAll(missed((mutants) -> mutants.each("to " + target, "sequenceFlow",
					(flow) -> reaches(flow, target), (flow) -> Mutants.lead(flow, target))));
		}
		assertThat(missed).isEmpty();
	}

	private static boolean reaches(Element flow, String target) {
		try {
			// through gateways that only merge it came there before
			return Mutants.byId(flow.getOwnerDocument(), target).getParentNode() == flow.getParentNode()
					&& !Mutants.behindMerges(flow).equals(target) && !flow.getAttribute("sourceRef").equals(target)
					// asks for a sign-off that may stand already, and does no more harm
					&& !(flow.getAttribute("id").equals("aligned-yes") && target.equals("sign-off-post"));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Test
	@DisplayName("two answers of a gateway that are exchanged")
	void exchanged() {
		assertThat(missed((mutants) -> mutants.each("exchanged", "sequenceFlow",
				(flow) -> flow.getElementsByTagNameNS(Mutants.BPMN, "conditionExpression").getLength() > 0
						&& next(flow) != null
						&& !next(flow).getAttribute("targetRef").equals(flow.getAttribute("targetRef")),
				(flow) -> {
					Element other = next(flow);
					String to = flow.getAttribute("targetRef");
					Mutants.lead(flow, other.getAttribute("targetRef"));
					Mutants.lead(other, to);
				})))
			.isEmpty();
	}

	/** The next flow out of the same gateway. */
	private static Element next(Element flow) {
		List<Element> flows = Mutants.elements(flow.getOwnerDocument(), "sequenceFlow")
			.stream()
			.filter((other) -> other.getAttribute("sourceRef").equals(flow.getAttribute("sourceRef")))
			.toList();
		int at = flows.indexOf(flow);
		return (at + 1 < flows.size()) ? flows.get(at + 1) : null;
	}

	@Test
	@DisplayName("rules that change under a case, work in the background, a list that is done once")
	void bindings() {
		assertThat(missed((mutants) -> mutants
			.each("latest rules", "businessRuleTask", ANY,
					(task) -> task.removeAttributeNS(CAMUNDA, "decisionRefBinding"))
			.each("other rules", "businessRuleTask", ANY,
					(task) -> task.setAttributeNS(CAMUNDA, "camunda:decisionRef", "no-such-table"))
			.each("latest process", "callActivity", ANY,
					(call) -> call.removeAttributeNS(CAMUNDA, "calledElementBinding"))
			.each("background", "userTask businessRuleTask exclusiveGateway", ANY,
					(node) -> node.setAttributeNS(CAMUNDA, "camunda:asyncAfter", "true"))
			.each("once", "multiInstanceLoopCharacteristics", ANY, (loop) -> loop.getParentNode().removeChild(loop))
			.each("one by one", "multiInstanceLoopCharacteristics", ANY,
					(loop) -> loop.setAttribute("isSequential", "true"))
			.each("not kept", "process", ANY, (process) -> process.removeAttributeNS(CAMUNDA, "historyTimeToLive"))
			.each("not executable", "process", ANY, (process) -> process.setAttribute("isExecutable", "false"))
			.each("other message", "message", ANY,
					(message) -> message.setAttribute("name", message.getAttribute("id") + "-x"))
			.each("no clause", "userTask businessRuleTask", ANY, (node) -> {
				Element documentation = (Element) node.getElementsByTagNameNS(Mutants.BPMN, "documentation").item(0);
				documentation.setTextContent("Do it.");
			}))).isEmpty();
	}

	@Test
	@DisplayName("no alarm for what is moved, called otherwise, coloured or explained better")
	void harmless() {
		List<String> alarms = new ArrayList<>();
		for (String file : MODELS.keySet()) {
			if (!file.endsWith(".bpmn")) {
				continue;
			}
			Mutants mutants = new Mutants(MODELS.get(file));
			mutants.every("moved", Mutants.DC, "Bounds", (bounds) -> bounds.setAttribute("x", "7"))
				.every("coloured", Mutants.DI, "BPMNShape",
						(shape) -> shape.setAttributeNS("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:fill", "#fff"))
				.every("explained", Mutants.BPMN, "documentation",
						(text) -> text.setTextContent(text.getTextContent().replace("] ", "] In other words: ")))
				.each("called otherwise",
						"userTask serviceTask businessRuleTask exclusiveGateway endEvent boundaryEvent sequenceFlow lane process participant message",
						(node) -> !node.getLocalName().equals("message"),
						(node) -> node.setAttribute("name", "Ein 🙂 <b>"))
				.each("with a note", "process", ANY, (process) -> {
					Element note = process.getOwnerDocument().createElementNS(Mutants.BPMN, "bpmn:textAnnotation");
					note.setAttribute("id", "a-note");
					process.appendChild(note);
				});
			for (Mutants.Mutant mutant : mutants.all()) {
				check(file, mutant.content()).forEach((finding) -> alarms.add(mutant + " -> " + finding));
			}
		}
		assertThat(alarms).isEmpty();
	}

}
