package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.imprimatur.security.Door;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks and deploys the models at every start. When any file has changed all are
 * deployed again as one, because rule tasks ask the decisions of their own deployment: a
 * case keeps the rules it began with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Deployments implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(Deployments.class);

	static final String NAME = "Imprimatur";

	private final RepositoryService repository;

	private final ModelFiles files;

	private final Checker checker;

	Deployments(RepositoryService repository, ModelFiles files, Checker checker) {
		this.repository = repository;
		this.files = files;
		this.checker = checker;
	}

	@Override
	public void afterSingletonsInstantiated() {
		SortedMap<String, byte[]> models = this.files.read();
		SortedMap<String, byte[]> checked = new TreeMap<>(models);
		checked.putAll(this.files.examples());
		long begun = System.nanoTime();
		// tables are asked thousands of times, and a start must not wait for it without
		// need
		List<Finding> findings = isDeployed(models) ? this.checker.checkAgain(models)
				: this.checker.check(checked, true);
		log.info("Checked {} files of models in {} ms", checked.size(),
				Duration.ofNanos(System.nanoTime() - begun).toMillis());
		if (!findings.isEmpty()) {
			throw new IllegalStateException(
					"The models under processes may not go live. Mend them:\n" + Checker.sentence(findings));
		}
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name(NAME)
			.source("processes")
			.enableDuplicateFiltering(false);
		models.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		Door.through(deployment::deploy);
	}

	/** Whether the last start deployed exactly these files. */
	private boolean isDeployed(SortedMap<String, byte[]> models) {
		List<Deployment> last = this.repository.createDeploymentQuery()
			.deploymentName(NAME)
			.orderByDeploymentTime()
			.desc()
			.listPage(0, 1);
		if (last.isEmpty()) {
			return false;
		}
		String id = last.get(0).getId();
		return models.keySet().equals(Set.copyOf(this.repository.getDeploymentResourceNames(id)))
				&& models.entrySet().stream().allMatch((file) -> isSame(id, file.getKey(), file.getValue()));
	}

	private boolean isSame(String deployment, String name, byte[] content) {
		try (InputStream deployed = this.repository.getResourceAsStream(deployment, name)) {
			return Arrays.equals(deployed.readAllBytes(), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The deployed model " + name + " could not be read", ex);
		}
	}

}
