package org.imprimatur.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.crash.ByHttp.Answer;
import org.imprimatur.crash.Crew.Open;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The kills of {@code CrashRoundsTest} again and again on one database file, and what
 * came of everything that was acknowledged, in figures. How many rounds:
 * {@code -Dimprimatur.rounds=50}.
 */
@Tag("soak")
class ManyKillsTest {

	private static final int ROUNDS = Integer.getInteger("imprimatur.rounds", 10);

	@TempDir
	private Path folder;

	@Test
	void loseNothingAndDoubleNothing() throws Exception {
		MailTaken mails = new MailTaken();
		mails.start();
		Map<String, String> posts = new ConcurrentHashMap<>();
		Set<String> checked = ConcurrentHashMap.newKeySet();
		AtomicInteger commits = new AtomicInteger();
		List<String> halves = new ArrayList<>();
		try {
			for (int round = 0; round < ROUNDS; round++) {
				OwnProcess application = OwnProcess.start(this.folder, OwnProcess.small(mails.settings()));
				Crew crew = new Crew(application);
				ManyHands.killDuring(application, ThreadLocalRandom.current().nextInt(5, 30), () -> {
					String key = UUID.randomUUID().toString();
					Answer proposed = accepted(crew.propose(key));
					posts.put(key, proposed.location());
					commits.incrementAndGet();
					Open open = crew.open(proposed.location().replace("/items/", "")).get(0);
					accepted(crew.decide(open, null));
					checked.add(open.reference());
					commits.incrementAndGet();
					return true;
				});
				halves.addAll(Halves.in(this.folder));
			}
			List<String> lost = new ArrayList<>();
			try (OwnProcess application = OwnProcess.start(this.folder, OwnProcess.small(mails.settings()))) {
				Crew crew = new Crew(application);
				for (Map.Entry<String, String> post : posts.entrySet()) {
					JsonNode item = application.ask("author", post.getValue()).body();
					if (!item.path("body").asText().equals("Post " + post.getKey())) {
						lost.add(post.getValue());
					}
				}
				for (String post : checked) {
					if (!crew.decided(post).contains("check-charity-objects")) {
						lost.add("check of " + post);
					}
				}
				application.stop();
			}
			halves.addAll(Halves.in(this.folder));
			List<String> doubled = Halves.rows(this.folder, """
					select cast(body as varchar(4000)) from post_revision group by cast(body as varchar(4000))
					having count(*) > 1""");
			List<String> received = mails.received();
			int twice = received.size() - new HashSet<>(received).size();
			System.out.printf(
					"%d kills, %d commits acknowledged (%d posts, %d checks), %d lost, %d doubled, %d halves;"
							+ " %d mails taken, %d twice%n",
					ROUNDS, commits.get(), posts.size(), checked.size(), lost.size(), doubled.size(), halves.size(),
					received.size(), twice);
			assertThat(lost).isEmpty();
			assertThat(doubled).isEmpty();
			assertThat(halves).isEmpty();
			assertThat(twice).isZero();
		}
		finally {
			mails.stop();
		}
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as(() -> String.valueOf(answer.body())).isEqualTo(303);
		return answer;
	}

}
