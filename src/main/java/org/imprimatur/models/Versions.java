package org.imprimatur.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.imprimatur.models.Version.Origin;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every version of every model in the database: who deployed it, when and from where, and
 * how many cases follow it.
 */
@Component
public class Versions {

	/** The engine answers no signed-in person without a limit. */
	private static final int MOST = 500;

	/** What {@link Deployments} says where its files come from. */
	private static final String FILES = "processes";

	private static final String RUNNING = """
			select proc_def_id_, count(*) from act_ru_execution where parent_id_ is null group by proc_def_id_""";

	private final RepositoryService repository;

	private final HistoryService history;

	private final People people;

	private final JdbcClient jdbc;

	/** What was deployed once never changes. */
	private final Map<String, ModelFile> read = new ConcurrentHashMap<>();

	/** By the definition of a process, the decisions its steps ask. */
	private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

	Versions(RepositoryService repository, HistoryService history, People people, JdbcClient jdbc) {
		this.repository = repository;
		this.history = history;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The latest version of each process. */
	List<Version> processes() {
		return told(Door.through(() -> List.<ResourceDefinition>copyOf(this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.orderByProcessDefinitionKey()
			.asc()
			.listPage(0, MOST))));
	}

	/** The latest version of each decision. */
	List<Version> decisions() {
		return told(Door.through(() -> List.<ResourceDefinition>copyOf(this.repository.createDecisionDefinitionQuery()
			.latestVersion()
			.orderByDecisionDefinitionKey()
			.asc()
			.listPage(0, MOST))));
	}

	/** Of a process or a decision, the newest first; empty if there is none. */
	public List<Version> of(String key) {
		return told(definitions(key));
	}

	/** The file that this version was deployed with. */
	public ModelFile file(Version version) {
		return this.read.computeIfAbsent(version.definition(), (id) -> Door.through(() -> {
			String path = version.process() ? this.repository.getProcessDefinition(id).getResourceName()
					: this.repository.getDecisionDefinition(id).getResourceName();
			return ModelFile.of(path, content(version));
		}));
	}

	private byte[] content(Version version) {
		try (InputStream content = version.process() ? this.repository.getProcessModel(version.definition())
				: this.repository.getDecisionModel(version.definition())) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The model " + version.definition() + " could not be read.", ex);
		}
	}

	private List<ResourceDefinition> definitions(String key) {
		return Door.through(() -> {
			List<ResourceDefinition> all = new ArrayList<>(this.repository.createProcessDefinitionQuery()
				.processDefinitionKey(key)
				.orderByProcessDefinitionVersion()
				.desc()
				.listPage(0, MOST));
			if (all.isEmpty()) {
				all.addAll(this.repository.createDecisionDefinitionQuery()
					.decisionDefinitionKey(key)
					.orderByDecisionDefinitionVersion()
					.desc()
					.listPage(0, MOST));
			}
			return all;
		});
	}

	private List<Version> told(List<ResourceDefinition> definitions) {
		Map<String, Long> running = running();
		Map<String, Released> released = new HashMap<>();
		return definitions.stream()
			.map((one) -> version(one, released.computeIfAbsent(one.getDeploymentId(), this::released), running))
			.toList();
	}

	/** What versions of one deployment share. */
	private record Released(Instant at, Origin origin, Map<String, Set<String>> askedByProcess) {
	}

	private Released released(String id) {
		return Door.through(() -> {
			Deployment deployment = this.repository.createDeploymentQuery().deploymentId(id).singleResult();
			Map<String, Set<String>> processes = new HashMap<>();
			this.repository.createProcessDefinitionQuery()
				.deploymentId(id)
				.listPage(0, MOST)
				.forEach((process) -> processes.put(process.getId(), asked(process.getId())));
			return new Released(deployment.getDeploymentTime().toInstant(), origin(deployment), processes);
		});
	}

	private static Version version(ResourceDefinition one, Released released, Map<String, Long> running) {
		boolean process = one instanceof ProcessDefinition;
		String tag = process ? ((ProcessDefinition) one).getVersionTag() : ((DecisionDefinition) one).getVersionTag();
		return new Version(one.getId(), one.getKey(), (one.getName() != null) ? one.getName().strip() : one.getKey(),
				process, one.getVersion(), Objects.requireNonNullElse(tag, ""), one.getDeploymentId(), released.at(),
				released.origin(), process ? Long.valueOf(running.getOrDefault(one.getId(), 0L))
						: asking(one.getKey(), released, running));
	}

	private Map<String, Long> running() {
		Map<String, Long> running = new HashMap<>();
		this.jdbc.sql(RUNNING).query((row) -> {
			running.put(row.getString(1), row.getLong(2));
		});
		return running;
	}

	/**
	 * Rule tasks ask the decisions of their own deployment; null if none of them asks
	 * this one.
	 */
	private static Long asking(String decision, Released released, Map<String, Long> running) {
		List<String> askers = released.askedByProcess()
			.entrySet()
			.stream()
			.filter((one) -> one.getValue().contains(decision))
			.map(Map.Entry::getKey)
			.toList();
		return askers.isEmpty() ? null : askers.stream().mapToLong((id) -> running.getOrDefault(id, 0L)).sum();
	}

	private Set<String> asked(String process) {
		return this.asked.computeIfAbsent(process,
				(id) -> this.repository.getBpmnModelInstance(id)
					.getModelElementsByType(BusinessRuleTask.class)
					.stream()
					.map(BusinessRuleTask::getCamundaDecisionRef)
					.filter(Objects::nonNull)
					.collect(Collectors.toCollection(HashSet::new)));
	}

	private Origin origin(Deployment deployment) {
		if (FILES.equals(deployment.getSource()) && by(deployment).isEmpty()) {
			return new Origin("", "the files, at a start of the application");
		}
		String name = (deployment.getName() != null) ? deployment.getName().strip() : "";
		String source = (deployment.getSource() != null) ? deployment.getSource().strip() : "";
		String place = (source.isEmpty() ? "the engine’s REST or Cockpit" : source)
				+ (name.isEmpty() ? "" : ", deployment “" + name + "”");
		return new Origin(by(deployment).map(this.people::nameOf).orElse("somebody who was not signed in"), place);
	}

	/** The login of whoever was signed in when it was deployed. */
	private Optional<String> by(Deployment deployment) {
		return Door.through(() -> this.history.createUserOperationLogQuery()
			.deploymentId(deployment.getId())
			// what is done to cases names the deployment of their model as well
			.entityType(EntityTypes.DEPLOYMENT)
			.operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
			.listPage(0, 1)
			.stream()
			.map(UserOperationLogEntry::getUserId)
			.filter(Objects::nonNull)
			.findFirst());
	}

}
