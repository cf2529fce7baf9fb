package org.imprimatur.posts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.accounts.Owner;
import org.imprimatur.deadlines.Reminders;
import org.imprimatur.history.Trail;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.security.Person;
import org.imprimatur.security.People;
import org.imprimatur.tasks.TaskDoor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** The whole application as the tests of posts see it, with a clock that stands still. */
final class Stage {

	/** What a refused act leaves exactly as it was. */
	private static final List<String> KEPT = List.of("post", "post_revision", "post_revision_text", "post_decision",
			"post_slot", "post_release", "post_act", "post_ending", "post_freeze", "post_freeze_lift", "escalation",
			"absence", "absence_end", "task_takeover", "correction", "correction_judgement", "correction_done",
			"correction_ending", "trail", "act_hi_procinst", "act_hi_actinst", "act_hi_varinst", "act_hi_detail",
			"act_ru_task", "act_ru_job");

	final List<OnePost> posted = new CopyOnWriteArrayList<>();

	final ApplicationContext context;

	@Autowired
	PostProposals proposals;

	@Autowired
	PostActs acts;

	@Autowired
	Posts posts;

	@Autowired
	StandingDecisions standing;

	@Autowired
	Freezing freezing;

	@Autowired
	Freezes freezes;

	@Autowired
	Corrections corrections;

	@Autowired
	CorrectionRecord correctionRecord;

	@Autowired
	CorrectionAccess correctionAccess;

	@Autowired
	PostCorrections postCorrections;

	@Autowired
	UnapprovedPosts unapproved;

	@Autowired
	org.imprimatur.tasks.Absences absences;

	@Autowired
	Escalations escalations;

	@Autowired
	TaskDoor door;

	@Autowired
	Trail trail;

	@Autowired
	Accounts accounts;

	@Autowired
	Reminders reminders;

	@Autowired
	People people;

	@Autowired
	IdentityService identity;

	@Autowired
	RuntimeService runtime;

	@Autowired
	TaskService tasks;

	@Autowired
	HistoryService history;

	@Autowired
	ManagementService management;

	@Autowired
	RepositoryService repository;

	@Autowired
	JdbcClient jdbc;

	private final Map<String, Owner> owners = new LinkedHashMap<>();

	Stage(ApplicationContext context) {
		this.context = context;
		context.getAutowireCapableBeanFactory().autowireBean(this);
		this.accounts.all().forEach((account) -> this.owners.put(account.id(), account.owner()));
	}

	/** Sets the clock of the whole application. */
	void itIs(Instant time) {
		ClockUtil.setCurrentTime(Date.from(time));
	}

	/** Sets the clock to a time in London, such as {@code 2026-11-24T10:00}. */
	void itIs(String londonTime) {
		itIs(LocalDateTime.parse(londonTime).atZone(LondonTime.ZONE).toInstant());
	}

	Instant now() {
		return ClockUtil.getCurrentTime().toInstant();
	}

	Actor actor(String login) {
		return new Actor(this, person(login));
	}

	Person person(String login) {
		return this.people.find(login).orElseThrow();
	}

	/** Does the work as somebody who has signed in, as every request does it. */
	<T> T as(Person person, Supplier<T> work) {
		var authorities = person.groups().stream().map(SimpleGrantedAuthority::new).toList();
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person.login(), null, authorities));
		this.identity.setAuthentication(person.login(), person.groups().stream().sorted().toList());
		try {
			return work.get();
		}
		finally {
			this.identity.clearAuthentication();
			SecurityContextHolder.clearContext();
		}
	}

	/** How many rows there are of everything that a refused act must not touch. */
	Map<String, Long> rows() {
		Map<String, Long> rows = new LinkedHashMap<>();
		for (String table : KEPT) {
			rows.put(table, this.jdbc.sql("select count(*) from " + table).query(Long.class).single());
		}
		return rows;
	}

	/** Puts the register and the clock back, and ends what a test has left open. */
	void clear() {
		this.owners.forEach((account, owner) -> this.jdbc.sql("update account set owner = ? where id = ?")
			.params(owner.name(), account)
			.update());
		this.freezes.all()
			.stream()
			.filter(Freeze::inForce)
			.forEach((one) -> this.freezes.lift(one.id(), "Over.", "hoc"));
		// by hand, since the package keeps them to itself and some are still to come
		this.jdbc.sql("""
				insert into absence_end (absence, ended_by, ended_at) select id, 'hoc', entered_at from absence
				where id not in (select absence from absence_end)""").update();
		for (OnePost post : this.posted) {
			if (this.runtime.createProcessInstanceQuery().processInstanceId(post.caseId()).count() > 0) {
				this.runtime.createMessageCorrelation(PostApproval.Message.POST_WITHDRAWN.id())
					.processInstanceId(post.caseId())
					.correlate();
			}
		}
		this.posted.clear();
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(PostCorrection.KEY)
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "the test is over"));
		ClockUtil.reset();
	}

}
