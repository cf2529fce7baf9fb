package org.imprimatur.crash;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.imprimatur.crash.ByHttp.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** The people who take posts through the running application, by JSON. */
final class Crew {

	private final OwnProcess application;

	Crew(OwnProcess application) {
		this.application = application;
	}

	/** A task that is open. */
	record Open(String id, String task, String reference, String caseId, Instant created) {
	}

	/** Proposes and submits a post that says its own key. */
	Answer propose(String key) throws IOException, InterruptedException {
		return this.application.post("author", "/start/post-approval",
				Map.of("startKey", key, "accounts", "main-x", "kind", "ORIGINAL", "body", "Post " + key, "grounding",
						"POLICY", "groundingSource", "Our policy on the right to protest", "decision", "SUBMIT"));
	}

	/** Decides at the open task of a post, whoever it is for. */
	Answer decide(Open open, Instant slot) throws IOException, InterruptedException {
		return switch (open.task()) {
			case "check-charity-objects" -> this.application.post("objects", "/tasks/" + open.id(),
					Map.of("decision", "ALIGNED", "object", "human-rights-research"));
			case "sign-off-post" -> this.application.post("approver", "/tasks/" + open.id(),
					Map.of("decision", "APPROVED", "confirmations", List.of("ACCURATE", "GROUNDED")));
			case "schedule-post" -> this.application.post("author2", "/tasks/" + open.id(),
					Map.of("decision", "SCHEDULE", "publishAt", slot.truncatedTo(ChronoUnit.SECONDS).toString()));
			case "publish-post" -> this.application.post("author2", "/tasks/" + open.id(),
					Map.of("decision", "POSTED", "postedUrl", "https://example.org/" + open.reference()));
			default -> throw new IllegalStateException("Nobody here does " + open.task());
		};
	}

	/** The open tasks of all posts, by reference; a post with two of them is an error. */
	Map<String, Open> open() throws IOException, InterruptedException {
		Map<String, String> references = new HashMap<>();
		for (JsonNode one : this.application.get("admin", "/engine-rest/process-instance?maxResults=500")) {
			references.put(one.get("id").asText(), one.get("businessKey").asText());
		}
		Map<String, Open> open = new HashMap<>();
		for (JsonNode one : this.application.get("admin", "/engine-rest/task?maxResults=500")) {
			Open task = open(one, references.get(one.get("processInstanceId").asText()));
			Open other = open.put(task.reference(), task);
			if (other != null) {
				throw new IllegalStateException("Two open tasks: " + other + " and " + task);
			}
		}
		return open;
	}

	/** The open tasks of one post. */
	List<Open> open(String reference) throws IOException, InterruptedException {
		List<Open> open = new ArrayList<>();
		for (JsonNode one : this.application.get("admin",
				"/engine-rest/task?maxResults=500&processInstanceBusinessKey=" + reference)) {
			open.add(open(one, reference));
		}
		return open;
	}

	private static Open open(JsonNode task, String reference) {
		return new Open(task.get("id").asText(), task.get("taskDefinitionKey").asText(), reference,
				task.get("processInstanceId").asText(),
				Instant.parse(task.get("created").asText().replaceFirst("\\+0000$", "Z")));
	}

	/** The tasks at which something was decided about the post, each once. */
	Set<String> decided(String post) throws Exception {
		Map<String, Integer> decided = new HashMap<>();
		for (JsonNode one : this.application.get("author", "/items/" + post).get("happened")) {
			String title = one.get("title").asText();
			if (title.startsWith("Charity’s objects: aligned")) {
				decided.merge("check-charity-objects", 1, Integer::sum);
			}
			if (title.startsWith("Sign-off: approved")) {
				decided.merge("sign-off-post", 1, Integer::sum);
			}
		}
		assertThat(decided.values()).as(post).allMatch((times) -> times == 1);
		return decided.keySet();
	}

	long toPublish(List<String> posts) throws Exception {
		return open().values()
			.stream()
			.filter((open) -> open.task().equals("publish-post") && posts.contains(open.reference()))
			.count();
	}

	/** Whether somebody is asked to publish; may be asked while others are at work. */
	boolean somethingToPublish() throws IOException, InterruptedException {
		return !this.application.get("admin", "/engine-rest/task?maxResults=1&taskDefinitionKey=publish-post")
			.isEmpty();
	}

	/** What every post says that is open. */
	List<String> bodies() throws Exception {
		List<String> bodies = new ArrayList<>();
		for (String reference : open().keySet()) {
			bodies.add(this.application.get("author", "/items/" + reference).get("body").asText());
		}
		return bodies;
	}

}
