package org.imprimatur.posts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.FieldCheck;
import org.imprimatur.tasks.Fields;

import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Posts that are begun from another one, open or ended. What was typed is taken over, on
 * the accounts the person may use; no decision, no slot and no urgency is.
 */
@Component
@Policy({ "APPROVED", "AUTHORISED" })
public class PostCopies {

	/** The field that names the post a new one is begun from. */
	public static final String FIELD = "copiedFrom";

	private static final String BODY_OF = "body.";

	private static final int MOST_SHOWN = 50;

	private final Posts posts;

	private final PostDrafts drafts;

	private final PostAccess access;

	private final Accounts accounts;

	private final JdbcAggregateTemplate rows;

	private final Clock clock;

	PostCopies(Posts posts, PostDrafts drafts, PostAccess access, Accounts accounts, JdbcAggregateTemplate rows,
			Clock clock) {
		this.posts = posts;
		this.drafts = drafts;
		this.access = access;
		this.accounts = accounts;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * The other posts that one was copied from or to, as far as the person may see them.
	 */
	public record Kin(Optional<String> from, List<String> to) {
	}

	/**
	 * What a new post begins with when it is begun from this one; empty if there is no
	 * such post for the person.
	 */
	public Optional<Fields> of(String reference, Person person) {
		return visible(reference, person).map((post) -> copied(post, person).with(FIELD, reference));
	}

	/**
	 * What would be typed to propose the same once more, on accounts the person may use.
	 */
	Fields copied(Post post, Person person) {
		List<String> usable = post.accountIds()
			.stream()
			.filter((account) -> this.accounts.isAuthorised(person.login(), account))
			.toList();
		Map<String, List<String>> typed = new LinkedHashMap<>(this.drafts.last(post.reference()).asMap());
		typed.remove("publishAt");
		typed.keySet()
			.removeIf((field) -> field.startsWith(BODY_OF) && !usable.contains(field.substring(BODY_OF.length())));
		typed.put("accounts", usable);
		typed.put("kind", List.of(post.kind().name()));
		typed.put("title", List.of(post.title()));
		typed.put("campaign", (post.campaign() != null) ? List.of(post.campaign()) : List.of());
		return Fields.of(typed);
	}

	/** Nobody begins from a post they may not see. */
	void check(Fields fields, Person person, FieldCheck check) {
		String from = fields.value(FIELD);
		if (!from.isEmpty() && visible(from, person).isEmpty()) {
			check.problem("", "The post you began from is not there for you. Begin again from an empty page.");
		}
	}

	/** Keeps which post the new one was begun from. */
	void record(String reference, Fields fields, Person person) {
		String from = fields.value(FIELD);
		if (!from.isEmpty()) {
			this.posts.add(new PostCopy(reference, from, person.login(), this.clock.instant()));
		}
	}

	/** Where a post came from and what was begun from it, at most fifty. */
	public Kin kin(String reference, Person person) {
		Optional<String> from = Optional.ofNullable(this.rows.findById(reference, PostCopy.class))
			.map(PostCopy::copiedFrom)
			.filter((other) -> this.access.maySee(other, person));
		List<String> to = new ArrayList<>();
		this.rows
			.findAll(Query.query(Criteria.where(FIELD).is(reference))
				.sort(Sort.by("reference").descending())
				.limit(MOST_SHOWN), PostCopy.class)
			.stream()
			.map(PostCopy::reference)
			.filter((other) -> this.access.maySee(other, person))
			.forEach(to::add);
		return new Kin(from, to);
	}

	/**
	 * Whether the approval has ended without release, so that one starts again from it.
	 */
	public boolean isStartedAgain(String reference) {
		return this.posts.ending(reference)
			.filter((one) -> !one.ending().equals(PostApproval.Ending.POST_PUBLISHED.id()))
			.isPresent();
	}

	private Optional<Post> visible(String reference, Person person) {
		return this.posts.find(reference).filter((post) -> this.access.maySee(reference, person));
	}

}
