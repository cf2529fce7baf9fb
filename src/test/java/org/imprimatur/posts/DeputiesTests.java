package org.imprimatur.posts;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.AbsenceActs;
import org.imprimatur.tasks.Fields;
import org.imprimatur.tasks.Story;
import org.imprimatur.tasks.TakingOver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("Who is away names a deputy of equal authority, who never breaks four eyes")
class DeputiesTests extends PostsAtWork {

	@Test
	@DisplayName("A deputy takes over what the person away had taken, and it is on record for whom")
	void takesOver() {
		OnePost post = this.author.submits(aPost());
		this.objectsReviewer.claims(post, Task.CHECK_CHARITY_OBJECTS);
		takesOver(this.objectsReviewer2, post).isTooLate("Nobody who is away has this task");
		enters("objects", "", "2026-11-24", "2026-11-25", "objects2");
		this.objectsReviewer2.tries((to) -> to.findsAligned(post)).isTooLate("has this task and is away. Take it over");
		takesOver(this.approver, post).isRefused("This task is for other people");
		takes(this.objectsReviewer2, post);
		assertThat(post).owedBy("objects2");
		this.objectsReviewer2.findsAligned(post);
		assertThat(this.stage.context.getBean(Story.class).of(post.reference(), java.util.List.of()))
			.anySatisfy((one) -> assertThat(one.title())
				.isEqualTo("Took over “check charity objects” from Harriet Osei, who is away, as their deputy"));
		assertThat(post).isAt(Task.SIGN_OFF_POST);
	}

	@Test
	@DisplayName("Others of the group may take it over as well, but past our page nobody may, and no author")
	void fourEyes() {
		OnePost post = this.approver2.submits(aPost());
		this.objectsReviewer.claims(post, Task.CHECK_CHARITY_OBJECTS);
		enters("objects", "", "2026-11-24", "2026-11-24", "approver2");
		takesOver(this.approver2, post).isRefused("someone other than the author");
		String task = this.objectsReviewer.open(post, Task.CHECK_CHARITY_OBJECTS);
		this.objectsReviewer2.triesPastTheDoor(() -> this.stage.tasks.setAssignee(task, "objects2"))
			.isTooLate("has taken this task");
		takes(this.objectsReviewer2, post);
		this.objectsReviewer2.findsAligned(post);
		assertThat(post).isAt(Task.SIGN_OFF_POST);
	}

	@Test
	@DisplayName("Nobody names a deputy without the same authority, somebody who is away, or themselves")
	void equalAuthority() {
		tries("approver2", "", "2026-11-24", "2026-11-25", "approver").isAskedFor("deputy",
				"Megan Fairclough has not the same authority: not a member of Charity objects reviewers");
		tries("hoc", "", "2026-11-24", "2026-11-25", "deputy").isAskedFor("deputy", "Head of Communications");
		tries("approver", "", "2026-11-24", "2026-11-25", "approver").isAskedFor("deputy", "Choose somebody else");
		enters("approver2", "", "2026-11-25", "2026-11-26", "");
		tries("approver", "", "2026-11-24", "2026-11-25", "approver2").isAskedFor("deputy", "is away then as well");
		tries("approver2", "", "2026-11-24", "2026-11-25", "").isAskedFor("from", "End it first");
		tries("approver", "", "2026-11-24", "2026-11-20", "").isAskedFor("until", "not before the first");
		tries("approver", "", "tomorrow", "2026-11-25", "").isAskedFor("from", "Enter the first day");
		tries("approver", "objects", "2026-11-24", "2026-11-25", "").isRefused("your own absence only");
		enters("hoc", "objects", "2026-11-24", "2026-11-25", "objects2");
	}

	@Test
	@DisplayName("Who is back ends the absence, and is counted on again")
	void back() {
		enters("objects", "", "2026-11-24", "2026-11-25", "");
		enters("objects2", "", "2026-11-24", "2026-11-25", "");
		OnePost up = this.approver2.submits(aPost());
		assertThat(up).owedBy("head-of-communications");
		long absence = this.stage.absences.now("objects").orElseThrow().id();
		Attempt.at(this.stage, () -> acts().end(absence, this.stage.person("approver")))
			.isRefused("your own absence only");
		acts().end(absence, this.stage.person("objects"));
		OnePost post = this.approver2.submits(aPost());
		assertThat(post).owedBy("charity-objects-reviewers");
		this.objectsReviewer.findsAligned(post);
	}

	private AbsenceActs acts() {
		return this.stage.context.getBean(AbsenceActs.class);
	}

	private void enters(String login, String person, String from, String until, String deputy) {
		acts().enter(typed(person, from, until, deputy), this.stage.person(login));
	}

	private Attempt tries(String login, String person, String from, String until, String deputy) {
		return Attempt.at(this.stage, () -> enters(login, person, from, until, deputy));
	}

	private static Fields typed(String person, String from, String until, String deputy) {
		return Fields.none().with("person", person).with("from", from).with("until", until).with("deputy", deputy);
	}

	private Attempt takesOver(Actor actor, OnePost post) {
		return Attempt.at(this.stage, () -> takes(actor, post));
	}

	private void takes(Actor actor, OnePost post) {
		String task = actor.open(post, Task.CHECK_CHARITY_OBJECTS);
		this.stage.as(this.stage.person(actor.login()), () -> {
			this.stage.context.getBean(TakingOver.class).takeOver(task, this.stage.person(actor.login()));
			return null;
		});
	}

}
