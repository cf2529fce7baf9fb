package org.imprimatur.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@Policy("ONE-LOGIN")
@DisplayName("Each row of the record and its entry")
class WritingTests extends LedgerAtWork {

	@Autowired
	MockMvc mvc;

	@Autowired
	ObjectMapper json;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	Chain chain;

	@Autowired
	Clock clock;

	@TempDir
	private Path folder;

	@AfterEach
	void evening() {
		this.runtime.createProcessInstanceQuery()
			.processDefinitionKey("post-approval")
			.list()
			.forEach((open) -> this.runtime.deleteProcessInstance(open.getId(), "the test is over"));
	}

	@Test
	@DisplayName("stand together, whichever way people and the engine write it")
	void peopleAndTheEngine() throws Exception {
		String reference = proposes();
		does("objects", reference, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
		does("approver", reference, Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
		does("author", reference, Map.of("decision", "WITHDRAW"));

		assertThat(found()).isEmpty();
		assertThat(this.jdbc.sql("select table_name from ledger_entry where reference = ? order by number")
			.param(reference)
			.query(String.class)
			.list()).contains("post", "post_revision", "post_decision", "post_ending");
		sends("author", "/tasks/no-such-task", Map.of("decision", "APPROVED"));
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("are both gone when the transaction is rolled back")
	void rolledBack() throws Exception {
		LedgerHead before = this.ledger.head();
		LedgerTable table = LedgerTables.find("absence");
		List<String> key = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			key.add(this.attacker.anyRow(table));
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> this.attacker.anyRow(table));

		assertThat(this.ledger.head().number()).isEqualTo(before.number() + 1);
		assertThat(this.jdbc.sql("select row_key from ledger_entry where number = ?")
			.param(before.number() + 1)
			.query(String.class)
			.single()).isNotEqualTo(key.get(0));
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("are both refused when the entry cannot be made")
	void notEntered() throws Exception {
		int rows = absences();
		LedgerHead head = this.ledger.head();
		this.jdbc.sql("update ledger_head set number = 0").update();
		try {
			assertThatThrownBy(() -> this.transaction
				.executeWithoutResult((status) -> this.attacker.anyRow(LedgerTables.find("absence"))))
				.isInstanceOf(LedgerWriting.NotEntered.class);
		}
		finally {
			this.jdbc.sql("update ledger_head set number = ?").param(head.number()).update();
		}
		assertThat(absences()).isEqualTo(rows);
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("make one chain, also when two people commit at once")
	void atOnce() throws Exception {
		LedgerHead before = this.ledger.head();
		int people = 4;
		CountDownLatch written = new CountDownLatch(people);
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			all.add(CompletableFuture.runAsync(() -> this.transaction.executeWithoutResult((status) -> {
				this.attacker.anyRow(LedgerTables.find("absence"));
				written.countDown();
				try {
					written.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}), (work) -> new Thread(work).start()));
		}
		all.forEach(CompletableFuture::join);

		assertThat(this.ledger.head().number()).isEqualTo(before.number() + people);
		assertThat(found()).isEmpty();
	}

	@Test
	@DisplayName("cannot be changed in the ledger by any program")
	void appendOnly() {
		oneRowEach(List.of(LedgerTables.find("absence")));
		assertThatThrownBy(() -> this.jdbc.sql("update ledger_entry set digest = mac").update())
			.hasMessageContaining("never changed or deleted");
		assertThatThrownBy(() -> this.jdbc.sql("delete from ledger_entry").update())
			.hasMessageContaining("never changed or deleted");
	}

	@Test
	@DisplayName("that was there before the ledger is taken up, and said to be")
	void takenUp() throws Exception {
		LedgerTable table = LedgerTables.find("absence");
		this.attacker.does(table, () -> this.attacker.anyRow(table));
		assertThat(found()).hasSize(1);
		List<Map<String, Object>> mark = this.jdbc.sql("select * from ledger_taken_up").query().listOfRows();
		this.attacker.sql("ledger_taken_up", "delete from ledger_taken_up");
		long entries = this.ledger.head().number();
		try {
			new TakingUp(this.database, this.chain, this.jdbc, this.transaction, this.clock)
				.afterSingletonsInstantiated();
		}
		finally {
			this.attacker.does(LedgerTables.find("ledger_taken_up"),
					() -> mark.forEach((row) -> this.jdbc
						.sql("insert into ledger_taken_up (id, taken_up, taken_at) values (?, ?, ?)")
						.params(row.get("id"), row.get("taken_up"), row.get("taken_at"))
						.update()));
		}

		assertThat(found()).isEmpty();
		assertThat(this.jdbc.sql("select kind || ' ' || table_name from ledger_entry where number > ? order by number")
			.param(entries)
			.query(String.class)
			.list()).endsWith("TAKEN_UP absence", "ADDED ledger_taken_up");
	}

	@Test
	@DisplayName("is proven by the heads that were noted each day outside the database")
	void heads() throws Exception {
		Heads heads = new Heads(new LedgerSettings("", List.of(), this.folder.toString()));
		oneRowEach(List.of(LedgerTables.find("absence")));
		heads.note(LocalDate.of(2026, 11, 24), this.ledger.head());
		assertThat(found(heads.noted().toArray(NotedHead[]::new))).isEmpty();
		assertThat(heads.of(LocalDate.of(2026, 11, 24))).contains(this.ledger.head());
		Files.writeString(this.folder.resolve("other.txt"),
				"not a head\n2026-11-25 " + (this.ledger.head().number() + 3) + " " + "a".repeat(64) + "\n");

		assertThat(found(heads.noted().toArray(NotedHead[]::new))).singleElement()
			.matches((finding) -> finding.words().contains("on 25 November 2026 it had"));
	}

	private int absences() {
		return this.jdbc.sql("select count(*) from absence").query(Integer.class).single();
	}

	private String proposes() throws Exception {
		String address = sends("author", "/start/post-approval",
				Map.of("accounts", "main-x", "kind", "ORIGINAL", "body", "News of the ledger", "grounding", "POLICY",
						"groundingSource", "Position", "decision", "SUBMIT"));
		return address.substring(address.lastIndexOf('/') + 1);
	}

	private void does(String login, String reference, Map<String, ?> fields) throws Exception {
		String task = this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
		assertThat(sends(login, "/tasks/" + task, fields)).isNotNull();
	}

	private String sends(String login, String address, Map<String, ?> fields) throws Exception {
		return this.mvc
			.perform(post(address)
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8)))
				.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.APPLICATION_JSON)
				.content(this.json.writeValueAsString(fields)))
			.andReturn()
			.getResponse()
			.getHeader("Location");
	}

}
