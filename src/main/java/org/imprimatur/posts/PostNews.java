package org.imprimatur.posts;

import org.imprimatur.accounts.AccountOwnerChanged;
import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.Policy;
import org.imprimatur.partners.PartnerEnded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What reaches posts from elsewhere: another owner of an account, a partner no longer,
 * the end of a case.
 */
@Component
@Policy({ "ACCOUNT-OWNER", "SHARE" })
class PostNews {

	private final Posts posts;

	private final PostApprovals approvals;

	PostNews(Posts posts, PostApprovals approvals) {
		this.posts = posts;
		this.approvals = approvals;
	}

	/** Every open post on the account is looked at again at once. */
	@EventListener
	void on(AccountOwnerChanged change) {
		for (String reference : this.posts.openOn(change.account())) {
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

	private void lookAgain(String reference) {
		this.posts.lock(reference);
		this.posts.find(reference)
			.filter((post) -> this.approvals.hears(post, PostApproval.Message.POST_CHANGED))
			.ifPresent(this.approvals::changed);
	}

	@EventListener
	void on(CaseEnded ended) {
		if (ended.process().equals(PostApproval.KEY) && this.posts.find(ended.reference()).isPresent()) {
			this.posts.add(new PostEnding(ended.reference(), ended.ending(), ended.at()));
		}
	}

}
