package org.imprimatur.posts;

import org.imprimatur.accounts.AccountOwnerChanged;
import org.imprimatur.kernel.CaseEnded;
import org.imprimatur.kernel.Policy;
import org.imprimatur.posts.PostApproval.Ending;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What reaches posts from elsewhere: another owner of an account, the end of a case. */
@Component
@Policy("ACCOUNT-OWNER")
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
			this.posts.lock(reference);
			this.posts.find(reference)
				.filter((post) -> this.approvals.hears(post, PostApproval.Message.POST_CHANGED))
				.ifPresent(this.approvals::changed);
		}
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
	}

}
