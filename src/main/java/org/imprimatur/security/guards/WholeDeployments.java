package org.imprimatur.security.guards;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.imprimatur.kernel.Refusal;

/**
 * A process asks the decisions of its own deployment. Whoever deploys one changed file,
 * as the Camunda Modeler does, gets the other tables of the version before along, so that
 * the next case finds them; an empty tenant counts as none, and another one is refused.
 */
final class WholeDeployments {

	private WholeDeployments() {
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
		Set<String> decisions = sent.values()
			.stream()
			.flatMap((file) -> decisions(file).stream())
			.collect(Collectors.toCollection(TreeSet::new));
		for (ResourceEntity file : Set.copyOf(sent.values())) {
			for (String process : processes(file)) {
				ProcessDefinitionEntity before = context.getProcessDefinitionManager()
					.findLatestDefinitionByKeyAndTenantId(process, null);
				if (before != null) {
					add(builder, before.getDeploymentId(), decisions, context);
				}
			}
		}
	}

	private static void add(DeploymentBuilderImpl builder, String before, Set<String> decisions,
			CommandContext context) {
		for (ResourceEntity file : context.getResourceManager().findResourcesByDeploymentId(before)) {
			Set<String> those = decisions(file);
			if (!those.isEmpty() && those.stream().noneMatch(decisions::contains)) {
				builder.addInputStream(file.getName(), new ByteArrayInputStream(file.getBytes()));
				decisions.addAll(those);
			}
		}
	}

	private static Set<String> decisions(ResourceEntity file) {
		if (!file.getName().matches(".*\\.(dmn|dmn11\\.xml)")) {
			return Set.of();
		}
		try {
			return Dmn.readModelFromStream(new ByteArrayInputStream(file.getBytes()))
				.getModelElementsByType(Decision.class)
				.stream()
				.map(Decision::getId)
				.collect(Collectors.toSet());
		}
		catch (ModelException ex) {
			// the engine says what is wrong with it
			return Set.of();
		}
	}

	private static Set<String> processes(ResourceEntity file) {
		if (!file.getName().matches(".*\\.(bpmn|bpmn20\\.xml)")) {
			return Set.of();
		}
		try {
			return Bpmn.readModelFromStream(new ByteArrayInputStream(file.getBytes()))
				.getModelElementsByType(Process.class)
				.stream()
				.map(Process::getId)
				.collect(Collectors.toSet());
		}
		catch (ModelException ex) {
			return Set.of();
		}
	}

}
