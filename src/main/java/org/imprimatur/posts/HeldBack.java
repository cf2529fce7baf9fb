package org.imprimatur.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Happening;

import org.springframework.stereotype.Component;

/**
 * Each freeze with the posts it holds back, for one reader, and in the story of posts.
 */
@Component
@Policy("CRISIS")
public class HeldBack implements AlsoHappened {

	private final Freezes freezes;

	private final Freezing freezing;

	private final Posts posts;

	private final PostApprovals approvals;

	private final StandingDecisions standing;

	private final ReleaseGate gate;

	private final PostAccess access;

	private final People people;

	HeldBack(Freezes freezes, Freezing freezing, Posts posts, PostApprovals approvals, StandingDecisions standing,
			ReleaseGate gate, PostAccess access, People people) {
		this.freezes = freezes;
		this.freezing = freezing;
		this.posts = posts;
		this.approvals = approvals;
		this.standing = standing;
		this.gate = gate;
		this.access = access;
		this.people = people;
	}

	/**
	 * One freeze as a reader sees it.
	 *
	 * @param words what, since when, by whom and why
	 * @param owner the name of who began it
	 * @param begunAt ISO 8601 with London's offset; so is liftedAt, null while in force
	 * @param mayLift whether this reader can lift it
	 * @param held approved posts that wait for an approver's word
	 * @param unseen how many more are held that this reader may not read
	 */
	public record View(long id, FreezeScope scope, String target, String what, String words, String reason,
			String incident, String owner, String begunAt, boolean inForce, String liftedBy, String liftedAt,
			String liftReason, boolean mayLift, List<Held> held, int unseen) {
	}

	/**
	 * A post that is held back.
	 */
	public record Held(String reference, String title, String where) {
	}

	/** Those in force first, then the newest first. */
	public List<View> all(Person reader) {
		List<Post> waiting = this.approvals.waitingAt(Task.CONFIRM_AFTER_FREEZE)
			.stream()
			.flatMap((reference) -> this.posts.find(reference).stream())
			.toList();
		List<Holding> holding = waiting.stream()
			.map((post) -> new Holding(post, this.gate.holding(post).stream().map(Freeze::id).toList()))
			.toList();
		return this.freezes.all().stream().map((freeze) -> view(freeze, holding, reader)).toList();
	}

	public Optional<View> find(long id, Person reader) {
		return all(reader).stream().filter((view) -> view.id() == id).findFirst();
	}

	private View view(Freeze freeze, List<Holding> holding, Person reader) {
		List<Held> held = new ArrayList<>();
		int unseen = 0;
		for (Holding one : holding) {
			if (one.freezes().contains(freeze.id())) {
				if (this.access.maySee(one.post().reference(), reader)) {
					held.add(new Held(one.post().reference(), one.post().title(), where(one.post())));
				}
				else {
					unseen++;
				}
			}
		}
		Freeze.Lift lift = freeze.lift();
		return new View(freeze.id(), freeze.scope(), freeze.target(), this.freezes.what(freeze),
				this.freezes.words(freeze), freeze.reason(), freeze.incident(), this.people.nameOf(freeze.begunBy()),
				LondonTime.iso(freeze.begunAt()), freeze.inForce(),
				(lift != null) ? this.people.nameOf(lift.liftedBy()) : null,
				(lift != null) ? LondonTime.iso(lift.liftedAt()) : null, (lift != null) ? lift.reason() : null,
				this.freezing.whyNotLift(freeze, reader).isEmpty(), held, unseen);
	}

	/** Who has it now, and the slot it had. */
	private String where(Post post) {
		String who = this.approvals.open(post)
			.stream()
			.map((task) -> (task.assignee() != null) ? this.people.nameOf(task.assignee())
					: String.join(", ", task.groups().stream().map(this.people::nameOfGroup).toList()))
			.findFirst()
			.orElse("nobody");
		return "Waits for the word of " + who + "."
				+ this.posts.slot(post.reference())
					.map((slot) -> " Its slot: " + LondonTime.dateTime(slot.publishAt()) + ".")
					.orElse(" It has no slot yet.");
	}

	@Override
	public List<Happening> about(Post post) {
		Instant end = this.posts.ending(post.reference()).map(PostEnding::endedAt).orElse(Instant.MAX);
		List<Happening> all = new ArrayList<>();
		for (Freeze freeze : this.freezes.covering(this.standing.accountsOf(post))) {
			Freeze.Lift lift = freeze.lift();
			boolean meanwhile = freeze.begunAt().isBefore(end)
					&& (lift == null || lift.liftedAt().isAfter(post.startedAt()));
			if (meanwhile) {
				all.add(new Happening(freeze.begunAt(), this.people.nameOf(freeze.begunBy()),
						"Froze what is queued: " + this.freezes.what(freeze), freeze.reason()));
			}
			if (meanwhile && lift != null && lift.liftedAt().isBefore(end)) {
				all.add(new Happening(lift.liftedAt(), this.people.nameOf(lift.liftedBy()),
						"Lifted the freeze: " + this.freezes.what(freeze), lift.reason()));
			}
		}
		return all;
	}

	private record Holding(Post post, List<Long> freezes) {
	}

}
