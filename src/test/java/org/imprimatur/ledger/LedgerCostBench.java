package org.imprimatur.ledger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.TaskService;
import org.imprimatur.EngineTest;
import org.imprimatur.kernel.LondonTime;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What the ledger costs a post from its proposal to its slot, in processor time of this
 * program and, on PostgreSQL, of the server, with and without its triggers in turn. By
 * hand: {@code -Dtest=LedgerCostBench}, also with {@code surefire:test@postgresql}.
 */
@EngineTest
class LedgerCostBench {

	private static final int ROUNDS = 4;

	private static final int POSTS = 5;

	@Autowired
	MockMvc mvc;

	@Autowired
	ObjectMapper json;

	@Autowired
	TaskService tasks;

	@Autowired
	JdbcClient jdbc;

	@Test
	void cost() throws Exception {
		boolean h2 = this.jdbc.sql("select count(*) from information_schema.tables where table_name = 'LEDGER_HEAD'")
			.query(Integer.class)
			.single() > 0;
		posts(10);
		long[] with = new long[2];
		long[] without = new long[2];
		for (int round = 0; round < ROUNDS; round++) {
			add(with, h2);
			LedgerTables.all()
				.forEach((table) -> this.jdbc
					.sql(h2 ? "drop trigger " + table.name() + "_ledger"
							: "alter table " + table.name() + " disable trigger " + table.name() + "_ledger")
					.update());
			add(without, h2);
			LedgerTables.all()
				.forEach((table) -> this.jdbc
					.sql(h2 ? "create trigger " + table.name() + "_ledger after insert on " + table.name()
							+ " for each row call 'org.imprimatur.ledger.NoteRow'"
							: "alter table " + table.name() + " enable trigger " + table.name() + "_ledger")
					.update());
		}
		double each = 1e6 * ROUNDS * POSTS;
		System.out.printf(
				"LEDGER COST h2=%s: program %.2f ms a post with, %.2f without; server %.2f with, %.2f without;"
						+ " together x %.3f%n",
				h2, with[0] / each, without[0] / each, with[1] / each, without[1] / each,
				(double) (with[0] + with[1]) / (without[0] + without[1]));
		System.out
			.println("LEDGER ENTRIES " + this.jdbc.sql("select number from ledger_head").query(Long.class).single());
	}

	private void add(long[] sums, boolean h2) throws Exception {
		long server = h2 ? 0 : server();
		long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		posts(POSTS);
		sums[0] += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
		sums[1] += h2 ? 0 : server() - server;
	}

	/**
	 * Processor time of all processes of the server, in nanoseconds; by hundredths of a
	 * second.
	 */
	private long server() throws Exception {
		long pid = this.jdbc.sql("select pg_backend_pid()").query(Long.class).single();
		String parent = stat(Path.of("/proc/" + pid))[1];
		long ticks = 0;
		try (Stream<Path> all = Files.list(Path.of("/proc"))) {
			for (Path process : all.filter((one) -> one.getFileName().toString().matches("\\d+")).toList()) {
				try {
					String[] stat = stat(process);
					if (stat[1].equals(parent)) {
						ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
					}
				}
				catch (IOException ex) {
					continue;
				}
			}
		}
		return ticks * 10_000_000;
	}

	private static String[] stat(Path process) throws IOException {
		String line = Files.readString(process.resolve("stat"));
		return line.substring(line.lastIndexOf(')') + 2).split(" ");
	}

	private void posts(int count) throws Exception {
		for (int i = 0; i < count; i++) {
			String address = sends("author", "/start/post-approval",
					Map.of("accounts", "main-x", "kind", "ORIGINAL", "body", "News " + UUID.randomUUID(), "grounding",
							"POLICY", "groundingSource", "Position", "decision", "SUBMIT"));
			String reference = address.substring(address.lastIndexOf('/') + 1);
			does("objects", reference, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
			does("approver", reference,
					Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
			does("author2", reference, Map.of("decision", "SCHEDULE", "publishAt",
					LondonTime.iso(Instant.now().plus(Duration.ofHours(3)))));
		}
	}

	private void does(String login, String reference, Map<String, ?> fields) throws Exception {
		String task = this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId();
		if (sends(login, "/tasks/" + task, fields) == null) {
			throw new IllegalStateException("The task was not done: " + fields);
		}
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
