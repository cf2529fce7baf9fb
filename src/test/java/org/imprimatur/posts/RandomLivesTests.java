package org.imprimatur.posts;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.LondonTime;
import org.imprimatur.kernel.Policy;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

/**
 * Posts with lives that nobody planned: people do what they like whenever they like,
 * rightly and wrongly, while owners, slots and freezes change under them, people go away,
 * leave deputies and come back, and every third life crosses a night on which the clocks
 * change, with slots at times that come twice or never. Whatever happens, what is
 * released has every decision the policy asks for. Each life follows from its number
 * alone; {@code -Dimprimatur.lives=500} lives more of them.
 */
@Policy({ "APPROVED", "OBJECTS", "AUTHORISED", "SHARE" })
@DisplayName("Whatever people do, what is released was decided by the right people on exactly this content")
class RandomLivesTests extends PostsAtWork {

	private static final int LIVES = Integer.getInteger("imprimatur.lives", 20);

	private static final int LONGEST_LIFE = 40;

	private static final List<String> PEOPLE = List.of("author", "author2", "approver", "approver2", "objects",
			"objects2", "hoc", "deputy", "news", "news-lead", "manager", "admin");

	private static final List<String> ACCOUNTS = List.of(Draft.JOINT_ACCOUNT, Draft.TRUST_ACCOUNT,
			Draft.SECTION_ACCOUNT);

	private Witness found;

	private RecordWitness record;

	private int refused;

	private ComingsAndGoings comings;

	private Long frozen;

	private Night night;

	/**
	 * When a life begins, and the local time of its night that is asked for as a slot.
	 */
	private enum Night {

		ORDINARY("2026-11-24T10:00", "2026-11-24T14:00"), CLOCKS_FORWARD("2026-03-28T21:00", "2026-03-29T01:30"),
		CLOCKS_BACK("2026-10-24T21:00", "2026-10-25T01:30");

		private final String begins;

		private final String slot;

		Night(String begins, String slot) {
			this.begins = begins;
			this.slot = slot;
		}

	}

	@BeforeEach
	void witness() {
		this.found = new Witness(this.stage);
		this.record = new RecordWitness(this.stage);
		this.comings = new ComingsAndGoings(this.stage);
		this.refused = 0;
	}

	@Test
	@DisplayName("over many lives, as many of which reach release as are stopped")
	void lives() {
		int released = 0;
		for (int life = 1; life <= LIVES; life++) {
			released += live(life);
		}
		this.record.everythingAgrees();
		// a walk on which nothing ever happens, or nothing is ever refused, proves
		// nothing
		assertThat(released).as("posts released").isGreaterThan(LIVES / 5);
		assertThat(LIVES - released).as("posts stopped").isGreaterThan(LIVES / 10);
		assertThat(this.refused).as("acts refused").isGreaterThan(LIVES);
		assertThat(this.comings.takenOver()).as("tasks taken over from people away").isGreaterThan(LIVES / 2);
		assertThat(this.found.decidedAfterTakingOver()).as("decisions by somebody who had taken over")
			.isGreaterThan(LIVES / 3);
		assertThat(this.found.releasedByDeputies()).as("posts released on the decision of a deputy").isPositive();
	}

	private int live(int number) {
		Random chance = new Random(number);
		this.night = Night.values()[(number % 6 == 0) ? 1 : (number % 6 == 3) ? 2 : 0];
		this.stage.itIs(this.night.begins);
		this.found.anotherLife();
		OnePost post = this.author.submits(beginning(chance));
		List<String> story = new ArrayList<>();
		if (number % 3 == 1) {
			story.add(attempt("the reviewer goes away and the deputy checks", () -> this.comings.deputyChecks(post)));
		}
		for (int step = 0; step < LONGEST_LIFE && this.stage.posts.ending(post.reference()).isEmpty(); step++) {
			String did = something(post, chance);
			story.add(did);
			this.found.everyReleaseIsCovered(post, () -> "life " + number + ": " + story);
		}
		this.record.theStoryIsWhole(post, () -> "life " + number + ": " + story);
		boolean out = !this.found.releases(post).isEmpty();
		if (this.frozen != null) {
			freeze(post);
		}
		this.stage.clear();
		return out ? 1 : 0;
	}

	/** An ordinary post, a like or breaking news, on one account or on two. */
	private static Draft beginning(Random chance) {
		int kind = chance.nextInt(10);
		Draft draft = (kind < 2) ? aPost().on(Draft.JOINT_ACCOUNT, Draft.TRUST_ACCOUNT)
				: (kind == 2) ? Draft.aLike() : (kind == 3) ? Draft.aPartnersShare()
						: (kind == 4) ? Draft.aShare() : aPost().on(oneOf(ACCOUNTS, chance));
		if (chance.nextInt(6) == 0) {
			draft = draft.breaking();
		}
		return (chance.nextInt(6) == 0) ? draft.marked(Trigger.NAMES_POLITICIAN) : draft;
	}

