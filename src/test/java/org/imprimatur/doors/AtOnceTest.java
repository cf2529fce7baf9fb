package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Policy({ "APPROVED", "ONE-LOGIN" })
@DisplayName("Of two submissions one counts, and the other is told")
class AtOnceTest extends AtTheDoor {

	@ParameterizedTest(name = "{0}: {1} and {2}")
	@CsvSource({ "check-charity-objects,objects,objects2", "check-charity-objects,objects,objects",
			"sign-off-post,approver,approver2", "schedule-post,author,author2", "publish-post,author,author",
			"draft-post,author,author" })
	void twoAtTheSameTask(String step, String one, String other) throws Exception {
		for (int round = 0; round < 3; round++) {
			String post = postAt(step);
			String task = task(post);
			List<HttpResponse<String>> answers = together(
					() -> program(one).json("POST", "/tasks/" + task, Answers.at(step)),
					() -> program(other).json("POST", "/tasks/" + task, Answers.at(step)));
			assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
			HttpResponse<String> late = answers.get((answers.get(0).statusCode() == 409) ? 0 : 1);
			assertThat(late.body()).containsAnyOf("already done", "has taken this task", "is doing this task",
					"Somebody else changed this");
			String table = switch (step) {
				case "draft-post" -> "post_revision";
				case "publish-post" -> "post_release";
				default -> "post_decision";
			};
			String of = table.equals("post_revision") ? "" : " and task_id = '" + task + "'";
			assertThat(count("select count(*) from " + table + " where reference = ?" + of, post)).isOne();
		}
	}

	@Test
	void theSameProposalSentTwiceIsOnePost() throws Exception {
		for (int round = 0; round < 3; round++) {
			String key = UUID.randomUUID().toString();
			String fields = "{\"accounts\":\"main-x\",\"kind\":\"ORIGINAL\",\"body\":\"Once only\",\"grounding\":\"POLICY\","
					+ "\"groundingSource\":\"y\",\"decision\":\"SUBMIT\"}";
			List<HttpResponse<String>> answers = together(
					() -> program("author").json("POST", "/start/post-approval?startKey=" + key, fields),
					() -> program("author").json("POST", "/start/post-approval?startKey=" + key, fields));
			assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
			assertThat(answers).extracting((answer) -> answer.headers().firstValue("Location").orElse(""))
				.doesNotContain("")
				.allMatch((address) -> address.equals(answers.get(0).headers().firstValue("Location").orElse("")));
			assertThat(count("select count(*) from post where start_key = ?", key)).isOne();
		}
	}

	@Test
	void whatTheFormDoesNotHaveIsNotTaken() {
		String post = postAt("sign-off-post");
		String before = everything(post);
		for (String more : new String[] { "\"whatNext\":\"PUBLISH\"", "\"decidedBy\":\"hoc\"", "\"object\":\"x\"",
				"\"signOffPost\":\"APPROVED\"", "\"assignee\":\"hoc\"" }) {
			HttpResponse<String> answer = program("approver").json("POST", "/tasks/" + task(post),
					Answers.APPROVED.replace("}", "," + more + "}"));
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("This form has no field", "Leave it out");
		}
		HttpResponse<String> page = form("approver", "/tasks/" + task(post),
				Answers.form("sign-off-post") + "&whatNext=PUBLISH");
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("This form has no field whatNext");
		assertThat(everything(post)).isEqualTo(before);
	}

	@Test
	void aTaskThatIsDoneSaysByWhom() {
		String post = postAt("check-charity-objects");
		String task = task(post);
		done("objects", task, Answers.ALIGNED);
		String before = everything(post);
		HttpResponse<String> again = program("objects").json("POST", "/tasks/" + task, Answers.ALIGNED);
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("You have already done", "/items/" + post);
		HttpResponse<String> page = form("objects2", "/tasks/" + task, Answers.form("check-charity-objects"));
		assertThat(page.statusCode()).isEqualTo(409);
		assertThat(page.body()).contains("Harriet Osei has already done");
		assertThat(program("news").json("POST", "/tasks/" + task, Answers.ALIGNED).statusCode()).isEqualTo(404);
		assertThat(everything(post)).isEqualTo(before);
	}

	/** Both at the same moment; their answers in this order. */
	static List<HttpResponse<String>> together(java.util.concurrent.Callable<HttpResponse<String>> one,
			java.util.concurrent.Callable<HttpResponse<String>> other) throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<HttpResponse<String>>> futures = new ArrayList<>();
			for (var act : List.of(one, other)) {
				futures.add(two.submit(() -> {
					go.await();
					return act.call();
				}));
			}
			go.countDown();
			return List.of(futures.get(0).get(), futures.get(1).get());
		}
		finally {
			two.shutdown();
		}
	}

}
