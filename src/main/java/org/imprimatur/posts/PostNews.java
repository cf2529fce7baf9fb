package org.imprimatur.posts;

import java.util.List;

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.AccountChanged;
import org.imprimatur.accounts.AccountOwnerChanged;
import org.imprimatur.accounts.ChannelManagerChanged;
import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;
import org.imprimatur.partners.PartnerEnded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What reaches posts from elsewhere: another owner, kind or team of an account, a partner
 * no longer, the end of a case.
 */
@Component
@Policy({ "ACCOUNT-OWNER", "ACCOUNT-KIND", "SHARE" })
class PostNews {

	private final Posts posts;

	private final PostApprovals approvals;

	private final StandingDecisions standing;

	private final Corrections corrections;

	PostNews(Posts posts, PostApprovals approvals, StandingDecisions standing, Corrections corrections) {
		this.posts = posts;
		this.approvals = approvals;
		this.standing = standing;
		this.corrections = corrections;
	}

	@EventListener
	void on(AccountOwnerChanged change) {
		accountIsAnother(change.account());
	}

	@EventListener
	void on(AccountChanged change) {
		accountIsAnother(change.account());
	}

	/**
	 * Every open post on the account is looked at again at once. It goes with the account
	 * to another team.
	 */
	private void accountIsAnother(String account) {
		for (String reference : this.posts.openOn(account)) {
			this.posts.lock(reference);
			Post post = this.posts.find(reference).orElseThrow();
			List<String> teams = this.standing.accountsOf(post).stream().map(Account::team).distinct().toList();
			if (teams.size() == 1 && !teams.get(0).equals(post.team())) {
				this.posts.moveTo(reference, teams.get(0));
				this.approvals.teamIs(post, teams.get(0));
			}
			lookAgain(reference);
		}
	}

	/** Every open share of theirs takes the full route from now on. */
	@EventListener
	void on(PartnerEnded ended) {
		for (String reference : this.posts.openShares()) {
			if (this.posts.latest(reference).filter((one) -> ended.address().holds(one.sourceUrl())).isPresent()) {
				lookAgain(reference);
			}
		}
	}

	/** A share that waits for its release there is asked of the new one. */
	@EventListener
	void on(ChannelManagerChanged change) {
		List<String> waiting = this.approvals.waitingAt(PostApproval.Task.PUBLISH_POST);
		for (String reference : this.posts.openOn(change.account())) {
			Post post = this.posts.find(reference).orElseThrow();
			boolean queued = this.posts.releases(reference)
				.stream()
				.anyMatch((one) -> one.decision() == Released.SCHEDULED_ON_PLATFORM);
			if (post.kind() == Kind.SHARE && !queued
					&& this.approvals.waitingAt(PostApproval.Task.PUBLISH_POST).contains(reference)) {
				lookAgain(reference);
			}
		}
	}

	private void lookAgain(String reference) {
		this.posts.lock(reference);
		this.posts.find(reference)
			.filter((post) -> this.approvals.hears(post, PostApproval.Message.POST_CHANGED))
			.ifPresent(this.approvals::changed);
	}

	/** Out on one account is published, whatever became of the post on the others. */
	private String ending(CaseEnded ended) {
		boolean out = this.posts.releases(ended.reference()).stream().anyMatch((one) -> one.decision().isOut());
		return out ? Ending.POST_PUBLISHED.id() : ended.ending();
	}

	@EventListener
	void on(CaseEnded ended) {
		if (ended.process().equals(PostApproval.KEY) && this.posts.find(ended.reference()).isPresent()) {
			this.posts.add(new PostEnding(ended.reference(), ending(ended), ended.at()));
		}
		if (ended.process().equals(PostCorrection.KEY) && this.corrections.find(ended.caseId()).isPresent()) {
			this.corrections.add(new CorrectionEnding(ended.caseId(), ended.ending(), ended.at()));
		}
	}

}
