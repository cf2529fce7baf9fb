package org.imprimatur.posts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.imprimatur.security.Person;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds releases against the policy by the rows of the record alone, and by none of the
 * code that let them through. Looks at each release once, just after it was recorded.
 */
final class Witness {

	private final Stage stage;

	private final Set<Long> seen = new HashSet<>();

	private final long takeoversBefore;

	private long absencesBefore;

	private int byDeputies;

	Witness(Stage stage) {
		this.stage = stage;
		this.takeoversBefore = last("task_takeover");
	}

	/** The clock goes back between lives: absences of the one before count no longer. */
	void anotherLife() {
		this.absencesBefore = last("absence");
	}

	/** How many decisions of these lives stand by people who had taken the task over. */
	int decidedAfterTakingOver() {
		return rows("select 1 from post_decision d join task_takeover t on t.task_id = d.task_id "
				+ "and t.to_person = d.decided_by where ? = '' and t.id > " + this.takeoversBefore, "")
			.size();
	}

	/** How many of the releases seen rest on a decision that a deputy took. */
	int releasedByDeputies() {
		return this.byDeputies;
	}

	/** The slot that counts, as an instant. */
	Instant slot(String reference) {
		Timestamp slot = (Timestamp) rows("select publish_at from post_slot where reference = ? order by id desc",
				reference)
			.get(0)
			.get("publish_at");
		return slot.toInstant();
	}

	/** What went out, or was left to the platform to put out. */
	List<Map<String, Object>> releases(OnePost post) {
		return rows("select * from post_release where reference = ? and decision <> 'NOT_POSTED' order by id",
				post.reference());
	}

	void everyReleaseIsCovered(OnePost post, Supplier<String> life) {
		for (Map<String, Object> release : releases(post)) {
			if (this.seen.add((Long) release.get("id"))) {
				covered(post.reference(), release, life);
			}
		}
	}

	private void covered(String reference, Map<String, Object> release, Supplier<String> life) {
		String account = text(release, "account");
		Map<String, Object> revision = rows("select * from post_revision where reference = ? order by number desc",
				reference)
			.get(0);
		Map<String, Object> register = rows("select * from account where id = ?", account).get(0);
		assertThat(release.get("revision")).as(life).isEqualTo(revision.get("number"));
		assertThat(text(revision, "accounts").split(",")).as(life).contains(account);
		assertThat(text(register, "owner")).as(life).isNotEqualTo("UNKNOWN");
		Set<String> authors = rows("select saved_by from post_revision where reference = ?", reference).stream()
			.map((row) -> text(row, "saved_by"))
			.collect(Collectors.toSet());
		authors.add(text(rows("select author from post where reference = ?", reference).get(0), "author"));

		assertThat(rows("""
				select 1 from post_decision where reference = ? and decision in ('NOT_ALIGNED', 'REJECTED')""",
				reference))
			.as(life)
			.isEmpty();
		assertThat(rows("select 1 from post_act where reference = ? and act in ('WITHDRAW', 'RECALL')", reference))
			.as(life)
			.isEmpty();
		assertThat(rows("select 1 from post_act where reference = ? and act = 'CHANGE' and revision = "
				+ revision.get("number"), reference))
			.as(life)
			.isEmpty();

		Set<String> reviewers = Set.of();
		if (!text(register, "owner").equals("SECTION")) {
			Map<String, Object> objects = last(reference, "check-charity-objects", life);
			assertThat(text(objects, "decision")).as(life).isEqualTo("ALIGNED");
			assertThat(objects.get("content_digest")).as(life).isEqualTo(revision.get("content_digest"));
			assertThat(text(objects, "accounts").split(",")).as(life).contains(account + "=" + text(register, "owner"));
			assertThat(authors).as(life).doesNotContain(text(objects, "decided_by"));
			assertThat(person(objects).isIn("charity-objects-reviewers")
					|| wentUp(reference, objects, List.of("charity-objects-reviewers"), authors, "sign-off-post"))
				.as(life)
				.isTrue();
			reviewers = rows(
					"select decided_by from post_decision where reference = ? and task = 'check-charity-objects'",
					reference)
				.stream()
				.map((row) -> text(row, "decided_by"))
				.collect(Collectors.toSet());
		}
		signed(last(reference, "sign-off-post", life), reference, revision, account, authors, reviewers, life);
		takenOver(reference, life);
		released(reference, release, account, life);
		shared(reference, release, account, life);
	}

