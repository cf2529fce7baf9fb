package org.imprimatur.models.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.DeploymentGuard;
import org.imprimatur.security.Door;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A process asks the decisions and calls the processes of its own deployment. Whoever
 * deploys one changed file, as Camunda Modeler does, gets along what it asks or calls,
 * and what asks or calls it, as they were in the version before: the next case finds them
 * all, and a changed row of a table counts from then on. An empty tenant counts as none,
 * and another one is refused.
 */
@Component
class WholeDeployments implements DeploymentGuard {

	private final ObjectProvider<RepositoryService> repository;

	WholeDeployments(ObjectProvider<RepositoryService> repository) {
		this.repository = repository;
	}

	/**
	 * A file with what it holds and what it needs of others; both empty if it cannot be
	 * read, since the check of models says what is wrong with it.
	 *
	 * @param holds keys of its processes and decisions
	 * @param needs keys of what it asks or calls
	 */
	private record Part(String name, byte[] content, Set<String> holds, Set<String> needs) {

		boolean touches(Part other) {
			return this.needs.stream().anyMatch(other.holds::contains)
					|| other.needs.stream().anyMatch(this.holds::contains);
		}

	}

	@Override
	public void complete(DeploymentBuilder builder) {
		DeploymentEntity deployment = ((DeploymentBuilderImpl) builder).getDeployment();
		if (deployment.getTenantId() != null && !deployment.getTenantId().isBlank()) {
			throw Refusal.conflict("There are no tenants here. Leave the tenant out and deploy again.");
		}
		deployment.setTenantId(null);
		if (((DeploymentBuilderImpl) builder).isDuplicateFilterEnabled()) {
			builder.enableDuplicateFiltering(false);
		}
		if (deployment.getResources() == null) {
			return;
		}
		Map<String, byte[]> sent = new TreeMap<>();
		deployment.getResources().values().forEach((file) -> sent.put(file.getName(), file.getBytes()));
		List<Part> whole = new ArrayList<>(parts(sent));
		Set<String> held = new TreeSet<>();
		whole.forEach((part) -> held.addAll(part.holds()));
		List<Part> before = before(held);
		for (boolean added = true; added;) {
			added = false;
			for (Part part : before) {
				if (part.holds().stream().noneMatch(held::contains) && whole.stream().anyMatch(part::touches)) {
					builder.addInputStream(part.name(), new ByteArrayInputStream(part.content()));
					whole.add(part);
					held.addAll(part.holds());
					added = true;
				}
			}
		}
	}

	/** Everything that was deployed together with the version before of these. */
	private List<Part> before(Set<String> keys) {
		return Door.through(() -> {
			RepositoryService engine = this.repository.getObject();
			Set<String> deployments = new TreeSet<>();
			for (String key : keys) {
				Stream.<ResourceDefinition>of(
						engine.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult(),
						engine.createDecisionDefinitionQuery()
							.decisionDefinitionKey(key)
							.latestVersion()
							.singleResult())
					.filter(Objects::nonNull)
					.forEach((definition) -> deployments.add(definition.getDeploymentId()));
			}
			return deployments.stream()
				.flatMap((id) -> parts(files(id)).stream())
				.filter((part) -> !part.holds().isEmpty())
				.toList();
		});
	}

	private Map<String, byte[]> files(String deployment) {
		RepositoryService engine = this.repository.getObject();
		Map<String, byte[]> files = new TreeMap<>();
		engine.getDeploymentResourceNames(deployment).forEach((name) -> {
			try (InputStream content = engine.getResourceAsStream(deployment, name)) {
				files.put(name, content.readAllBytes());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The deployed model " + name + " could not be read", ex);
			}
		});
		return files;
	}

	private static List<Part> parts(Map<String, byte[]> files) {
		ModelSet models = Checker.read(files, false, new Findings());
		List<Part> parts = new ArrayList<>();
		models.processes().forEach((file) -> {
			Set<String> needs = new TreeSet<>();
			needs.add(file.process().getId() + "-deadlines");
			file.model()
				.getModelElementsByType(BusinessRuleTask.class)
				.forEach((task) -> needs.add(String.valueOf(task.getCamundaDecisionRef())));
			file.model()
				.getModelElementsByType(CallActivity.class)
				.forEach((call) -> needs.add(String.valueOf(call.getCalledElement())));
			parts.add(new Part(file.name(), files.get(file.name()), Set.of(file.process().getId()), needs));
		});
		models.decisions().forEach((file) -> {
			Set<String> holds = new TreeSet<>();
			file.model().getModelElementsByType(Decision.class).forEach((decision) -> holds.add(decision.getId()));
			parts.add(new Part(file.name(), files.get(file.name()), holds, Set.of()));
		});
		return parts;
	}

}
