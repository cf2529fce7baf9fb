package org.imprimatur.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.data.annotation.Id;

/**
 * What a post said at one time, never changed afterwards.
 *
 * @param number counts from 1 within the post
 * @param savedBy login
 * @param accounts ids, comma-separated
 * @param triggers codes, comma-separated
 * @param publishAt the time asked for; may be null
 * @param contentDigest stands for text, pictures, link and source
 * @param groundsDigest stands for grounding, sources and triggers
 * @param accountsDigest stands for the accounts
 */
public record PostRevision(@Id Long id, String reference, int number, String savedBy, Instant savedAt, String accounts,
		String body, String link, String sourceUrl, String sourceSnapshot, Grounding grounding, String groundingSource,
		LocalDate sourceDate, String judgedBy, Goal goal, String triggers, Instant publishAt, String contentDigest,
		String groundsDigest, String accountsDigest) {

	public List<String> accountIds() {
		return split(this.accounts);
	}

	public Set<Trigger> triggerCodes() {
		Set<Trigger> codes = EnumSet.noneOf(Trigger.class);
		split(this.triggers).forEach((code) -> codes.add(Trigger.valueOf(code)));
		return codes;
	}

	static List<String> split(String joined) {
		return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
	}

}
