package org.imprimatur.posts;

import org.imprimatur.accounts.AccountOwnerChanged;
import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.Policy;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What reaches posts from elsewhere: another owner of an account, the end of a case. */
@Component
@Policy("ACCOUNT-OWNER")
class PostNews {

	private final Posts posts;

	private final PostApprovals approvals;

	private final Corrections corrections;

	PostNews(Posts posts, PostApprovals approvals, Corrections corrections) {
		this.posts = posts;
		this.approvals = approvals;
		this.corrections = corrections;
	}

	/** Every open post on the account is looked at again at once. */
	@EventListener
	void on(AccountOwnerChanged change) {
		for (String reference : this.posts.openOn(change.account())) {
			this.posts.lock(reference);
			this.posts.find(reference)
				.filter((post) -> this.approvals.hears(post, PostApproval.Message.POST_CHANGED))
				.ifPresent(this.approvals::changed);
		}
	}

	@EventListener
	void on(CaseEnded ended) {
		if (ended.process().equals(PostApproval.KEY) && this.posts.find(ended.reference()).isPresent()) {
			this.posts.add(new PostEnding(ended.reference(), ended.ending(), ended.at()));
		}
		if (ended.process().equals(PostCorrection.KEY) && this.corrections.find(ended.caseId()).isPresent()) {
			this.corrections.add(new CorrectionEnding(ended.caseId(), ended.ending(), ended.at()));
		}
	}

}
