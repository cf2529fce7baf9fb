package org.imprimatur.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.imprimatur.crash.ByHttp.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No file may grow any further, as on a full disk: people are told in words, nothing is
 * acknowledged that is not kept, health says so, and once there is room the same
 * submissions go through once.
 */
@Tag("faults")
@EnabledOnOs({ OS.LINUX, OS.MAC })
class DiskFullTest {

	private static final int MOST = 600;

	@TempDir
	private Path folder;

	@Test
	void keepsWhatWasAcknowledgedAndSaysWhatItCannotKeep() throws Exception {
		try (OwnProcess first = OwnProcess.start(this.folder, OwnProcess.small())) {
			accepted(new Crew(first).propose(UUID.randomUUID().toString()));
			first.stop();
		}
		long room = Files.size(this.folder.resolve("imprimatur.mv.db")) / 1024 + 4_000;
		Map<String, String> acknowledged = new LinkedHashMap<>();
		Set<String> refused = new HashSet<>();
		try (OwnProcess full = OwnProcess.startLimited(this.folder, room, OwnProcess.small())) {
			Crew crew = new Crew(full);
			List<Integer> statuses = new ArrayList<>();
			while (refused.size() < 3 && acknowledged.size() < MOST) {
				String key = UUID.randomUUID().toString();
				Answer answer = crew.propose(key);
				statuses.add(answer.status());
				if (answer.status() == 303) {
					acknowledged.put(key, answer.location());
				}
				else {
					System.out.println("DISK " + answer.status() + " " + answer.body() + " health "
							+ full.health("/readiness").status());
					refused.add(key);
				}
			}
			assertThat(statuses).contains(303, 503).containsOnly(303, 503);
			Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> full.health("/readiness").status() == 503);
			full.kill();
		}
		assertThat(Halves.in(this.folder)).isEmpty();
		try (OwnProcess again = OwnProcess.start(this.folder, OwnProcess.small())) {
			Crew crew = new Crew(again);
			for (Map.Entry<String, String> one : acknowledged.entrySet()) {
				assertThat(again.get("author", one.getValue()).get("body").asText()).isEqualTo("Post " + one.getKey());
				assertThat(accepted(crew.propose(one.getKey())).location()).isEqualTo(one.getValue());
			}
			for (String key : refused) {
				accepted(crew.propose(key));
			}
			assertThat(crew.bodies()).hasSize(1 + acknowledged.size() + refused.size()).doesNotHaveDuplicates();
		}
	}

	private static Answer accepted(Answer answer) {
		assertThat(answer.status()).as(() -> String.valueOf(answer.body())).isEqualTo(303);
		return answer;
	}

}
