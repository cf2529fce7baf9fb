package org.imprimatur.posts;

import java.util.Set;

import org.imprimatur.accounts.AccountKind;
import org.imprimatur.accounts.AccountState;
import org.imprimatur.accounts.BioState;
import org.imprimatur.accounts.Owner;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.posts.Draft.aPost;

@Policy({ "SHARE", "APPROVED" })
@DisplayName("The table of routes")
class RouteTableTests extends PostsAtWork {

	@Autowired
	PostApprovals approvals;

	@Test
	@DisplayName("says so for each")
	void table() {
		OnePost post = this.author.submits(aPost());
		route(post, Kind.LIKE, false, false, true, "LIGHT", "digital-team-approvers");
		route(post, Kind.REPLY, false, false, true, "LIGHT", "digital-team-approvers");
		route(post, Kind.LIKE, false, false, false, "FULL", "digital-team-approvers");
		route(post, Kind.SHARE, true, false, true, "LIGHT", "digital-team-approvers");
		route(post, Kind.SHARE, true, false, false, "FULL", "digital-team-approvers");
		route(post, Kind.SHARE, false, false, true, "FULL", "digital-team-approvers");
		route(post, Kind.ORIGINAL, true, false, true, "FULL", "digital-team-approvers");
		route(post, Kind.STORY, true, false, true, "FULL", "digital-team-approvers");
		route(post, Kind.LIKE, true, true, true, "FULL", "head-of-communications");
	}

	private void route(OnePost post, Kind kind, boolean partner, boolean election, boolean secondPerson, String route,
			String group) {
		PostFacts facts = new PostFacts(Owner.JOINT, AccountState.ACTIVE, BioState.CURRENT, AccountKind.MAIN, kind,
				"digital-team", election, Set.of(), PostApproval.Standing.NONE, partner, secondPerson);
		PostApprovals.RouteAnswer answer = this.approvals.approvalRoute(post.row(), facts);
		assertThat(answer.route()).as(kind + " " + answer.reason()).isEqualTo(route);
		assertThat(answer.group()).isEqualTo(group);
	}

}
