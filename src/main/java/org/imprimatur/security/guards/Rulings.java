package org.imprimatur.security.guards;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.security.DeploymentGuard;
import org.imprimatur.security.Person;
import org.imprimatur.security.guards.CommandDoor.Asked;

/** Decides on one command of a signed-in person, by the row it stands in. */
class Rulings {

	static final String ADMINISTRATORS = "camunda-admin";

	static final String MODELLERS = "modellers";

	private final TaskRights rights;

	private final Interventions interventions;

	private final People people;

	private final Iterable<DeploymentGuard> deployments;

	/** Where the person and the stored names come from, without a circle of beans. */
	interface People {

		Person find(String login);

		boolean sameName(String login, String first, String last, String email);

	}

	Rulings(TaskRights rights, Interventions interventions, People people, Iterable<DeploymentGuard> deployments) {
		this.deployments = deployments;
		this.rights = rights;
		this.interventions = interventions;
		this.people = people;
	}

	/** Who may take a task is asked at our own door as well. */
	void alwaysCheck(Asked asked) {
		if (Act.of(asked.command().getClass()).filter((act) -> act == Act.TAKE).isPresent()) {
			this.rights.mayTake(task(asked), asked.text("userId"), person(asked));
		}
	}

	/**
	 * @return whether the engine's authorisations need not be asked besides
	 * @throws Refusal if the person may not
	 */
	boolean allow(Act act, Asked asked) {
		return switch (act) {
			case READ, COMMENT -> false;
			case TAKE -> take(asked);
			case FILTER -> filter(asked);
			case SELF -> self(asked);
			case DEPLOY -> deploy(asked);
			case INTERVENE -> intervene(act, asked);
			case COMPLETE -> throw Refusal.conflict(act.sentence().formatted("/tasks/" + asked.text("taskId")));
			case START -> throw Refusal.conflict(act.sentence().formatted("/start/" + processKey(asked)));
			case MESSAGE, WRITE, STEER, ATTACH -> throw Refusal.conflict(act.sentence());
			default -> throw Refusal.forbidden(act.sentence());
		};
	}

	private boolean take(Asked asked) {
		TaskEntity task = task(asked);
		String to = asked.text("userId");
		boolean own = (to == null) ? asked.login().equals(task.getAssignee()) : to.equals(asked.login());
		if (!own) {
			this.interventions.record(asked, "assign " + task.getTaskDefinitionKey() + " to " + to);
		}
		return true;
	}

	private boolean filter(Asked asked) {
		if (asked.value("filter").orElse(null) instanceof FilterEntity filter && !person(asked).isIn(ADMINISTRATORS)
				&& filter.getOwner() != null && !filter.getOwner().equals(asked.login())) {
			throw Refusal.forbidden("This filter is everybody's: save one of your own instead.");
		}
		return false;
	}

	private boolean self(Asked asked) {
		if (asked.value("user").orElse(null) instanceof User user) {
			if (person(asked).isIn(ADMINISTRATORS)) {
				this.interventions.record(asked, user.getId());
				return false;
			}
			if (user.getId().equals(asked.login())
					&& this.people.sameName(asked.login(), user.getFirstName(), user.getLastName(), user.getEmail())) {
				return false;
			}
		}
		else if (asked.login().equals(asked.text("userId"))) {
			return false;
		}
		throw Refusal.forbidden(Act.SELF.sentence());
	}

	private boolean deploy(Asked asked) {
		if (!person(asked).isIn(MODELLERS) && !person(asked).isIn(ADMINISTRATORS)) {
			throw Refusal.forbidden(Act.DEPLOY.sentence());
		}
		if (asked.value("deploymentBuilder").orElse(null) instanceof DeploymentBuilderImpl deployment) {
			this.deployments.forEach((guard) -> guard.complete(deployment));
		}
		this.interventions.record(asked, null);
		return false;
	}

	private boolean intervene(Act act, Asked asked) {
		if (!person(asked).isIn(ADMINISTRATORS)) {
			throw Refusal.forbidden(act.sentence());
		}
		if (carriesVariables(asked)) {
			throw Refusal.conflict(Act.WRITE.sentence());
		}
		if (asked.name().equals("ExecuteJobsCmd")) {
			JobEntity job = asked.context().getJobManager().findJobById(asked.text("jobId"));
			Date now = ClockUtil.getCurrentTime();
			if (job != null && job.getDuedate() != null && job.getDuedate().after(now)) {
				throw Refusal.forbidden(Act.TIME.sentence());
			}
		}
		if (asked.value("isDueDateSet").filter(Boolean.TRUE::equals).isPresent() && !isTriedAgain(asked)) {
			throw Refusal.forbidden(Act.TIME.sentence());
		}
		if (!Set
			.of("GetPropertiesCmd", "GetTableMetaDataCmd", "TablePageQueryImpl", "GetLicenseKeyCmd",
					"GetUniqueTaskWorkerCountCmd", "CreateNativeUserQueryCmd", "CreateUserCmd", "CreateGroupCmd",
					"CreateAuthorizationCommand")
			.contains(asked.name())) {
			this.interventions.record(asked, null);
		}
		return false;
	}

	/** Whether a step that has failed is to be tried now; a deadline would be moved. */
	private static boolean isTriedAgain(Asked asked) {
		String id = asked.text("jobId");
		JobEntity job = (id != null) ? asked.context().getJobManager().findJobById(id) : null;
		return job != null && job.getExceptionMessage() != null
				&& asked.value("dueDate").filter((to) -> ((Date) to).after(ClockUtil.getCurrentTime())).isEmpty();
	}

	/** Whether moving or migrating a case would write what it remembers by the way. */
	private static boolean carriesVariables(Asked asked) {
		Object builder = asked.value("builder").or(() -> asked.value("executionBuilder")).orElse(null);
		List<AbstractProcessInstanceModificationCommand> steps = List.of();
		if (builder instanceof ProcessInstanceModificationBuilderImpl modification) {
			if (!isEmpty(modification.getProcessVariables())) {
				return true;
			}
			steps = modification.getModificationOperations();
		}
		else if (builder instanceof ModificationBuilderImpl modification) {
			steps = modification.getInstructions();
		}
		else if (builder instanceof MigrationPlanExecutionBuilderImpl migration) {
			return !isEmpty(migration.getMigrationPlan().getVariables());
		}
		return steps.stream()
			.anyMatch((step) -> step instanceof AbstractInstantiationCmd start
					&& !(isEmpty(start.getVariables()) && isEmpty(start.getVariablesLocal())));
	}

	private static boolean isEmpty(Map<String, Object> variables) {
		return variables == null || variables.isEmpty();
	}

	private Person person(Asked asked) {
		return this.people.find(asked.login());
	}

	private static TaskEntity task(Asked asked) {
		String id = asked.text("taskId");
		TaskEntity task = (id != null) ? asked.context().getTaskManager().findTaskById(id) : null;
		if (task == null) {
			throw Refusal.notFound("There is no such task: it may have been done already.");
		}
		return task;
	}

	private static String processKey(Asked asked) {
		String key = null;
		String id = asked.text("processDefinitionId");
		if (asked.value("instantiationBuilder").orElse(null) instanceof ProcessInstantiationBuilderImpl builder) {
			key = builder.getProcessDefinitionKey();
			id = builder.getProcessDefinitionId();
		}
		if (key == null && id != null) {
			ProcessDefinitionEntity definition = asked.context()
				.getDbEntityManager()
				.selectById(ProcessDefinitionEntity.class, id);
			key = (definition != null) ? definition.getKey() : null;
		}
		return (key != null) ? key : "{process}";
	}

}
