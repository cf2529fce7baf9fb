package org.imprimatur.models.proposal;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.imprimatur.kernel.InvalidFields;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Refusal;
import org.imprimatur.models.ModelFile;
import org.imprimatur.models.Version;
import org.imprimatur.models.Versions;
import org.imprimatur.models.check.Checker;
import org.imprimatur.models.proposal.Proposal.Answer;
import org.imprimatur.models.proposal.Proposal.File;
import org.imprimatur.models.proposal.Proposal.Said;
import org.imprimatur.security.DeploymentGuard;
import org.imprimatur.security.Door;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a second person brings a changed model to life, or does not: nobody changes alone
 * who decides about what goes out, or what the Trustees are told.
 */
@Component
@Policy({ "APPROVED", "OBJECTS", "TRUSTEES" })
public class Proposals {

	private static final int LONGEST_REASON = 2000;

	private final ProposalRows rows;

	private final ProposedChanges changes;

	private final Versions versions;

	private final Checker checker;

	private final DeploymentGuard whole;

	private final RepositoryService repository;

	private final People people;

	private final Clock clock;

	Proposals(ProposalRows rows, ProposedChanges changes, Versions versions, Checker checker, DeploymentGuard whole,
			RepositoryService repository, People people, Clock clock) {
		this.rows = rows;
		this.changes = changes;
		this.versions = versions;
		this.checker = checker;
		this.whole = whole;
		this.repository = repository;
		this.people = people;
		this.clock = clock;
	}

	/** Those that wait, the oldest first. */
	public List<Proposal> open() {
		return this.rows.open();
	}

	/** The last fifty that have ended, the newest first. */
	public List<Proposal> ended() {
		return this.rows.ended();
	}

	/**
	 * @throws Refusal 404 if there is none
	 */
	public Proposal find(long id) {
		return this.rows.find(id).orElseThrow(Proposals::unknown);
	}

	/** What an open proposal would change now. */
	public List<ProposedChange> changes(Proposal proposal) {
		return this.changes.of(proposal.files().stream().map(File::file).toList());
	}

	/** Whether what it was made from has changed since, so that it would undo that. */
	public boolean isOvertaken(Proposal proposal) {
		return proposal.files().stream().anyMatch((one) -> !this.changes.live(one.file()).equals(one.replaces()));
	}

	/** Whether this person is one of those it waits for. */
	public static boolean waitsFor(Proposal proposal, Person person) {
		return !proposal.askedBy().equals(person.login()) && proposal.waitsFor().stream().anyMatch(person::isIn);
	}

	/**
	 * Releases it for every group that this person is in. When nobody else has to, it
	 * goes live for the cases that begin from now on.
	 * @throws Refusal 403 for whoever proposed it and for all who need not release it;
	 * 409 if it has ended, or another version went live since; 422 if it breaks a rule by
	 * now
	 */
	@Transactional
	public Proposal release(long id, Person person) {
		Proposal proposal = open(id);
		if (proposal.askedBy().equals(person.login())) {
			throw Refusal.forbidden("You proposed this yourself: a second person has to release it.");
		}
		Set<String> mine = mine(proposal, person);
		if (isOvertaken(proposal)) {
			throw Refusal.conflict("Another version went live since this was proposed, and this would undo it. "
					+ "Decline it: it has to be made anew from the version that is live.");
		}
		boolean last = mine.containsAll(proposal.waitsFor());
		String deployment = last ? deploy(proposal, person) : null;
		List<String> groups = new ArrayList<>(mine);
		for (String group : groups) {
			boolean brings = last && group.equals(groups.get(groups.size() - 1));
			this.rows.answer(id, new Answer(Said.RELEASED, group, person.login(), null, brings ? deployment : null,
					this.clock.instant()));
		}
		return find(id);
	}

