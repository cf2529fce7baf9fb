package org.imprimatur.security.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.imprimatur.security.Away;
import org.imprimatur.security.DeploymentGuard;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.security.Settings;
import org.imprimatur.security.StepGuard;
import org.imprimatur.security.TaskGuard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine before it starts. */
@Component
@Order
class DoorPlugin extends AbstractProcessEnginePlugin {

	private final RestrictedExpressions.Names names;

	private final Settings settings;

	private final Refusals refusals;

	private final ApplicationEventPublisher events;

	private final ObjectProvider<JdbcClient> jdbc;

	private final ObjectProvider<TaskGuard> taskGuards;

	private final ObjectProvider<StepGuard> stepGuards;

	private final ObjectProvider<DeploymentGuard> deployments;

	private final ObjectProvider<People> people;

	private final ObjectProvider<Away> away;

	DoorPlugin(RestrictedExpressions.Names names, Settings settings, Refusals refusals, ObjectProvider<JdbcClient> jdbc,
			ObjectProvider<TaskGuard> taskGuards, ObjectProvider<StepGuard> stepGuards,
			ObjectProvider<DeploymentGuard> deployments, ObjectProvider<People> people, ObjectProvider<Away> away,
			ApplicationEventPublisher events) {
		this.events = events;
		this.names = names;
		this.settings = settings;
		this.refusals = refusals;
		this.jdbc = jdbc;
		this.taskGuards = taskGuards;
		this.stepGuards = stepGuards;
		this.deployments = deployments;
		this.people = people;
		this.away = away;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		engine.setExpressionManager(new RestrictedExpressions(this.names));
		engine.setEnablePasswordPolicy(!this.settings.demo());
		engine.setPasswordPolicy(new PasswordRules());
		TaskRights rights = new TaskRights(this.taskGuards, this::find,
				(login) -> this.away.stream().anyMatch((one) -> one.isAway(login)));
		Rulings rulings = new Rulings(rights, new Interventions(this.jdbc, this.events), new StoredPeople(),
				this.deployments);
		engine.setCustomPreCommandInterceptorsTxRequired(
				and(engine.getCustomPreCommandInterceptorsTxRequired(), outcomes(engine)));
		engine.setCustomPreCommandInterceptorsTxRequiresNew(
				and(engine.getCustomPreCommandInterceptorsTxRequiresNew(), outcomes(engine)));
		engine.setCustomPostCommandInterceptorsTxRequired(
				and(engine.getCustomPostCommandInterceptorsTxRequired(), new CommandDoor(rulings)));
		engine.setCustomPostCommandInterceptorsTxRequiresNew(
				and(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new CommandDoor(rulings)));
		List<BpmnParseListener> listeners = new ArrayList<>(
				Objects.requireNonNullElse(engine.getCustomPostBPMNParseListeners(), List.of()));
		Supplier<Person> acting = () -> Optional.ofNullable(engine.getIdentityService().getCurrentAuthentication())
			.map(Authentication::getUserId)
			.map(this::find)
			.orElse(null);
		listeners.add(new ModelGuards(rights, acting, () -> this.stepGuards.stream().toList()));
		engine.setCustomPostBPMNParseListeners(listeners);
	}

	private Outcomes outcomes(ProcessEngineConfigurationImpl engine) {
		Supplier<IdentityService> identity = engine::getIdentityService;
		return new Outcomes(identity, this.refusals);
	}

	private Person find(String login) {
		return this.people.getObject().find(login).orElse(null);
	}

	private static List<CommandInterceptor> and(List<CommandInterceptor> present, CommandInterceptor ours) {
		List<CommandInterceptor> all = new ArrayList<>(Objects.requireNonNullElse(present, List.of()));
		all.add(ours);
		return all;
	}

	private final class StoredPeople implements Rulings.People {

		@Override
		public Person find(String login) {
			return Optional.ofNullable(DoorPlugin.this.find(login))
				.orElseGet(() -> new Person(login, login, java.util.Set.of()));
		}

		@Override
		public boolean sameName(String login, String first, String last, String email) {
			return DoorPlugin.this.jdbc.getObject()
				.sql("select first_, last_, email_ from act_id_user where id_ = ?")
				.param(login)
				.query((row, number) -> Objects.equals(row.getString(1), first)
						&& Objects.equals(row.getString(2), last) && Objects.equals(row.getString(3), email))
				.optional()
				.orElse(false);
		}

	}

}
