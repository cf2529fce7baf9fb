package org.imprimatur.posts;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.imprimatur.kernel.Policy;
import org.imprimatur.kernel.Variable;
import org.imprimatur.posts.PostApproval.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.imprimatur.posts.Draft.aPost;
import static org.imprimatur.posts.PostAssert.assertThat;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("What was written and decided stays as it was")
class RecordTests extends PostsAtWork {

	private static final String MARK = "zanzibarquartz";

	@ParameterizedTest
	@ValueSource(strings = { "post_revision", "post_decision", "post_slot", "post_release", "post_act", "post_ending",
			"trail", "account_change", "item_comment" })
	@DisplayName("the database itself refuses to change or delete a row of the record")
	void appendOnly(String table) {
		OnePost post = atItsSlot(aPost());
		this.author.movesTheSlot(post, "2026-11-24T16:00");
		post.timer("slot-arrived").fires();
		ownerBecomes("main-facebook", org.imprimatur.accounts.Owner.TRUST);
		this.author2.claims(post, Task.PUBLISH_POST);
		String task = this.author2.open(post, Task.PUBLISH_POST);
		this.stage.as(this.stage.person("author2"), () -> {
			this.stage.door.comment(task, "Posting now.", this.stage.person("author2"));
			return null;
		});
		this.author2.publishes(post);
		String key = table.equals("account_change") ? "account" : "reference";
		String value = table.equals("account_change") ? "main-facebook" : post.reference();
		assertThat(count(table, key, value)).as("rows of %s", table).isPositive();
		long before = count(table, key, value);
		for (String change : List.of("update " + table + " set " + key + " = " + key, "delete from " + table)) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.stage.jdbc.sql(change + " where " + key + " = ?").param(value).update())
				.havingRootCause()
				.isInstanceOf(SQLException.class)
				.withMessageContaining("never changed or deleted");
		}
		assertThat(count(table, key, value)).isEqualTo(before);
	}

	@Test
	@DisplayName("every version is kept, with who saved it")
	void everyVersion() {
		OnePost post = this.author.submits(aPost().saying("One."));
		this.author2.takesBack(post).submits(post, aPost().saying("Two."));
		assertThat(this.stage.posts.revisions(post.reference()))
			.extracting(PostRevision::number, PostRevision::body, PostRevision::savedBy)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(1, "One.", "author"),
					org.assertj.core.groups.Tuple.tuple(2, "Two.", "author2"));
	}

	@Nested
	@DisplayName("The engine")
	class InTheEngine {

		@Test
		@DisplayName("may not know a word of what was typed: no table of its holds any of it")
		void noText() throws SQLException {
			Draft marked = Draft.aShare()
				.with("title", MARK)
				.with("campaign", MARK)
				.saying("Body " + MARK)
				.with("link", "https://www.example.org/" + MARK)
				.with("sourceUrl", "https://www.example.org/" + MARK)
				.with("sourceSnapshot", MARK)
				.groundedIn(Grounding.POLICY, MARK)
				.with("judgedBy", MARK)
				.breaking()
				.with("urgencyReason", MARK);
			OnePost post = author.submits(marked);
			post.timer("second-person-missed").fires();
			objectsReviewer.completes(post, Task.CHECK_CHARITY_OBJECTS, "decision", "CHANGES_NEEDED", "reason", MARK);
			author.submits(post, marked);
			post.timer("second-person-missed").fires();
			objectsReviewer.findsAligned(post);
			approver.completes(post, Task.SIGN_OFF_POST, "decision", "CHANGES_REQUESTED", "reason", MARK);
			author.submits(post, marked);
			post.timer("second-person-missed").fires();
			approver.approves(post);
			author.schedules(post, "2026-11-24T15:00");
			author.does(post, Act.MOVE_SLOT, "publishAt", "2026-11-24T16:00", "reason", MARK);
			post.timer("slot-arrived").fires();
			approver.completes(post, Task.PUBLISH_POST, "decision", "NOT_POSTED", "differences", MARK);
			author.does(post, Act.WITHDRAW, "reason", MARK);
			assertThat(holding("post")).as("the search itself finds what is there").isNotEmpty();
			assertThat(holding("act_")).as("tables of the engine that hold text").isEmpty();
		}

		@Test
		@DisplayName("knows declared ids, outcomes, dates and counts only")
		void declaredVariables() {
			OnePost post = atItsSlot(aPost());
			author.publishes(post);
			Set<String> declared = new PostApproval().variables()
				.stream()
				.map(Variable::name)
				.collect(Collectors.toCollection(TreeSet::new));
			// the engine counts the accounts by these
			declared.addAll(Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter"));
			List<HistoricDetail> details = stage.history.createHistoricDetailQuery()
				.processInstanceId(post.caseId())
				.variableUpdates()
				.list();
			assertThat(details).isNotEmpty().allSatisfy((detail) -> {
				HistoricVariableUpdate update = (HistoricVariableUpdate) detail;
				assertThat(declared).contains(update.getVariableName());
				assertThat(update.getTypeName()).isIn("string", "boolean", "date", "integer", "null");
				if (update.getValue() instanceof String text) {
					assertThat(text).matches("[A-Za-z0-9-]{1,64}");
				}
			});
		}

		@Test
		@DisplayName("forgets what was decided at a task when the task is entered again")
		void outcomesCleared() {
			OnePost post = scheduled(aPost());
			assertThat(variables(post)).contains("draftPost", "checkCharityObjects", "signOffPost", "schedulePost");
			author.takesBack(post);
			assertThat(variables(post)).doesNotContain("draftPost");
			author.submits(post, aPost().saying("Another text."));
			assertThat(variables(post)).contains("draftPost").doesNotContain("checkCharityObjects");
			objectsReviewer.findsAligned(post);
			assertThat(variables(post)).contains("checkCharityObjects").doesNotContain("signOffPost");
		}

	}

	private Set<String> variables(OnePost post) {
		return this.stage.runtime.getVariables(post.caseId()).keySet();
	}

	private long count(String table, String key, String value) {
		return this.stage.jdbc.sql("select count(*) from " + table + " where " + key + " = ?")
			.param(value)
			.query(Long.class)
			.single();
	}

	/** Columns of tables with this beginning that hold the mark anywhere. */
	private List<String> holding(String beginning) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (var connection = this.context.getBean(DataSource.class).getConnection();
				var found = connection.getMetaData()
					.getTables(connection.getCatalog(), connection.getSchema(), null,
							new String[] { "TABLE", "BASE TABLE" })) {
			while (found.next()) {
				tables.add(found.getString("TABLE_NAME"));
			}
		}
		assertThat(tables).hasSizeGreaterThan(40);
		List<String> holding = new ArrayList<>();
		for (String table : tables) {
			if (table.toLowerCase(java.util.Locale.ROOT).startsWith(beginning)) {
				this.stage.jdbc.sql("select * from " + table).query((row) -> {
					for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
						byte[] bytes = (row.getObject(i) instanceof byte[] raw) ? raw : null;
						String text = (bytes != null) ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
								: row.getString(i);
						if (text != null && text.contains(MARK)) {
							holding.add(table + "." + row.getMetaData().getColumnName(i));
						}
					}
				});
			}
		}
		return holding;
	}

}
