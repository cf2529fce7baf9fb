package org.imprimatur.posts;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.BioState;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.posts.PostCorrection.Approval;
import org.imprimatur.posts.PostApproval.Standing;
import org.imprimatur.security.Door;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.TaskAtHand;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What corrections ask of the engine: the only place that does. Begins one, and says
 * where one is.
 */
@Component
@Policy("APPROVED")
public class PostCorrections {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final RepositoryService repository;

	private final Corrections corrections;

	private final Accounts accounts;

	private final Clock clock;

	PostCorrections(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy RepositoryService repository,
			Corrections corrections, Accounts accounts, Clock clock) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.repository = repository;
		this.corrections = corrections;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * What somebody noticed.
	 *
	 * @param post reference; null if no post is known
	 * @param postedBy login or words; null if not known
	 */
	record Noticed(String startKey, String reference, String post, CorrectionOrigin origin, String account,
			String address, String postedBy, Instant postedAt, String body, String why) {
	}

	/**
	 * Begins a correction of a post that is out on this account, because somebody who
	 * looked at it again asks for more.
	 * @throws Refusal 409 naming the correction that is open already
	 */
	@Transactional
	public Correction begin(Post post, String account, String because, Person startedBy) {
		return begin(post, account, CorrectionOrigin.REVIEWED, because, startedBy);
	}

	/**
	 * Somebody recorded that what went out differs. Where a correction is open already
	 * the difference is one more thing to decide about in it.
	 */
	void differs(Post post, String account, String differences, Person recordedBy) {
		if (this.corrections.openOn(post.reference(), account).isEmpty()) {
			begin(post, account, CorrectionOrigin.DIFFERENCE, differences, recordedBy);
		}
	}

	Correction begin(Post post, String account, CorrectionOrigin origin, String because, Person startedBy) {
		Optional<PostRelease> out = Optional.ofNullable(this.corrections.out(post.reference()).get(account));
		return begin(new Noticed(null, post.reference(), post.reference(), origin, account,
				out.map(PostRelease::postedUrl).orElse(null), out.map(PostRelease::recordedBy).orElse(null),
				out.map(PostRelease::postedAt).orElse(null), null, because), Standing.NONE, startedBy);
	}

	/**
	 * @param standing whether an objects decision covers what went out
	 */
	Correction begin(Noticed noticed, Standing standing, Person startedBy) {
		this.corrections.lock(noticed.reference());
		notTwice(noticed);
		Account account = this.accounts.find(noticed.account())
			.orElseThrow(() -> Refusal.conflict("There is no account " + noticed.account() + "."));
		boolean approved = noticed.origin() != CorrectionOrigin.UNAPPROVED;
		Map<String, Object> variables = new HashMap<>();
		variables.putAll(PostCorrection.REFERENCE.is(noticed.reference()));
		variables.putAll(PostCorrection.APPROVAL.is(approved ? Approval.GIVEN : Approval.MISSING));
		variables.putAll(PostCorrection.TEAM.is(account.team()));
		variables.putAll(PostCorrection.DECIDERS.is(account.team() + "-approvers,head-of-communications"));
		variables.putAll(PostCorrection.ACCOUNT_OWNER.is(account.owner()));
		// it is out already: only who owns the account says whether the objects count
		variables.putAll(PostCorrection.ACCOUNT_STATE.is(AccountState.ACTIVE));
		variables.putAll(PostCorrection.BIO_CHECK.is(BioState.CURRENT));
		variables.putAll(PostCorrection.STANDING_OBJECTS.is(standing));
		ProcessInstance started = Door
			.through(() -> this.runtime.startProcessInstanceByKey(PostCorrection.KEY, noticed.reference(), variables));
		String objectsCheck = approved ? Approval.GIVEN.name() : Door
			.through(() -> (String) this.runtime.getVariable(started.getId(), PostCorrection.OBJECTS_CHECK.name()));
		return this.corrections.add(new Correction(started.getId(), noticed.startKey(), noticed.reference(),
				noticed.post(), noticed.origin(), noticed.account(), account.team(), noticed.address(),
				noticed.postedBy(), noticed.postedAt(), noticed.body(), noticed.why(), objectsCheck, startedBy.login(),
				this.clock.instant()));
	}

	/** The correction that this task belongs to. */
	Optional<Correction> at(String taskId) {
		return Optional.ofNullable(Door.through(() -> this.tasks.createTaskQuery().taskId(taskId).singleResult()))
			.flatMap((task) -> this.corrections.find(task.getProcessInstanceId()));
	}

	/**
	 * Whether the version of the process that this correction began on has a way back to
	 * those who decide. Those that began before there was one can only be carried out.
	 */
	public boolean canBeDecidedAgain(TaskAtHand task) {
		return Door.through(() -> this.repository.getBpmnModelInstance(task.definition()))
			.getModelElementById("recorded-not-done") != null;
	}

	/** The task of people that is open for it. */
	Optional<PostApprovals.OpenTask> open(Correction correction) {
		return Door.through(() -> this.tasks.createTaskQuery()
			.processInstanceId(correction.caseId())
			.listPage(0, 1)
			.stream()
			.findFirst()
			.map(this::open));
	}

	private PostApprovals.OpenTask open(Task task) {
		List<String> groups = this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((group) -> group != null)
			.sorted()
			.toList();
		return new PostApprovals.OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), task.getAssignee(),
				groups, List.of(), (task.getDueDate() != null) ? task.getDueDate().toInstant() : null,
				task.getCreateTime().toInstant());
	}

	private void notTwice(Noticed noticed) {
		Optional<Correction> open = Optional.empty();
		if (noticed.post() != null) {
			open = this.corrections.openOn(noticed.post(), noticed.account());
		}
		else if (noticed.address() != null) {
			open = this.corrections.openAt(noticed.account(), noticed.address());
		}
		open.ifPresent((one) -> {
			throw Refusal.conflict(already(one));
		});
	}

	/** Names the one that is open. */
	String already(Correction open) {
		return "A correction of " + open.reference() + " on "
				+ this.accounts.find(open.account()).map(Account::name).orElse(open.account())
				+ " is open already, and waits for "
				+ open(open).map((task) -> "“" + task.name() + "”").orElse("its next step") + ". See /items/"
				+ open.reference() + " and add what you know there.";
	}

}
