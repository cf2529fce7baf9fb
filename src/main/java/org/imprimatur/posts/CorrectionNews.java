package org.imprimatur.posts;

import java.util.Collection;
import java.util.List;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.People;
import org.imprimatur.security.Person;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What asks for a correction by itself: a post that could not be taken out of a
 * platform's queue in time, and breaking news that a third person found at fault. Begins
 * in the transaction that records it; where one is open already, that one decides.
 */
@Component
@Policy("APPROVED")
class CorrectionNews {

	private final Posts posts;

	private final Corrections corrections;

	private final PostCorrections engine;

	private final People people;

	CorrectionNews(Posts posts, Corrections corrections, PostCorrections engine, People people) {
		this.posts = posts;
		this.corrections = corrections;
		this.engine = engine;
		this.people = people;
	}

	@EventListener
	void on(WentOutAnyway news) {
		begin(news.reference(), List.of(news.account()), news.because(), news.person());
	}

	@EventListener
	void on(ReviewFoundFault news) {
		begin(news.reference(), this.corrections.out(news.reference()).keySet(),
				news.outcome().label() + ": " + news.reason(), news.person());
	}

	private void begin(String reference, Collection<String> accounts, String because, String login) {
		Post post = this.posts.find(reference).orElseThrow();
		Person person = this.people.find(login).orElseThrow();
		List.copyOf(accounts)
			.stream()
			.filter((account) -> this.corrections.openOn(reference, account).isEmpty())
			.forEach((account) -> this.engine.begin(post, account, because, person));
	}

}
