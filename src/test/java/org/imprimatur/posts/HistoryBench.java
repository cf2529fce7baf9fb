package org.imprimatur.posts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.imprimatur.history.BenchMarks;
import org.imprimatur.history.Found;
import org.imprimatur.history.ItemStory;
import org.imprimatur.security.Person;
import org.imprimatur.tasks.Fields;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.imprimatur.posts.Draft.aPost;

/**
 * How long a question to the history takes among a thousand items and among a million,
 * beside the same question to the engine's own history. By hand, on a quiet machine: the
 * commands are in {@code docs/reference/performance.md}.
 */
@TestPropertySource(properties = "imprimatur.test.own-database=true")
class HistoryBench extends HistoryAtWork {

	private static final int SEEDS = 20;

	private static final List<String> SUBJECTS = List.of("letters", "prisoners", "hearing", "protest", "freedom",
			"family", "court", "verdict", "journalist", "release", "campaign", "torture", "asylum", "border",
			"petition", "vigil", "candle", "silence", "witness", "return");

	@Autowired
	Found found;

	@Autowired
	ItemStory story;

	private Person manager;

	@Test
	void questions() throws Exception {
		boolean h2 = !"postgresql".equals(System.getProperty("imprimatur.test.database"));
		this.manager = this.stage.person("manager");
		BulkCopy bulk = new BulkCopy(this.stage.jdbc, h2);
		bulk.seed(seeds(), BenchMarks.words(BulkCopy.VOCABULARY));
		int rounds = 1;
		for (String size : System.getProperty("imprimatur.bench.items", "1000,10000,100000").split(",")) {
			int to = Integer.parseInt(size) / SEEDS;
			long begun = System.nanoTime();
			bulk.copy(rounds, to);
			rounds = to;
			say("SIZE %s items (copied in %d s), %d marks", size,
					Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
					this.stage.jdbc.sql("select count(*) from history_mark").query(Long.class).single());
			measure(size, rounds);
		}
		export();
	}

	private List<OnePost> seeds() {
		List<OnePost> seeds = new ArrayList<>();
		for (int i = 0; i < SEEDS; i++) {
			this.stage.itIs("2026-11-24T10:00");
			Draft draft = aPost().on((i % 4 == 0) ? Draft.SECTION_ACCOUNT : Draft.JOINT_ACCOUNT)
				.saying("Stand with us today for %s and %s: forty-one people came home this week because you wrote."
					.formatted(SUBJECTS.get(i), SUBJECTS.get((i + 7) % SEEDS)));
			if (i % 4 == 0) {
				OnePost post = this.author2.submits(draft);
				this.approver.answers(post, SignOff.REJECTED);
				seeds.add(post);
			}
			else {
				seeds.add(out(draft));
			}
		}
		return seeds;
	}