	/**
	 * @param reason up to 2,000 characters
	 * @throws InvalidFields if there is no reason, or too much of it
	 * @throws Refusal 403 for all who need not release it; 409 if it has ended
	 */
	@Transactional
	public void decline(long id, String reason, Person person) {
		Proposal proposal = open(id);
		mine(proposal, person);
		String why = (reason != null) ? reason.strip() : "";
		if (why.isEmpty() || why.length() > LONGEST_REASON) {
			throw new InvalidFields(Map.of("reason", why.isEmpty() ? "Say why, so that it can be changed."
					: "Say it in at most " + LONGEST_REASON + " characters."));
		}
		end(id, Said.DECLINED, person, why);
	}

	/**
	 * @throws Refusal 403 for everybody but who proposed it; 409 if it has ended
	 */
	@Transactional
	public void takeBack(long id, Person person) {
		if (!open(id).askedBy().equals(person.login())) {
			throw Refusal.forbidden("Only who proposed it can take it back.");
		}
		end(id, Said.TAKEN_BACK, person, null);
	}

	/** The groups in words, such as "the Head of Communications". */
	public String names(Set<String> groups) {
		return groups.stream()
			.sorted()
			.map((group) -> "the " + this.people.nameOfGroup(group))
			.collect(Collectors.joining(" and "));
	}

	private void end(long id, Said said, Person person, String reason) {
		this.rows.answer(id, new Answer(said, null, person.login(), reason, null, this.clock.instant()));
	}

	private Proposal open(long id) {
		Proposal proposal = this.rows.lock(id).orElseThrow(Proposals::unknown);
		if (!proposal.isOpen()) {
			Answer end = proposal.last().orElseThrow();
			throw Refusal.conflict("This has ended already: " + end.said().label().toLowerCase(java.util.Locale.ROOT)
					+ Optional.ofNullable(end.person()).map((login) -> " by " + this.people.nameOf(login)).orElse("")
					+ ". Look at /models/proposals.");
		}
		return proposal;
	}

	private Set<String> mine(Proposal proposal, Person person) {
		Set<String> mine = new TreeSet<>(proposal.waitsFor());
		mine.removeIf((group) -> !person.isIn(group));
		if (mine.isEmpty()) {
			throw Refusal.forbidden("This is for " + names(proposal.waitsFor()) + " to answer.");
		}
		return mine;
	}

	private String deploy(Proposal proposal, Person person) {
		List<ProposedChange> changed = changes(proposal);
		DeploymentBuilder builder = this.repository.createDeployment()
			.name(proposal.name())
			.source("proposal " + proposal.id() + " of " + this.people.nameOf(proposal.askedBy())
					+ (proposal.source().isEmpty() ? "" : " (" + proposal.source() + ")"));
		proposal.files()
			.forEach(
					(one) -> builder.addInputStream(one.file().path(), new ByteArrayInputStream(one.file().content())));
		this.whole.complete(builder);
		Map<String, byte[]> files = new TreeMap<>();
		((DeploymentBuilderImpl) builder).getDeployment()
			.getResources()
			.values()
			.forEach((file) -> files.put(file.getName(), file.getBytes()));
		this.checker.refuse(files);
		String id = Door.through(builder::deploy).getId();
		changed.forEach((change) -> mustFollow(change, id));
		return id;
	}

	/** Nothing may have gone live between looking at what is live and the deployment. */
	private void mustFollow(ProposedChange change, String deployment) {
		Version now = this.versions.of(change.key()).get(0);
		int before = change.isNew() ? 0 : change.before().number();
		if (!now.deployment().equals(deployment) || now.number() != before + 1) {
			throw Refusal.conflict("Another version of “" + change.name()
					+ "” went live at this moment. Nothing was changed: look at the proposal again.");
		}
	}

	private static Refusal unknown() {
		return Refusal.notFound("There is no such proposal. The list is at /models/proposals.");
	}

	/**
	 * The files that a proposal is about: those that differ, and those that are no model.
	 */
	static List<ModelFile> kept(List<ModelFile> models, List<ModelFile> others, List<ProposedChange> changes) {
		Set<String> changed = new HashSet<>();
		changes.forEach((one) -> changed.add(one.after().path()));
		List<ModelFile> kept = new ArrayList<>(models);
		kept.removeIf((one) -> !changed.contains(one.path()));
		kept.addAll(others);
		return kept;
	}

}
