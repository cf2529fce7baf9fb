package org.imprimatur.security.guards;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.kernel.Refusal;

/**
 * A process asks the decisions and calls the processes of its own deployment. Whoever
 * deploys one changed file, as Camunda Modeler does, gets along what it asks or calls,
 * and what asks or calls it, as they were in the version before: the next case finds them
 * all, and a changed row of a table counts from then on. An empty tenant counts as none,
 * and another one is refused.
 */
final class WholeDeployments {

	private WholeDeployments() {
	}

	/**
	 * A file with what it holds and what it needs of others.
	 *
	 * @param holds keys of its processes and decisions
	 * @param needs keys of what it asks or calls
	 */
	private record Part(ResourceEntity file, Set<String> holds, Set<String> needs) {

		boolean touches(Part other) {
			return this.needs.stream().anyMatch(other.holds::contains)
					|| other.needs.stream().anyMatch(this.holds::contains);
		}

	}

	/**
	 * @throws Refusal if the deployment is for a tenant
	 */
	static void complete(DeploymentBuilderImpl builder, CommandContext context) {
		String tenant = builder.getDeployment().getTenantId();
		if (tenant != null && !tenant.isBlank()) {
			throw Refusal.conflict("There are no tenants here. Leave the tenant out and deploy again.");
		}
		builder.getDeployment().setTenantId(null);
		if (builder.isDuplicateFilterEnabled()) {
			builder.enableDuplicateFiltering(false);
		}
		Map<String, ResourceEntity> sent = builder.getDeployment().getResources();
		if (sent == null) {
			return;
		}
		List<Part> whole = new ArrayList<>(sent.values().stream().map(WholeDeployments::part).toList());
		Set<String> held = new TreeSet<>();
		whole.forEach((part) -> held.addAll(part.holds()));
		List<Part> before = before(held, context);
		for (boolean added = true; added;) {
			added = false;
			for (Part part : before) {
				if (part.holds().stream().noneMatch(held::contains) && whole.stream().anyMatch(part::touches)) {
					builder.addInputStream(part.file().getName(), new ByteArrayInputStream(part.file().getBytes()));
					whole.add(part);
					held.addAll(part.holds());
					added = true;
				}
			}
		}
	}

	/** Everything that was deployed together with the version before of these. */
	private static List<Part> before(Set<String> keys, CommandContext context) {
		Set<String> deployments = new TreeSet<>();
		for (String key : keys) {
			Stream
				.<ResourceDefinition>of(
						context.getProcessDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null),
						context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKeyAndTenantId(key, null))
				.filter(Objects::nonNull)
				.forEach((definition) -> deployments.add(definition.getDeploymentId()));
		}
		return deployments.stream()
			.flatMap((id) -> context.getResourceManager().findResourcesByDeploymentId(id).stream())
			.map(WholeDeployments::part)
			.filter((part) -> !part.holds().isEmpty())
			.toList();
	}

	private static Part part(ResourceEntity file) {
		Set<String> holds = new TreeSet<>();
		Set<String> needs = new TreeSet<>();
		try {
			if (file.getName().matches(".*\\.(dmn|dmn11\\.xml)")) {
				Dmn.readModelFromStream(new ByteArrayInputStream(file.getBytes()))
					.getModelElementsByType(Decision.class)
					.forEach((decision) -> holds.add(String.valueOf(decision.getId())));
			}
			else if (file.getName().matches(".*\\.(bpmn|bpmn20\\.xml)")) {
				BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.getBytes()));
				model.getModelElementsByType(Process.class).forEach((process) -> {
					holds.add(String.valueOf(process.getId()));
					needs.add(process.getId() + "-deadlines");
				});
				model.getModelElementsByType(BusinessRuleTask.class)
					.forEach((task) -> needs.add(String.valueOf(task.getCamundaDecisionRef())));
				model.getModelElementsByType(CallActivity.class)
					.forEach((call) -> needs.add(String.valueOf(call.getCalledElement())));
			}
		}
		catch (RuntimeException ex) {
			// the check of models says what is wrong with it
			return new Part(file, Set.of(), Set.of());
		}
		return new Part(file, holds, needs);
	}

}
