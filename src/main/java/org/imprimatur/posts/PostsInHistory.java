package org.imprimatur.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.imprimatur.accounts.Accounts;
import org.imprimatur.history.Difference;
import org.imprimatur.history.Facet;
import org.imprimatur.history.Mark;
import org.imprimatur.history.RecordedItem;
import org.imprimatur.history.RecordedItems;
import org.imprimatur.history.Shown;
import org.imprimatur.history.Sign;
import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Happening;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Posts, and what went out without one, as the history finds them: by everything written
 * in any version, everybody who did something, and what was out of the ordinary.
 */
@Component
@Policy({ "APPROVED", "ONE-LOGIN" })
class PostsInHistory implements RecordedItems {

	private static final String EVERYBODY = "posts";

	/** Everything by which a post is found, in one question: a sort, a value, a time. */
	private static final String FACTS = """
			select 'POST' as sort, title as said, started_at as at from post where reference = :item
			union all select 'TEXT', campaign, null from post where reference = :item
			union all select 'REASON', urgency_reason, null from post where reference = :item and urgency = 'BREAKING'
			union all select 'TEAM', team, null from post where reference = :item
			union all select 'PERSON', author, null from post where reference = :item
			union all select 'ACCOUNTS', accounts, started_at from post where reference = :item
			union all select 'ACCOUNTS', accounts, saved_at from post_revision where reference = :item
			union all select 'PERSON', saved_by, null from post_revision where reference = :item
			union all select 'TEXT', body, null from post_revision where reference = :item
			union all select 'TEXT', link, null from post_revision where reference = :item
			union all select 'TEXT', grounding_source, null from post_revision where reference = :item
			union all select 'TEXT', source_snapshot, null from post_revision where reference = :item
			union all select 'TEXT', body, null from post_revision_text where reference = :item
			union all select 'PERSON', decided_by, null from post_decision where reference = :item
			union all select 'TEXT', reason, null from post_decision where reference = :item
			union all select 'PERSON', set_by, null from post_slot where reference = :item
			union all select 'PERSON', done_by, null from post_act where reference = :item
			union all select 'OVERRIDDEN', reason, null from post_act where reference = :item and reason is not null
			union all select 'PERSON', recorded_by, null from post_release where reference = :item
			union all select 'TEXT', posted_url, null from post_release where reference = :item
			union all select 'DIFFERED', differences, null from post_release where reference = :item
			and decision = 'POSTED_WITH_DIFFERENCE'
			union all select 'ENDING', ending, ended_at from post_ending where reference = :item
			union all select 'CORRECTION', origin, started_at from correction where reference = :item
			union all select 'PERSON', started_by, null from correction where reference = :item
			union all select 'TEAM', team, null from correction where reference = :item
			union all select 'ACCOUNTS', account, started_at from correction where reference = :item and post is null
			union all select 'TEXT', why, null from correction where reference = :item
			union all select 'TEXT', body, null from correction where reference = :item and post is null
			union all select 'TEXT', address, null from correction where reference = :item
			union all select 'PERSON', j.decided_by, null from correction_judgement j join correction c
			on c.case_id = j.case_id where c.reference = :item
			union all select 'TEXT', j.reason, null from correction_judgement j join correction c
			on c.case_id = j.case_id where c.reference = :item
			union all select 'PERSON', d.recorded_by, null from correction_done d join correction c
			on c.case_id = d.case_id where c.reference = :item
			union all select 'TEXT', d.what, null from correction_done d join correction c
			on c.case_id = d.case_id where c.reference = :item
			union all select 'CORRECTED', e.ending, e.ended_at from correction_ending e join correction c
			on c.case_id = e.case_id where c.reference = :item
			union all select 'TEXT', text, null from item_comment where reference = :item""";

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final CorrectionRecord corrections;

	private final CorrectionAccess access;

	private final PostDifference differences;

	PostsInHistory(JdbcClient jdbc, Accounts accounts, CorrectionRecord corrections, CorrectionAccess access,
			PostDifference differences) {
		this.differences = differences;
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.corrections = corrections;
		this.access = access;
	}

	@Override
	public String feature() {
		return "posts";
	}

	@Override
	public String name() {
		return "Posts";
	}

	private record Fact(String sort, String said, Instant at) {
	}

	@Override
	public Optional<RecordedItem> item(String reference) {
		List<Fact> facts = this.jdbc.sql(FACTS)
			.param("item", reference)
			.query((row, number) -> new Fact(row.getString(1), row.getString(2),
					(row.getTimestamp(3) != null) ? row.getTimestamp(3).toInstant() : null))
			.list();
		return facts.isEmpty() ? Optional.empty() : Optional.of(item(reference, facts));
	}