	private void measure(String size, int rounds) throws IOException {
		Map<String, IntConsumer> ours = new LinkedHashMap<>();
		ours.put("a word that is seldom", (i) -> look("q", BenchMarks.word(500 + i * 37)));
		ours.put("a word of many", (i) -> look("q", SUBJECTS.get(i % SEEDS)));
		ours.put("two words of many", (i) -> look("q", "people " + SUBJECTS.get(i % SEEDS)));
		ours.put("a person who seldom acts", (i) -> look("person", "objects2"));
		ours.put("a person who acts daily", (i) -> look("person", (i % 2 == 0) ? "author2" : "objects"));
		ours.put("ended, on an account seldom used", (i) -> look("account", Draft.NEWS_ACCOUNT, "state", "ended"));
		ours.put("ended, on an account used daily",
				(i) -> look("account", (i % 2 == 0) ? Draft.SECTION_ACCOUNT : Draft.JOINT_ACCOUNT, "state", "ended"));
		ours.put("how many, to a thousand", (i) -> this.found.counts(fields("q", "people"), this.manager));
		ours.put("story", (i) -> this.story.tell(BulkCopy.reference(1 + i % (rounds - 1), i % SEEDS), this.manager));
		Map<String, IntConsumer> engines = new LinkedHashMap<>();
		engines.put("a word that is seldom", (i) -> saying(BenchMarks.word(500 + i * 37)));
		engines.put("a word of many", (i) -> saying(SUBJECTS.get(i % SEEDS)));
		engines.put("a person who seldom acts", (i) -> by("objects2"));
		engines.put("a person who acts daily", (i) -> by((i % 2 == 0) ? "author2" : "objects"));
		engines.put("ended, on an account seldom used", (i) -> on(Draft.NEWS_ACCOUNT));
		engines.put("ended, on an account used daily",
				(i) -> on((i % 2 == 0) ? Draft.SECTION_ACCOUNT : Draft.JOINT_ACCOUNT));
		engines.put("story", (i) -> {
			HistoricProcessInstance one = this.stage.history.createHistoricProcessInstanceQuery()
				.processInstanceBusinessKey(BulkCopy.reference(1 + i % (rounds - 1), i % SEEDS))
				.singleResult();
			this.stage.history.createHistoricTaskInstanceQuery().processInstanceId(one.getId()).list();
			this.stage.history.createHistoricVariableInstanceQuery().processInstanceId(one.getId()).list();
			this.stage.history.createHistoricActivityInstanceQuery().processInstanceId(one.getId()).list();
			this.stage.history.createHistoricDetailQuery().processInstanceId(one.getId()).list();
		});
		for (Map.Entry<String, IntConsumer> one : ours.entrySet()) {
			IntConsumer engine = engines.get(one.getKey());
			say("%s | %s | ours %.1f ms | engine %s", size, one.getKey(), median(one.getValue(), 40),
					(engine != null) ? "%.1f ms".formatted(median(engine, 7)) : "-");
		}
	}

	private void saying(String word) {
		this.stage.history.createHistoricProcessInstanceQuery()
			.variableValueLike("body", "%" + word + "%")
			.orderByProcessInstanceStartTime()
			.desc()
			.listPage(0, Found.PAGE);
	}

	private void by(String login) {
		this.stage.history.createHistoricTaskInstanceQuery()
			.taskAssignee(login)
			.orderByHistoricActivityInstanceStartTime()
			.desc()
			.listPage(0, Found.PAGE);
	}

	private void on(String account) {
		this.stage.history.createHistoricProcessInstanceQuery()
			.variableValueEquals("account", account)
			.finished()
			.orderByProcessInstanceStartTime()
			.desc()
			.listPage(0, Found.PAGE);
	}

	private void look(String... fields) {
		this.found.page(fields(fields), Long.MAX_VALUE, this.manager);
	}

	private static Fields fields(String... typed) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (int i = 0; i < typed.length; i += 2) {
			fields.put(typed[i], List.of(typed[i + 1]));
		}
		return Fields.of(fields);
	}

	private static double median(IntConsumer question, int times) {
		question.accept(times);
		double[] took = new double[times];
		for (int i = 0; i < times; i++) {
			long begun = System.nanoTime();
			question.accept(i);
			took[i] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(took);
		return took[times / 2];
	}

	/** Everything, one after the other: what stands in memory meanwhile. */
	private void export() throws IOException {
		long[] rows = new long[1];
		List<Long> used = new ArrayList<>();
		long begun = System.nanoTime();
		this.found.each(fields(), this.manager, (line) -> {
			if (rows[0]++ % 50_000 == 0) {
				System.gc();
				used.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
			}
		});
		say("EXPORT %d rows in %d s, megabytes in use on the way: %s", rows[0],
				Duration.ofNanos(System.nanoTime() - begun).toSeconds(), used);
	}

	/** To a file as well: a run takes an hour, and what is printed can be lost. */
	private static void say(String format, Object... values) throws IOException {
		String line = format.formatted(values);
		System.out.println("BENCH " + line);
		Files.writeString(Path.of("target", "history-bench.txt"), line + "\n", StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
	}

}
