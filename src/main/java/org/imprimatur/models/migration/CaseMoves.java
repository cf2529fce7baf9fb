package org.imprimatur.models.migration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.ItemChanged;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves open cases to another version of their process. Each step is found again by its
 * id; open tasks keep their people, clocks their time. Each case moves by itself, and
 * with it the row that says so: no move without its row. The dry run does the same and
 * takes it back.
 */
@Component
@Policy({ "ONE-LOGIN", "APPROVED" })
public class CaseMoves {

	private static final Logger log = LoggerFactory.getLogger(CaseMoves.class);

	/** What the record calls it. */
	static final String ACT = "MoveToVersion";

	/** The engine answers no signed-in person without a limit. */
	private static final int PAGE = 500;

	private static final int LONGEST_REASON = 500;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final ManagementService management;

	private final Versions versions;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate apart;

	private final Clock clock;

	CaseMoves(RuntimeService runtime, RepositoryService repository, ManagementService management, Versions versions,
			JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
		this.runtime = runtime;
		this.repository = repository;
		this.management = management;
		this.versions = versions;
		this.jdbc = jdbc;
		this.events = events;
		this.apart = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * What would be moved and what could not, and why; nothing is.
	 * @throws Refusal 404 if there is no such version
	 */
	public CaseMove dryRun(String key, int from, int to) {
		return each(key, from, to, (one) -> {
		}, true);
	}

	/**
	 * Moves every case that can be moved.
	 * @param reason up to 500 characters, for the record
	 * @throws Refusal 403 for everybody but administrators; 409 if the versions' tags
	 * forbid it
	 * @throws InvalidFields if there is no reason, or too much of it
	 */
	public CaseMove move(String key, int from, int to, String reason, Person person) {
		if (!person.isIn("camunda-admin")) {
			throw Refusal.forbidden("Administrators move cases to another version. Ask one of them.");
		}
		String why = (reason != null) ? reason.strip() : "";
		if (why.isEmpty() || why.length() > LONGEST_REASON) {
			throw new InvalidFields(Map.of("reason", why.isEmpty() ? "Say why, for the story of each item."
					: "Say it in at most " + LONGEST_REASON + " characters."));
		}
		String detail = CasesBehind.detail(version(key, from).name(), from, to, why);
		CaseMove moved = each(key, from, to, (one) -> record(one, detail, person), false);
		if (!moved.forbidden().isEmpty()) {
			throw Refusal.conflict(moved.forbidden());
		}
		return moved;
	}

	private interface Along {

		void with(ProcessInstance one);

	}

	private CaseMove each(String key, int from, int to, Along along, boolean dry) {
		Version before = version(key, from);
		Version after = version(key, to);
		if (from == to || !before.process()) {
			throw Refusal.notFound("Choose two versions of a process at /models/" + key + ".");
		}
		String forbidden = VersionTag.forbids(before, after);
		Map<String, String> labels = labels(before);
		return Door.through(() -> {
			List<CaseMove.Case> cases = new ArrayList<>();
			MigrationPlan plan = forbidden.isEmpty() ? plan(before, after) : null;
			for (ProcessInstance one : following(before)) {
				List<String> steps = open(one).stream().map((id) -> labels.getOrDefault(id, id)).toList();
				String obstacle = (plan == null) ? "" : move(one, plan, labels, along, dry);
				cases.add(new CaseMove.Case(one.getId(),
						(one.getBusinessKey() != null) ? one.getBusinessKey() : one.getId(), steps, obstacle,
						plan != null && !dry && obstacle.isEmpty()));
			}
			return new CaseMove(key, before.name(), from, to, forbidden, cases);
		});
	}

	/** All open cases of a version, before any of them is moved. */
	private List<ProcessInstance> following(Version version) {
		List<ProcessInstance> all = new ArrayList<>();
		List<ProcessInstance> page;
		do {
			page = this.runtime.createProcessInstanceQuery()
				.processDefinitionId(version.definition())
				.orderByProcessInstanceId()
				.asc()
				.listPage(all.size(), PAGE);
			all.addAll(page);
		}
		while (page.size() == PAGE);
		return all;
	}

	private MigrationPlan plan(Version before, Version after) {
		try {
			return this.runtime.createMigrationPlan(before.definition(), after.definition())
				.mapEqualActivities()
				.build();
		}
		catch (MigrationPlanValidationException ex) {
			throw Refusal.conflict("The engine knows no way from version " + before.number() + " to version "
					+ after.number() + ": cases finish by the version they began with.");
		}
	}

	/** Why it cannot be moved; empty if it was, or could be. */
	private String move(ProcessInstance one, MigrationPlan plan, Map<String, String> labels, Along along, boolean dry) {
		try {
			return this.apart.execute((status) -> {
				String busy = busy(one.getId());
				if (!busy.isEmpty()) {
					return busy;
				}
				this.runtime.newMigration(plan).processInstanceIds(one.getId()).execute();
				along.with(one);
				if (dry) {
					status.setRollbackOnly();
				}
				return "";
			});
		}
		catch (MigratingProcessInstanceValidationException ex) {
			Set<String> lost = new TreeSet<>();
			ex.getValidationReport()
				.getActivityInstanceReports()
				.forEach((report) -> lost.add(label(report.getSourceScopeId(), labels)));
			ex.getValidationReport()
				.getTransitionInstanceReports()
				.forEach((report) -> lost
					.add("“" + labels.getOrDefault(report.getSourceScopeId(), report.getSourceScopeId()) + "”"));
			return "It stands at " + String.join(" and ", lost) + ", which the other version does not have, or has as "
					+ "something else. It can be moved when it is past that.";
		}
		catch (OptimisticLockingException | BadUserRequestException ex) {
			return "It moved on or ended at this moment. Look again.";
		}
		catch (ProcessEngineException | DataAccessException ex) {
			log.warn("The case {} could not be moved", one.getId(), ex);
			return "It could not be moved: the log of the application says why. The others are not touched by that.";
		}
	}

	/** A step that is done several times stands in a frame of its own. */
	private static String label(String id, Map<String, String> labels) {
		String step = id.replace("#multiInstanceBody", "");
		return "“" + labels.getOrDefault(step, step) + "”";
	}

	/** Why the program's own steps are in the way; empty if they are not. */
	private String busy(String caseId) {
		if (this.management.createJobQuery().processInstanceId(caseId).noRetriesLeft().count() > 0) {
			return "A step that the program takes by itself has failed. It stands under “Stuck work”: see to it first.";
		}
		boolean working = this.management.createJobQuery().processInstanceId(caseId).messages().count() > 0 || this.jdbc
			.sql("select count(*) from act_ru_job where process_instance_id_ = ? and lock_owner_ is not null")
			.param(caseId)
			.query(Long.class)
			.single() > 0;
		return working ? "The program is at work on it just now. Try again in a minute." : "";
	}

	private void record(ProcessInstance one, String detail, Person person) {
		this.jdbc.sql("insert into intervention (at, person, act, target, reference, detail) values (?, ?, ?, ?, ?, ?)")
			.params(Timestamp.from(this.clock.instant()), person.login(), ACT, one.getId(), one.getBusinessKey(),
					detail)
			.update();
		this.events.publishEvent(new ItemChanged(one.getBusinessKey()));
	}

	/** Ids of what is open in a case. */
	private Set<String> open(ProcessInstance one) {
		Set<String> open = new TreeSet<>();
		ActivityInstance tree = this.runtime.getActivityInstance(one.getId());
		if (tree != null) {
			collect(tree, open);
		}
		return open;
	}

	private static void collect(ActivityInstance at, Set<String> open) {
		if (at.getChildActivityInstances().length == 0 && at.getParentActivityInstanceId() != null) {
			open.add(at.getActivityId());
		}
		for (ActivityInstance child : at.getChildActivityInstances()) {
			collect(child, open);
		}
	}

	private Map<String, String> labels(Version version) {
		BpmnModelInstance model = Door.through(() -> this.repository.getBpmnModelInstance(version.definition()));
		return model.getModelElementsByType(FlowElement.class)
			.stream()
			.filter((one) -> one.getName() != null && !one.getName().isBlank())
			.collect(Collectors.toMap(FlowElement::getId, (one) -> one.getName().strip().replaceAll("\\s+", " ")));
	}

	private Version version(String key, int number) {
		return this.versions.of(key)
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("There is no such version. Choose one at /models/" + key + "."));
	}

}
