package org.imprimatur.posts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imprimatur.tasks.Fields;

/**
 * What an author has typed, sound in every respect unless a test says otherwise.
 *
 * @param typed field name to values
 */
record Draft(Map<String, List<String>> typed) {

	/** The account that the Trust and the Section hold together. */
	static final String JOINT_ACCOUNT = "main-x";

	static final String TRUST_ACCOUNT = "trust-linkedin";

	static final String SECTION_ACCOUNT = "section-instagram";

	static final String UNKNOWN_ACCOUNT = "unknown-tiktok";

	static final String NEWS_ACCOUNT = "news-x";

	static final String COMMUNITY_ACCOUNT = "leeds-facebook";

	static Draft aPost() {
		return new Draft(Map.of()).on(JOINT_ACCOUNT)
			.with("kind", Kind.ORIGINAL.name())
			.saying("Forty-one people came home this week because you wrote.")
			.groundedIn(Grounding.POLICY, "Position on letter writing, section two");
	}

	static Draft aShare() {
		return aPost().with("kind", Kind.SHARE.name())
			.with("sourceUrl", "https://partner.example/statement")
			.with("sourceSnapshot", "Our partner says that the hearing has been put off.")
			.with("goal", Goal.VICTORIES.name());
	}

	/** A share of what a partner on the list has published. */
	static Draft aPartnersShare() {
		return aShare().with("sourceUrl", "https://news.partner.example.org/2026/hearing");
	}

	static Draft aLike() {
		return aPost().with("kind", Kind.LIKE.name())
			.without("body")
			.with("sourceUrl", "https://anybody.example/post/1");
	}

	Draft on(String... accounts) {
		return with("accounts", accounts);
	}

	/** With a text of its own for one account. */
	Draft sayingOn(String account, String body) {
		return with("body." + account, body);
	}

	Draft saying(String body) {
		return with("body", body);
	}

	Draft groundedIn(Grounding grounding, String source) {
		return with("grounding", grounding.name()).with("groundingSource", source);
	}

	Draft marked(Trigger... triggers) {
		return with("triggers", List.of(triggers).stream().map(Enum::name).toArray(String[]::new));
	}

	/** With a slot asked for, in London time. */
	Draft askingFor(String londonTime) {
		return with("publishAt", londonTime);
	}

	Draft breaking() {
		return with("urgency", Urgency.BREAKING.name()).with("urgencyReason", "The hearing begins in two hours.");
	}

	Draft with(String field, String... values) {
		Map<String, List<String>> more = new LinkedHashMap<>(this.typed);
		more.put(field, List.of(values));
		return new Draft(more);
	}

	Draft without(String field) {
		Map<String, List<String>> fewer = new LinkedHashMap<>(this.typed);
		fewer.remove(field);
		return new Draft(fewer);
	}

	Fields fields() {
		return Fields.of(this.typed);
	}

}
