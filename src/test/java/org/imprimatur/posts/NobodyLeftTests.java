package org.imprimatur.posts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.TaskAtHand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.COMMUNITY_ACCOUNT;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "OBJECTS", "APPROVED" })
@DisplayName("A check goes up when nobody of its group is left, and four eyes hold there too")
class NobodyLeftTests extends PostsAtWork {

	@Test
	@DisplayName("The objects check goes to the Head of Communications, who is told why and is on record for it")
	void objectsCheck() {
		away("objects", "objects2");
		OnePost post = this.approver2.submits(aPost());
		assertThat(post).isAt(Task.CHECK_CHARITY_OBJECTS).owedBy("head-of-communications");
		assertThat(because(this.headOfCommunications, post, Task.CHECK_CHARITY_OBJECTS)).contains(
				"Nobody is left in “Charity objects reviewers”", "Harriet Osei is away until 27 November 2026",
				"Tobias Lindley wrote the post", "So it goes to “Head of Communications”");
		this.objectsReviewer.tries((to) -> to.findsAligned(post)).isRefused("This task is for other people");
		this.stage.actor("deputy").tries((to) -> to.findsAligned(post)).isRefused("This task is for other people");
		this.headOfCommunications.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("digital-team-approvers").hasAnObjectsDecision(true);
		assertThat(this.stage.context.getBean(PostRecord.class).happened(post.reference()))
			.anySatisfy((one) -> assertThat(one.title()).startsWith("Nobody left for “check charity objects”"))
			.anySatisfy((one) -> assertThat(one.title()).contains("aligned (version 1), for Head of Communications"));
		this.headOfCommunications.tries((to) -> to.approves(post)).isRefused("for other people");
		this.approver.approves(post);
		assertThat(post).isAt(Task.SCHEDULE_POST);
	}

	@Test
	@DisplayName("The sign-off goes to the Head of Communications while the approvers wrote, checked or are away")
	void signOff() {
		away("approver");
		OnePost post = this.author.submits(aPost());
		this.approver2.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("head-of-communications");
		this.approver.tries((to) -> to.approves(post)).isRefused("This task is for other people");
		this.approver2.tries((to) -> to.approves(post)).isRefused("This task is for other people");
		this.headOfCommunications.approves(post);
		assertThat(post).isAt(Task.SCHEDULE_POST).hasASignOff(true);
	}

	@Test
	@DisplayName("What the Head of Communications may not do either goes to the deputies of the Chief Executive")
	void deputies() {
		away("approver", "hoc");
		OnePost post = this.author.submits(aPost());
		this.approver2.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("ceo-deputies");
		assertThat(because(this.stage.actor("deputy"), post, Task.SIGN_OFF_POST)).contains(
				"Nobody is left in “Head of Communications” (Gareth Penrose is away",
				"So it goes to “Chief Executive's deputies”");
		this.headOfCommunications.tries((to) -> to.approves(post)).isRefused("This task is for other people");
		this.stage.actor("deputy").approves(post);
		assertThat(post).isAt(Task.SCHEDULE_POST).hasASignOff(true);
		this.author.schedules(post, "2026-11-24T15:00");
		post.timer("slot-arrived").fires();
		this.author2.publishes(post);
		assertThat(post).hasEnded(PostApproval.Ending.POST_PUBLISHED);
	}

	@Test
	@DisplayName("The one who checked the objects instead may not sign instead, however few are left")
	void neverBoth() {
		away("objects", "objects2", "approver");
		OnePost post = this.approver2.submits(aPost());
		this.headOfCommunications.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("ceo-deputies");
		this.approver2.tries((to) -> to.approves(post)).isRefused("for other people");
		this.headOfCommunications.tries((to) -> to.approves(post)).isRefused("for other people");
		String task = this.headOfCommunications.open(post, Task.SIGN_OFF_POST);
		this.headOfCommunications.triesPastTheDoor(() -> this.stage.tasks.claim(task, "hoc")).isRefused("other people");
	}

	@Test
	@DisplayName("A changed post is looked at anew, and comes back to its usual people once they are there")
	void anew() {
		away("approver");
		OnePost post = this.author.submits(aPost());
		this.approver2.findsAligned(post);
		this.headOfCommunications.approves(post);
		back();
		this.author.takesBack(post).submits(post, aPost().groundedIn(Grounding.POLICY, "Another section"));
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("digital-team-approvers");
	}

	@Test
	@DisplayName("A community's post is signed by another member of it, never by staff")
	void community() {
		away("activist-lead2");
		OnePost post = this.stage.actor("activist-lead").submits(aPost().on(COMMUNITY_ACCOUNT));
		assertThat(post).isAt(Task.SIGN_OFF_POST).owedBy("community-leeds");
		this.headOfCommunications.tries((to) -> to.approves(post)).isRefused("for other people");
		this.stage.actor("activist-lead").tries((to) -> to.approves(post)).isRefused("someone other than the author");
		this.stage.actor("activist").approves(post);
		assertThat(post).isAt(Task.SCHEDULE_POST).hasASignOff(true);
	}

	@Test
	@DisplayName("After a freeze somebody else confirms as well, but no author")
	void afterFreeze() {
		OnePost post = this.approver2.submits(aPost());
		this.objectsReviewer.findsAligned(post);
		this.approver.approves(post);
		away("approver");
		this.headOfCommunications.lifts(this.headOfCommunications.freezesEverything());
		assertThat(post).isAt(Task.CONFIRM_AFTER_FREEZE).owedBy("head-of-communications");
		this.headOfCommunications.confirms(post, AfterFreeze.GO_AHEAD);
		assertThat(post).isAt(Task.SCHEDULE_POST);
	}

	private String because(Actor actor, OnePost post, Task task) {
		TaskAtHand open = this.stage.door.find(actor.open(post, task), this.stage.person(actor.login()));
		return this.stage.door.asked(open).because();
	}

	private void away(String... logins) {
		for (String login : logins) {
			this.stage.jdbc.sql("""
					insert into absence (person, first_day, last_day, deputy, entered_by, entered_at)
					values (?, ?, ?, null, 'hoc', ?)""")
				.params(login, Date.valueOf(LocalDate.of(2026, 11, 23)), Date.valueOf(LocalDate.of(2026, 11, 27)),
						Timestamp.from(this.stage.now()))
				.update();
		}
	}

	private void back() {
		this.stage.jdbc
			.sql("insert into absence_end (absence, ended_by, ended_at) select id, 'hoc', entered_at from absence "
					+ "where id not in (select absence from absence_end)")
			.update();
	}

}
