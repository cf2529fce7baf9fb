package org.imprimatur.posts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Task;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "CONDUCT", "GROUNDED" })
@DisplayName("Who approves confirms the lines that this very post calls for")
class ConductTests extends PostsAtWork {

	@Test
	@DisplayName("an ordinary post asks for two lines, and for no others")
	void anOrdinaryPost() {
		OnePost post = toBeSigned(aPost());
		for (Line missing : List.of(Line.ACCURATE, Line.GROUNDED)) {
			confirms(post, EnumSet.complementOf(EnumSet.of(missing))).isAskedFor("confirmations",
					"Confirm before you approve: " + missing.label() + ".");
		}
		confirms(post, Set.of()).isAskedFor("confirmations", Line.ACCURATE.label() + "; " + Line.GROUNDED.label());
		approves(post, Set.of(Line.ACCURATE, Line.GROUNDED));
		assertThat(post).isAt(Task.SCHEDULE_POST);
		assertThat(this.stage.posts.lastDecision(post.reference(), Task.SIGN_OFF_POST).orElseThrow().confirmations())
			.isEqualTo("ACCURATE,GROUNDED");
	}

	@ParameterizedTest
	@CsvSource({ "DONATION_ASK, FUNDRAISING_CODE", "IDENTIFIABLE_PERSON, CONSENT", "CHILD, SAFEGUARDING",
			"STATISTIC, SOURCE_DATED", "NAMES_POLITICIAN, POLITICAL_BALANCE" })
	@DisplayName("what the author marked may not be approved without its line")
	void whatTheAuthorMarked(Trigger trigger, Line line) {
		OnePost post = toBeSigned(aPost().marked(trigger).with("sourceDate", "2026-06-22"));
		Actor signs = (trigger == Trigger.NAMES_POLITICIAN) ? this.headOfCommunications : this.approver;
		signs.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, sent(Set.of(Line.ACCURATE, Line.GROUNDED))))
			.isAskedFor("confirmations", line.label());
		signs.completes(post, Task.SIGN_OFF_POST, sent(Set.of(Line.ACCURATE, Line.GROUNDED, line)));
		assertThat(post).isAt(Task.SCHEDULE_POST);
	}

	@ParameterizedTest
	@CsvSource({ "DONATION_ASK, FUNDRAISING_CODE", "IDENTIFIABLE_PERSON, CONSENT", "CHILD, SAFEGUARDING",
			"STATISTIC, SOURCE_DATED" })
	@DisplayName("what the approver adds may not be approved without its line either")
	void whatTheApproverAdds(Trigger trigger, Line line) {
		OnePost post = toBeSigned(aPost());
		Fields fields = sent(Set.of(Line.ACCURATE, Line.GROUNDED)).with("triggers", trigger.name());
		this.approver.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, fields))
			.isAskedFor("confirmations", line.label());
		this.approver.approves(post, trigger);
		assertThat(this.stage.posts.lastDecision(post.reference(), Task.SIGN_OFF_POST).orElseThrow().triggers())
			.isEqualTo(trigger.name());
	}

	@Test
	@DisplayName("an approver may not take away what the author marked")
	void mayNotTakeAway() {
		OnePost post = toBeSigned(aPost().marked(Trigger.CHILD));
		Fields fields = sent(Set.of(Line.ACCURATE, Line.GROUNDED)).with("triggers", List.of());
		this.approver.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, fields))
			.isAskedFor("confirmations", Line.SAFEGUARDING.label());
	}

	@Test
	@DisplayName("an approver may not confirm or mark what is not offered, or decide nothing")
	void mayNotInvent() {
		OnePost post = toBeSigned(aPost());
		this.approver
			.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, "decision", "APPROVED", "confirmations", "ALL"))
			.isAskedFor("confirmations", "Tick only the lines");
		this.approver.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, "decision", "APPROVED", "triggers", "X"))
			.isAskedFor("triggers", "Tick only what is offered");
		this.approver
			.tries((to) -> to.completes(post, Task.SIGN_OFF_POST,
					sent(EnumSet.allOf(Line.class)).only(Set.of("confirmations"))))
			.isAskedFor("decision", "Choose whether the post is approved");
	}

	@Test
	@Policy("APPROVED")
	@DisplayName("an approver may not send a post back or reject it without a reason, and confirms nothing then")
	void mayNotGoWithoutAReason() {
		OnePost post = toBeSigned(aPost().marked(Trigger.CHILD));
		this.approver.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, "decision", "REJECTED"))
			.isAskedFor("reason", "Enter a reason for rejecting the post");
		this.approver.tries((to) -> to.completes(post, Task.SIGN_OFF_POST, "decision", "CHANGES_REQUESTED"))
			.isAskedFor("reason", "Enter what the author has to change");
		this.approver.answers(post, SignOff.CHANGES_REQUESTED);
		assertThat(post).isAt(Task.DRAFT_POST);
	}

	private OnePost toBeSigned(Draft draft) {
		OnePost post = this.author.submits(draft);
		this.objectsReviewer.findsAligned(post);
		return post;
	}

	private Attempt confirms(OnePost post, Set<Line> lines) {
		return this.approver.tries((to) -> approves(post, lines));
	}

	private void approves(OnePost post, Set<Line> lines) {
		this.approver.completes(post, Task.SIGN_OFF_POST, sent(lines));
	}

	private static Fields sent(Set<Line> lines) {
		return Fields.none()
			.with("decision", SignOff.APPROVED.name())
			.with("confirmations", Stream.of(Line.values()).filter(lines::contains).map(Enum::name).toList());
	}

}
