package org.imprimatur.posts.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.imprimatur.posts.BreakingNews;
import org.imprimatur.posts.Post;
import org.imprimatur.posts.PostApproval;
import org.imprimatur.posts.PostApproval.Standing;
import org.imprimatur.posts.PostFacts;
import org.imprimatur.posts.Posts;
import org.imprimatur.posts.StandingDecisions;

import org.springframework.stereotype.Component;

/**
 * Looks up what the decision tables ask for, as it is now; of breaking news it tells at
 * once those who decide it.
 */
@Component
class EstablishFacts implements JavaDelegate {

	private final Posts posts;

	private final StandingDecisions standing;

	private final BreakingNews news;

	EstablishFacts(Posts posts, StandingDecisions standing, BreakingNews news) {
		this.posts = posts;
		this.standing = standing;
		this.news = news;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Post post = this.posts.find(execution.getProcessBusinessKey()).orElseThrow();
		this.posts.lock(post.reference());
		PostFacts facts = this.standing.facts(post);
		Set<String> secondPeople = this.standing.secondPeople(post);
		Map<String, Object> variables = new HashMap<>();
		variables.putAll(PostApproval.ACCOUNT_OWNER.is(facts.owner()));
		variables.putAll(PostApproval.ACCOUNT_STATE.is(facts.accountState()));
		variables.putAll(PostApproval.BIO_CHECK.is(facts.bioCheck()));
		variables.putAll(PostApproval.ACCOUNT_KIND.is(facts.accountKind()));
		variables.putAll(PostApproval.NAMES_POLITICIAN.is(facts.namesPolitician()));
		variables.putAll(PostApproval.ELECTION_PERIOD.is(facts.electionPeriod()));
		variables.putAll(PostApproval.STANDING_OBJECTS.is(facts.standingObjects()));
		variables.putAll(PostApproval.STANDING_SIGN_OFF
			.is(this.standing.signOff(post).isPresent() ? Standing.STANDS : Standing.NONE));
		variables.putAll(PostApproval.PARTNER_SOURCE.is(facts.partnerSource()));
		variables.putAll(PostApproval.SECOND_PERSON.is(!secondPeople.isEmpty()));
		variables.put(PostApproval.SECOND_PEOPLE.name(),
				secondPeople.isEmpty() ? null : String.join(",", secondPeople));
		execution.setVariables(variables);
		this.news.tell(post);
	}

}
