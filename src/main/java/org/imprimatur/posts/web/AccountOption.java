package org.imprimatur.posts.web;

import java.util.List;

import org.imprimatur.accounts.Account;
import org.imprimatur.kernel.Outcome;
import org.imprimatur.posts.PostOnAccounts;

/** An account, as a form offers it. */
record AccountOption(String name, String label, String definition) implements Outcome {

	static AccountOption of(Account account) {
		return new AccountOption(account.id(), account.name() + " (" + account.platform() + ")",
				account.handle() + ", owner: " + account.owner().label());
	}

	static List<AccountOption> of(List<PostOnAccounts.Place> places) {
		return places.stream()
			.map((place) -> new AccountOption(place.id(), place.name() + " (" + place.platform() + ")", ""))
			.toList();
	}

}