	private void signed(Map<String, Object> sign, String reference, Map<String, Object> revision, String account,
			Set<String> authors, Set<String> reviewers, Supplier<String> life) {
		assertThat(text(sign, "decision")).as(life).isEqualTo("APPROVED");
		assertThat(sign.get("content_digest")).as(life).isEqualTo(revision.get("content_digest"));
		assertThat(sign.get("grounds_digest")).as(life).isEqualTo(revision.get("grounds_digest"));
		assertThat(Arrays.stream(text(sign, "accounts").split(",")).map((one) -> one.split("=")[0])).as(life)
			.contains(account);
		assertThat(authors).as(life).doesNotContain(text(sign, "decided_by"));
		if (text(sign, "route").equals("LIGHT")) {
			Map<String, Object> post = rows("select * from post where reference = ?", reference).get(0);
			assertThat(List.of("LIKE", "REPLY", "SHARE").contains(text(post, "kind"))
					|| text(post, "urgency").equals("BREAKING"))
				.as(life)
				.isTrue();
		}
		else {
			assertThat(reviewers).as(life).doesNotContain(text(sign, "decided_by"));
		}
		String team = text(rows("select team from post where reference = ?", reference).get(0), "team");
		boolean head = person(sign).isIn("head-of-communications");
		boolean political = text(revision, "triggers").contains("NAMES_POLITICIAN");
		boolean up = !head && wentUp(reference, sign,
				political ? List.of("head-of-communications") : List.of(team + "-approvers", "head-of-communications"),
				authors, "check-charity-objects");
		assertThat(head || up || person(sign).isIn(team + "-approvers")).as(life).isTrue();
		if (political) {
			assertThat(head || up).as(life).isTrue();
		}
	}

	/**
	 * Whether somebody decided because nobody of those groups was left: each was away,
	 * wrote some of it or had decided the other check.
	 */
	private boolean wentUp(String reference, Map<String, Object> decision, List<String> groups, Set<String> authors,
			String otherCheck) {
		List<Map<String, Object>> up = rows("select * from escalation where task_id = ?", text(decision, "task_id"));
		if (up.isEmpty() || !person(decision).isIn(text(up.get(0), "to_group"))) {
			return false;
		}
		Set<String> others = rows(
				"select decided_by from post_decision where reference = ? and task = '" + otherCheck + "'", reference)
			.stream()
			.map((row) -> text(row, "decided_by"))
			.collect(Collectors.toSet());
		Instant at = ((Timestamp) up.get(0).get("at")).toInstant();
		boolean nobody = groups.stream()
			.filter((group) -> !group.equals(text(up.get(0), "to_group")))
			.flatMap((group) -> rows("select user_id_ from act_id_membership where group_id_ = ?", group).stream())
			.map((row) -> text(row, "user_id_"))
			.allMatch((login) -> authors.contains(login) || others.contains(login) || away(login, at) != null);
		return nobody;
	}

	/** The absence of this person then; null if they were there. */
	private Map<String, Object> away(String login, Instant at) {
		LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Europe/London"));
		return rows("select a.*, e.ended_at from absence a left join absence_end e on e.absence = a.id "
				+ "where a.person = ? and a.id > " + this.absencesBefore, login)
			.stream()
			.filter((one) -> !day.isBefore(((Date) one.get("first_day")).toLocalDate())
					&& !day.isAfter(((Date) one.get("last_day")).toLocalDate()))
			.filter((one) -> !((Timestamp) one.get("entered_at")).toInstant().isAfter(at))
			.filter((one) -> one.get("ended_at") == null || !((Timestamp) one.get("ended_at")).toInstant().isBefore(at))
			.findFirst()
			.orElse(null);
	}

