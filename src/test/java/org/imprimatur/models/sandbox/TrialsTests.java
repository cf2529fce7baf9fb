package org.imprimatur.models.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.imprimatur.EngineTest;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@Policy("APPROVED")
@DisplayName("A model is tried before anybody deploys it")
class TrialsTests {

	@Autowired
	Trials trials;

	private final List<Move> moves = new ArrayList<>();

	private Trial make(String process, Move... more) {
		this.moves.addAll(List.of(more));
		return this.trials.run(new Trials.Plan(Map.of(), process, Instant.parse("2026-11-24T10:00:00Z"), this.moves));
	}

	@Test
	@DisplayName("a post on a Trust-held account waits for the objects check")
	void objects() {
		Trial trial = make("post-approval", new Move(Move.Kind.BEGIN, "post-proposed", Map.of()));
		assertThat(trial.problem()).isEmpty();
		trial = make("post-approval", new Move(Move.Kind.DO, "draft-post:1", Map.of("draftPost", "SUBMIT")));
		assertThat(trial.problem()).isEmpty();
		System.err.println(trial);
		assertThat(trial.stops()).extracting(Trial.Stop::element).containsExactly("establish-facts");
	}

}
