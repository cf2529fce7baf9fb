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

import org.imprimatur.accounts.Account;
import org.imprimatur.accounts.Accounts;
import org.imprimatur.history.Difference;
import org.imprimatur.history.Facet;
import org.imprimatur.history.Mark;
import org.imprimatur.history.OnPaper;
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

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final CorrectionRecord corrections;

	private final CorrectionAccess access;

	private final PostDifference differences;

	private final PostsOnPaper paper;

	PostsInHistory(JdbcClient jdbc, Accounts accounts, CorrectionRecord corrections, CorrectionAccess access,
			PostDifference differences, PostsOnPaper paper) {
		this.paper = paper;
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
		List<Fact> facts = this.jdbc.sql(PostsFoundBy.FACTS)
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
				case "OUTCOME" -> marks.add(new Mark(Facet.OUTCOME, fact.said()));
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
		boolean light = facts.stream().anyMatch((fact) -> fact.sort().equals("LIGHT"));
		marks.add(new Mark(Facet.KEPT,
				(post ? PostApproval.KEY : PostCorrection.KEY) + "/" + (light ? "LIGHT" : "ORDINARY")));
		return new RecordedItem(reference, feature(), begun.said(), begun.at(), ended ? ending.at() : null,
				ended ? ending.said() : null, accounts.said(), marks, text.toString());
	}

	private static Fact later(Fact one, Fact other) {
		return (one == null || !other.at().isBefore(one.at())) ? other : one;
	}

	@Override
	public Map<String, String> outcomesOfRules() {
		return Map.of("objects-check=REQUIRED", "Charity objects: check required");
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

	/** Its posts are found by the owner that an account has now. */
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
	public OnPaper onPaper(String reference) {
		return this.paper.of(reference);
	}

	@Override
	public String state(String reference) {
		return this.corrections.item(reference).state();
	}

	@Override
	public Map<String, String> accounts() {
		return this.accounts.all()
			.stream()
			.collect(Collectors.toMap(Account::id, Account::name, (one, other) -> one, LinkedHashMap::new));
	}

	@Override
	public Set<String> teams() {
		return this.accounts.all().stream().map(Account::team).collect(Collectors.toSet());
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