	private RecordedItem item(String reference, List<Fact> facts) {
		Set<Mark> marks = new LinkedHashSet<>();
		StringBuilder text = new StringBuilder();
		Fact begun = null;
		Fact accounts = null;
		Fact ending = null;
		int corrections = 0;
		int corrected = 0;
		for (Fact fact : facts) {
			switch (fact.sort()) {
				case "POST" -> begun = fact;
				case "ACCOUNTS" -> accounts = later(accounts, fact);
				case "PERSON" -> marks.add(new Mark(Facet.PERSON, fact.said()));
				case "TEAM" -> {
					marks.add(new Mark(Facet.TEAM, fact.said()));
					marks.add(new Mark(Facet.AUDIENCE, "posts-of-" + fact.said()));
				}
				case "REASON" -> marks.add(Sign.BREAKING.mark());
				case "OVERRIDDEN", "DIFFERED" -> marks.add(Sign.valueOf(fact.sort()).mark());
				case "ENDING" -> ending = fact;
				case "CORRECTED" -> {
					corrected++;
					ending = later(ending, fact);
				}
				case "CORRECTION" -> {
					corrections++;
					marks.add(Sign.CORRECTED.mark());
					if (fact.said().equals(CorrectionOrigin.UNAPPROVED.name())) {
						marks.add(Sign.OUT_OF_BAND.mark());
					}
					if (begun == null) {
						begun = new Fact("", CorrectionOrigin.valueOf(fact.said()).label(), fact.at());
					}
				}
				default -> {
				}
			}
			if (fact.said() != null && Set.of("TEXT", "REASON", "OVERRIDDEN", "DIFFERED").contains(fact.sort())) {
				text.append(fact.said()).append('\n');
			}
		}
		marks.add(new Mark(Facet.AUDIENCE, EVERYBODY));
		PostRevision.split(accounts.said()).forEach((account) -> marks.add(new Mark(Facet.ACCOUNT, account)));
		boolean post = facts.stream().anyMatch((fact) -> fact.sort().equals("POST"));
		boolean ended = corrected == corrections
				&& (!post || facts.stream().anyMatch((fact) -> fact.sort().equals("ENDING")));
		return new RecordedItem(reference, feature(), begun.said(), begun.at(), ended ? ending.at() : null,
				ended ? ending.said() : null, accounts.said(), marks, text.toString());
	}

	private static Fact later(Fact one, Fact other) {
		return (one == null || !other.at().isBefore(one.at())) ? other : one;
	}

	@Override
	public List<String> referencesAfter(String after, int most) {
		return this.jdbc.sql("""
				select reference from post where reference > :after union
				select reference from correction where post is null and reference > :after
				order by reference limit :most""").param("after", after).param("most", most).query(String.class).list();
	}

	/**
	 * Everything for whoever reads every post; the posts of a team for its managers, of
	 * an entity for that entity's.
	 */
	@Override
	public Set<Mark> audience(Person person) {
		if (PostAccess.readsAll(person)) {
			return Set.of(new Mark(Facet.AUDIENCE, EVERYBODY));
		}
		Set<Mark> marks = new LinkedHashSet<>();
		person.groups()
			.stream()
			.filter((group) -> group.endsWith(PostAccess.MANAGERS))
			.map((group) -> group.substring(0, group.length() - PostAccess.MANAGERS.length()))
			.forEach((managed) -> {
				marks.add(new Mark(Facet.AUDIENCE, "posts-of-" + managed));
				marks.addAll(ofEntity(managed.toUpperCase(Locale.ROOT)));
			});
		return marks;
	}

	/**
	 * An account has one owner at a time: its posts are found by the owner it has now.
	 */
	@Override
	public Set<Mark> ofEntity(String entity) {
		return this.accounts.all()
			.stream()
			.filter((account) -> PostAccess.isOwned(account, entity))
			.map((account) -> new Mark(Facet.ACCOUNT, account.id()))
			.collect(Collectors.toSet());
	}

	@Override
	public boolean maySee(String reference, Person person) {
		return this.access.maySee(reference, person);
	}

	@Override
	public void looked(String reference, String place, Person person) {
		// who reads a post is not recorded
	}

	@Override
	public List<Happening> happened(String reference) {
		return new ArrayList<>(this.corrections.story(reference));
	}

	@Override
	public Map<String, Shown> shown(String reference) {
		Map<String, Shown> shown = new LinkedHashMap<>();
		this.jdbc.sql("""
				select task_id, asked_because, revision from post_decision where reference = :item
				union all select task_id, null, revision from post_release where reference = :item""")
			.param("item", reference)
			.query((row) -> {
				shown.put(row.getString(1), new Shown(row.getString(2), row.getInt(3)));
			});
		return shown;
	}

	@Override
	public List<Difference> differences(String reference) {
		return this.differences.all(reference);
	}

	@Override
	public String state(String reference) {
		return this.corrections.item(reference).state();
	}

	@Override
	public Map<String, String> accounts() {
		Map<String, String> names = new LinkedHashMap<>();
		this.accounts.all().forEach((account) -> names.put(account.id(), account.name()));
		return names;
	}

	@Override
	public Map<String, String> endings() {
		Map<String, String> endings = new LinkedHashMap<>();
		for (PostApproval.Ending ending : PostApproval.Ending.values()) {
			if (ending != PostApproval.Ending.DRAFT_OFFERED) {
				endings.put(ending.id(), ending.label());
			}
		}
		for (PostCorrection.Ending ending : PostCorrection.Ending.values()) {
			endings.put(ending.id(), "Correction: " + PostCorrection.Ending.words(ending.id()).toLowerCase());
		}
		return endings;
	}

}
