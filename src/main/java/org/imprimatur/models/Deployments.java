package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.check.Finding;
import org.imprimatur.security.Door;

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
		List<Finding> findings = this.checker.check(checked, true);
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

}
