package org.imprimatur.models;

import java.io.ByteArrayInputStream;
import java.util.SortedMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at every start. When any file has changed all are deployed again as
 * one, because rule tasks ask the decisions of their own deployment: a case keeps the
 * rules it began with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Deployments implements SmartInitializingSingleton {

	static final String NAME = "Imprimatur";

	private final RepositoryService repository;

	private final ModelFiles files;

	private final FaceCheck faces;

	Deployments(RepositoryService repository, ModelFiles files, FaceCheck faces) {
		this.repository = repository;
		this.files = files;
		this.faces = faces;
	}

	@Override
	public void afterSingletonsInstantiated() {
		SortedMap<String, byte[]> models = this.files.read();
		this.faces.check(models);
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name(NAME)
			.source("processes")
			.enableDuplicateFiltering(false);
		models.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
		deployment.deploy();
	}

}
