package org.imprimatur.posts;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.kernel.Deadline;
import org.imprimatur.kernel.ModelName;
import org.imprimatur.kernel.WorkingTime;
import org.imprimatur.security.Door;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What posts ask of the engine: the only place of this feature that does, steps apart.
 */
@Component
public class PostApprovals {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final DecisionService decisions;

	private final WorkingTime workingTime;

	PostApprovals(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy RepositoryService repository,
			@Lazy DecisionService decisions, WorkingTime workingTime) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.repository = repository;
		this.decisions = decisions;
		this.workingTime = workingTime;
	}

	/**
	 * Answer of the decision on the objects check.
	 */
	public record ObjectsAnswer(ObjectsCheck check, String reason) {
	}

	/**
	 * Answer of the decision on the route.
	 *
	 * @param group whose members sign off
	 */
	public record RouteAnswer(String route, String group, String reason) {

		boolean isLight() {
			return Route.LIGHT.name().equals(this.route);
		}

	}

	/**
	 * A task that is open for a post.
	 *
	 * @param task the id of the user task
	 * @param assignee login; may be null
	 * @param groups whose members are offered it
	 * @param people logins that are offered it
	 * @param due may be null
	 * @param since when it arrived
	 */
	public record OpenTask(String id, String task, String name, String assignee, List<String> groups,
			List<String> people, Instant due, Instant since) {
	}

	/**
	 * A case that has begun.
	 *
	 * @param draftTask the engine's id of the open draft
	 */
	record Proposed(String caseId, String draftTask) {
	}

	Proposed proposed(String reference, String author, String team, Kind kind, Urgency urgency, Instant askedFor) {
		Map<String, Object> variables = new HashMap<>();
		variables.putAll(PostApproval.REFERENCE.is(reference));
		variables.putAll(PostApproval.AUTHOR.is(author));
		variables.putAll(PostApproval.TEAM.is(team));
		variables.putAll(PostApproval.KIND.is(kind));
		variables.putAll(PostApproval.URGENCY.is(urgency));
		variables.putAll(PostApproval.TASK_PRIORITY.is((urgency == Urgency.BREAKING) ? 90 : 50));
		variables.put(PostApproval.PUBLISH_AT.name(), (askedFor != null) ? Date.from(askedFor) : null);
		return Door.through(() -> {
			ProcessInstance started = this.runtime.startProcessInstanceByKey(PostApproval.KEY, reference, variables);
			Task draft = this.tasks.createTaskQuery().processInstanceId(started.getId()).singleResult();
			return new Proposed(started.getId(), draft.getId());
		});
	}

	/** The post has to be looked at again: an edit, a moved slot, another owner. */
	void changed(Post post) {
		tell(post, PostApproval.Message.POST_CHANGED);
	}

	void withdrawn(Post post) {
		tell(post, PostApproval.Message.POST_WITHDRAWN);
	}

	void recalled(Post post) {
		tell(post, PostApproval.Message.POST_RECALLED);
	}

	/**
	 * The slot in force, or the time asked for while there is none: for the timer that
	 * waits for it and for what is due halfway to it.
	 * @param publishAt null if no time is asked for
	 */
	void slotIs(Post post, Instant publishAt) {
		Door.through(() -> this.runtime.setVariable(post.caseId(), PostApproval.PUBLISH_AT.name(),
				(publishAt != null) ? Date.from(publishAt) : null));
	}

	/** From now on this person holds the pen. */
	void draftedBy(Post post, String login) {
		Door.through(() -> this.runtime.setVariables(post.caseId(), PostApproval.AUTHOR.is(login)));
	}

	/**
	 * From now on this team drafts, schedules and publishes; an offered draft goes along.
	 */
	void teamIs(Post post, String team) {
		Door.through(() -> {
			this.runtime.setVariables(post.caseId(), PostApproval.TEAM.is(team));
			for (OpenTask task : open(post)) {
				if (task.groups().contains(post.team())) {
					this.tasks.deleteCandidateGroup(task.id(), post.team());
					this.tasks.addCandidateGroup(task.id(), team);
				}
			}
		});
	}

	/** Whether the case can be told this now. */
	boolean hears(Post post, PostApproval.Message message) {
		return Door.through(() -> this.runtime.createEventSubscriptionQuery()
			.processInstanceId(post.caseId())
			.eventName(message.id())
			.count()) > 0;
	}

	/** The tasks of people that are open for the post. */
	public List<OpenTask> open(Post post) {
		return Door.through(() -> this.tasks.createTaskQuery()
			.processInstanceId(post.caseId())
			.orderByTaskCreateTime()
			.asc()
			.listPage(0, 100)
			.stream()
			.map(this::open)
			.toList());
	}

	private OpenTask open(Task task) {
		List<IdentityLink> links = this.tasks.getIdentityLinksForTask(task.getId());
		return new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), task.getAssignee(),
				links.stream().map(IdentityLink::getGroupId).filter((group) -> group != null).toList(),
				links.stream()
					.filter((link) -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null)
					.map(IdentityLink::getUserId)
					.toList(),
				(task.getDueDate() != null) ? task.getDueDate().toInstant() : null, task.getCreateTime().toInstant());
	}

	/** References of the posts that are at this task now. */
	List<String> waitingAt(PostApproval.Task task) {
		return Door.through(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(PostApproval.KEY)
			.activityIdIn(task.id())
			.orderByBusinessKey()
			.asc()
			.listPage(0, 500)
			.stream()
			.map(ProcessInstance::getBusinessKey)
			.toList());
	}

	/** Whether the objects have to be checked, by the table the case began with. */
	public ObjectsAnswer objectsCheck(Post post, PostFacts facts) {
		DmnDecisionTableResult answer = ask(post, PostApproval.Decision.OBJECTS_CHECK,
				Map.of(PostApproval.ACCOUNT_OWNER.name(), facts.owner().name(), PostApproval.ACCOUNT_STATE.name(),
						facts.accountState().name(), PostApproval.BIO_CHECK.name(), facts.bioCheck().name(),
						PostApproval.STANDING_OBJECTS.name(), facts.standingObjects().name()));
		return new ObjectsAnswer(
				ObjectsCheck.valueOf(answer.getSingleResult().getEntry(PostApproval.OBJECTS_CHECK.name())),
				answer.getSingleResult().getEntry("reason"));
	}

	/** Who signs off, by the table the case began with. */
	public RouteAnswer approvalRoute(Post post, PostFacts facts) {
		Map<String, Object> inputs = Map.of(PostApproval.ACCOUNT_KIND.name(), facts.accountKind().name(),
				PostApproval.NAMES_POLITICIAN.name(), facts.namesPolitician(), PostApproval.ELECTION_PERIOD.name(),
				facts.electionPeriod(), PostApproval.KIND.name(), facts.kind().name(), PostApproval.TEAM.name(),
				facts.team(), PostApproval.PARTNER_SOURCE.name(), facts.partnerSource(), PostApproval.URGENCY.name(),
				post.urgency().name(), PostApproval.SECOND_PERSON.name(), facts.secondPerson());
		DmnDecisionTableResult answer = ask(post, PostApproval.Decision.APPROVAL_ROUTE, inputs);
		return new RouteAnswer(answer.getSingleResult().getEntry(PostApproval.APPROVAL_ROUTE.name()),
				answer.getSingleResult().getEntry(PostApproval.APPROVAL_GROUP.name()),
				answer.getSingleResult().getEntry("reason"));
	}

	/**
	 * The lines an approver confirms for these triggers, by the table the case began
	 * with.
	 */
	public Set<Line> linesToConfirm(Post post, Set<Trigger> triggers) {
		Map<String, Object> inputs = Map.of("donationAsk", triggers.contains(Trigger.DONATION_ASK),
				"identifiablePerson", triggers.contains(Trigger.IDENTIFIABLE_PERSON), "child",
				triggers.contains(Trigger.CHILD), "namesPolitician", triggers.contains(Trigger.NAMES_POLITICIAN),
				"statistic", triggers.contains(Trigger.STATISTIC));
		return ask(post, RuleTable.LINES_TO_CONFIRM, inputs).collectEntries("line")
			.stream()
			.map((line) -> Line.valueOf((String) line))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Line.class)));
	}

	/** The account that an open task is about; null if it is about the whole post. */
	public String accountOf(String taskId) {
		return Door.through(() -> (String) this.tasks.getVariable(taskId, PostApproval.ACCOUNT.name()));
	}

	/** How far ahead a post may wait in a platform's own queue. */
	public Instant queueReaches(Post post, Instant now) {
		return Deadline.parse(due(post, "platform-queue")).from(now, this.workingTime);
	}

	/**
	 * Until when a post may be released after its slot, by the same newest table that the
	 * timer goes by.
	 */
	public Instant graceEnds(Post post, Instant slot) {
		return Deadline.parse(due(post, "slot-missed")).from(slot, this.workingTime);
	}

	private String due(Post post, String step) {
		return Door.through(() -> this.decisions.evaluateDecisionTableByKey(RuleTable.DEADLINES.id(),
				Map.of("step", step, "urgency", post.urgency().name())))
			.getSingleResult()
			.getEntry("due");
	}

	private DmnDecisionTableResult ask(Post post, ModelName decision, Map<String, Object> inputs) {
		return Door.through(() -> {
			String definition = this.runtime.createProcessInstanceQuery()
				.processInstanceId(post.caseId())
				.singleResult()
				.getProcessDefinitionId();
			ProcessDefinition process = this.repository.getProcessDefinition(definition);
			DecisionDefinition table = this.repository.createDecisionDefinitionQuery()
				.decisionDefinitionKey(decision.id())
				.deploymentId(process.getDeploymentId())
				.singleResult();
			return this.decisions.evaluateDecisionTableById(table.getId(), inputs);
		});
	}

	private void tell(Post post, PostApproval.Message message) {
		Door.through(
				() -> this.runtime.createMessageCorrelation(message.id()).processInstanceId(post.caseId()).correlate());
	}

}