	/** Only from people who were away, and only by deputies they had named as such. */
	private void takenOver(String reference, Supplier<String> life) {
		List<Map<String, Object>> all = rows("select * from task_takeover where reference = ?", reference);
		for (Map<String, Object> one : all) {
			Map<String, Object> absence = away(text(one, "from_person"), ((Timestamp) one.get("at")).toInstant());
			assertThat(absence).as(life).isNotNull();
			assertThat(one.get("as_deputy")).as(life).isEqualTo(text(absence, "deputy").equals(text(one, "to_person")));
		}
		this.byDeputies += rows("select 1 from post_decision d join task_takeover t on t.task_id = d.task_id and "
				+ "t.to_person = d.decided_by where t.as_deputy = true and d.reference = ?", reference)
			.isEmpty() ? 0 : 1;
	}

	/** By the channel manager, or in their place while they are away. */
	private void shared(String reference, Map<String, Object> release, String account, Supplier<String> life) {
		if (!text(rows("select kind from post where reference = ?", reference).get(0), "kind").equals("SHARE")) {
			return;
		}
		String manager = text(rows("select channel_manager from account where id = ?", account).get(0),
				"channel_manager");
		if (!manager.equals(text(release, "recorded_by"))) {
			Instant at = ((Timestamp) release.get("recorded_at")).toInstant();
			Map<String, Object> absence = away(manager, at);
			assertThat(absence).as(life).isNotNull();
			String deputy = text(absence, "deputy");
			assertThat(deputy.equals("null") || deputy.equals(text(release, "recorded_by")) || away(deputy, at) != null)
				.as(life)
				.isTrue();
		}
	}

	private void released(String reference, Map<String, Object> release, String account, Supplier<String> life) {
		assertThat(this.stage.accounts.isAuthorised(text(release, "recorded_by"), account)).as(life).isTrue();
		assertThat(rows("select 1 from post_release where reference = ? and account = '" + account
				+ "' and decision in ('POSTED', 'POSTED_WITH_DIFFERENCE')", reference))
			.as(life)
			.hasSizeLessThan(2);
		assertThat(rows("""
				select 1 from post_freeze f where ? = '' and not exists
				(select 1 from post_freeze_lift l where l.freeze_id = f.id)""", "")).as(life).isEmpty();
		Instant slot = slot(reference);
		if (text(release, "decision").equals("SCHEDULED_ON_PLATFORM")) {
			assertThat(slot).as(life).isAfter(this.stage.now()).isBefore(this.stage.now().plusSeconds(48 * 3600));
		}
		else if (rows("select 1 from post_release where reference = ? and account = '" + account
				+ "' and decision = 'SCHEDULED_ON_PLATFORM'", reference)
			.isEmpty()) {
			assertThat(slot).as(life).isBeforeOrEqualTo(this.stage.now());
			assertThat(slot.plusSeconds(3600)).as(life).isAfterOrEqualTo(this.stage.now());
		}
	}

	private long last(String table) {
		return ((Number) rows("select coalesce(max(id), 0) as last from " + table + " where ? = ''", "").get(0)
			.get("last")).longValue();
	}

	private Map<String, Object> last(String reference, String task, Supplier<String> life) {
		List<Map<String, Object>> all = rows(
				"select * from post_decision where reference = ? and task = '" + task + "' order by id desc",
				reference);
		assertThat(all).as(life).isNotEmpty();
		return all.get(0);
	}

	private Person person(Map<String, Object> decision) {
		return this.stage.person(text(decision, "decided_by"));
	}

	private List<Map<String, Object>> rows(String question, String of) {
		return this.stage.jdbc.sql(question).param(of).query().listOfRows();
	}

	private static String text(Map<String, Object> row, String column) {
		return String.valueOf(row.get(column));
	}

}
