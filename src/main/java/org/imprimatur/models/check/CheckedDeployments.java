package org.imprimatur.models.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.imprimatur.models.check.SecondPerson.Deployed;
import org.imprimatur.security.Door;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Checks every deployment before the engine reads it, whoever sends it and whichever way:
 * Camunda Modeler, REST, Cockpit, code. A refused one leaves everything as it was, since
 * the check runs in its transaction. What comes through our own door was checked there.
 */
@Component
class CheckedDeployments extends AbstractProcessEnginePlugin {

	private final ObjectProvider<Checker> checker;

	private final ObjectProvider<SecondPerson> secondPerson;

	CheckedDeployments(ObjectProvider<Checker> checker, ObjectProvider<SecondPerson> secondPerson) {
		this.checker = checker;
		this.secondPerson = secondPerson;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		List<Deployer> deployers = new ArrayList<>(
				Objects.requireNonNullElse(engine.getCustomPreDeployers(), List.of()));
		deployers.add(this::check);
		engine.setCustomPreDeployers(deployers);
	}

	private void check(DeploymentEntity deployment) {
		// one that is not new is read again from the database
		if (!deployment.isNew() || Door.isOpen() || deployment.getResources() == null) {
			return;
		}
		Map<String, byte[]> files = new TreeMap<>();
		deployment.getResources().values().forEach((file) -> files.put(file.getName(), file.getBytes()));
		this.checker.getObject().refuse(files);
		String person = Context.getCommandContext().getAuthenticatedUserId();
		if (person != null) {
			this.secondPerson.forEach((one) -> one
				.ask(new Deployed(person, deployment.getId(), deployment.getName(), deployment.getSource(), files)));
		}
	}

}