	/** One thing that happens; what it was, and whether it was let through. */
	private String something(OnePost post, Random chance) {
		String who = oneOf(PEOPLE, chance);
		Actor actor = this.stage.actor(who);
		int sort = chance.nextInt(118);
		if (sort < 62) {
			return task(post, chance);
		}
		if (sort >= 100) {
			return attempt(
					(sort < 104) ? this.comings.away(chance) : this.comings.taken(post, usually(post, chance), chance));
		}
		if (sort < 66) {
			return attempt(who + " changes", () -> actor.takesBack(post));
		}
		if (sort < 70) {
			String to = (chance.nextInt(3) == 0) ? this.night.slot : soon(Duration.ofMinutes(10 + chance.nextInt(300)));
			return attempt(who + " moves the slot to " + to, () -> {
				actor.movesTheSlot(post, to);
				if (to.equals(this.night.slot)) {
					theSlotIsWhatLondonMeans(post);
				}
			});
		}
		if (sort < 72) {
			return attempt(who + (chance.nextBoolean() ? " recalls" : " withdraws"),
					chance.nextBoolean() ? () -> actor.recalls(post) : () -> actor.withdraws(post));
		}
		if (sort < 80) {
			Owner owner = oneOf(List.of(Owner.values()), chance);
			String account = post.row().accountIds().get(0);
			return attempt(account + " is owned by " + owner, () -> ownerBecomes(account, owner));
		}
		if (sort < 82) {
			return freeze(post);
		}
		if (sort < 84) {
			return attempt("an administrator moves the case to its release",
					() -> this.stage.as(this.stage.person("admin"), () -> {
						this.stage.runtime.createProcessInstanceModification(post.caseId())
							.startBeforeActivity("publish-post")
							.execute(chance.nextBoolean(), true);
						return null;
					}));
		}
		if (sort < 86) {
			return attempt(who + " asks for the queue", () -> actor.does(post, Act.QUEUE));
		}
		if (sort < 92) {
			Duration passed = Duration.ofMinutes(1 + chance.nextInt(240));
			this.stage.itIs(this.stage.now().plus(passed));
			return passed + " pass";
		}
		return timers(post);
	}

	/** Freezes everything, or lifts what is frozen. */
	private String freeze(OnePost post) {
		if (this.frozen == null) {
			return attempt("everything is frozen", () -> this.frozen = this.headOfCommunications.freezesEverything());
		}
		return attempt("the freeze is lifted", () -> {
			this.headOfCommunications.lifts(this.frozen);
			this.frozen = null;
		});
	}

	/** Somebody does an open task, mostly one of those who should. */
	private String task(OnePost post, Random chance) {
		List<Task> open = this.stage.tasks.createTaskQuery().processInstanceId(post.caseId()).list();
		if (open.isEmpty()) {
			return timers(post);
		}
		Task task = oneOf(open, chance);
		if (task.getAssignee() == null && chance.nextInt(4) == 0) {
			return attempt(this.comings.taken(task, RandomAnswers.usual(task.getTaskDefinitionKey(), chance), chance));
		}
		String before = "";
		if (this.comings.isLeftBehind(task) && chance.nextInt(5) > 0) {
			before = attempt(this.comings.taken(task, RandomAnswers.usual(task.getTaskDefinitionKey(), chance), chance))
					+ "; then ";
			task = this.stage.tasks.createTaskQuery().taskId(task.getId()).singleResult();
		}
		return before + doing(task, post, chance);
	}

	private String doing(Task task, OnePost post, Random chance) {
		String who = (chance.nextInt(4) == 0) ? oneOf(PEOPLE, chance) : (task.getAssignee() != null)
				? task.getAssignee() : RandomAnswers.usual(task.getTaskDefinitionKey(), chance);
		Fields fields = RandomAnswers.at(task.getTaskDefinitionKey(),
				(chance.nextInt(3) == 0) ? this.night.slot : soon(Duration.ofMinutes(chance.nextInt(120))), chance);
		return attempt(who + " at " + task.getTaskDefinitionKey() + " " + fields.value("decision"), () -> {
			this.stage.actor(who).completes(task.getId(), fields);
			if (fields.value("decision").equals("SCHEDULE") && fields.value("publishAt").equals(this.night.slot)) {
				theSlotIsWhatLondonMeans(post);
			}
		});
	}

	/**
	 * A time that never comes is no slot; one that comes twice is the first of the two.
	 */
	private void theSlotIsWhatLondonMeans(OnePost post) {
		assertThat(this.night).as("a slot at a time that never comes").isNotEqualTo(Night.CLOCKS_FORWARD);
		if (this.night == Night.CLOCKS_BACK) {
			assertThat(this.found.slot(post.reference())).isEqualTo("2026-10-25T00:30:00Z");
		}
	}

	/** Somebody for one of the open tasks, mostly one of those who should. */
	private String usually(OnePost post, Random chance) {
		List<Task> open = this.stage.tasks.createTaskQuery().processInstanceId(post.caseId()).list();
		return (open.isEmpty() || chance.nextInt(4) == 0) ? oneOf(PEOPLE, chance)
				: RandomAnswers.usual(open.get(0).getTaskDefinitionKey(), chance);
	}

	/** Lets the time pass to the next timer, and whatever is due happens. */
	private String timers(OnePost post) {
		List<Job> jobs = this.stage.management.createJobQuery()
			.processInstanceId(post.caseId())
			.timers()
			.orderByJobDuedate()
			.asc()
			.list();
		if (jobs.isEmpty()) {
			return "nothing is due";
		}
		Job next = jobs.get(0);
		if (next.getDuedate().toInstant().isAfter(this.stage.now())) {
			this.stage.itIs(next.getDuedate().toInstant());
		}
		return attempt("the time comes for " + next.getId(), () -> this.stage.management.executeJob(next.getId()));
	}

	private String attempt(ComingsAndGoings.Step step) {
		return attempt(step.what(), step.work());
	}

	private String attempt(String what, Runnable work) {
		try {
			work.run();
			return what;
		}
		catch (RuntimeException ex) {
			this.refused++;
			return what + " – refused";
		}
	}

	private String soon(Duration ahead) {
		return ZonedDateTime.ofInstant(this.stage.now().plus(ahead), LondonTime.ZONE)
			.toLocalDateTime()
			.withNano(0)
			.toString();
	}

	private static <T> T oneOf(List<T> all, Random chance) {
		return all.get(chance.nextInt(all.size()));
	}

}
