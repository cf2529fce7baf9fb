package org.imprimatur.doors;

import java.net.http.HttpResponse;

import org.imprimatur.kernel.Policy;
import org.imprimatur.security.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("CRISIS")
@DisplayName("A freeze holds at every door")
class FreezeAtTheDoorTest extends AtTheDoor {

	private static final String FREEZE = "{\"scope\":\"ACCOUNT\",\"account\":\"main-x\",\"reason\":\"<b>Danger</b>\"}";

	@Test
	void nothingGoesOutWhileItIsFrozen() {
		String post = postAt("publish-post");
		assertThat(program("author").json("POST", "/freezes", FREEZE).statusCode()).isEqualTo(403);
		assertThat(program("approver").json("POST", "/freezes", "{\"scope\":\"EVERYTHING\",\"reason\":\"Danger\"}")
			.statusCode()).isEqualTo(403);
		assertThat(program("approver").json("POST", "/freezes", "{\"scope\":\"ACCOUNT\",\"account\":\"main-x\"}")
			.statusCode()).isEqualTo(422);
		assertThat(form("approver", "/freezes", "scope=ACCOUNT&account=main-x&reason=&incident=kept").body())
			.contains("Enter why posts are held back", "value=\"kept\"");
		assertThat(new Caller(this.port).get("/freezes").statusCode()).isIn(302, 401);
		assertThat(
				form("approver", "/freezes", "scope=ACCOUNT&account=main-x&reason=" + Caller.encoded("<b>Danger</b>"))
					.statusCode())
			.isEqualTo(303);
		long freeze = count("select max(id) from post_freeze");
		try {
			assertThat(step(post)).isEqualTo("confirm-after-freeze");
			assertThat(browser("approver").page("/items/" + post).body()).contains("Main X account is frozen since",
					"&lt;b&gt;Danger");
			assertThat(browser("approver").page("/tasks/" + task(post)).body())
				.contains("Does this post still go ahead?", "can lift it");
			refusedToGoAhead(post);
			// the menu offers them to those who may begin one, and to nobody else
			assertThat(browser("approver").page("/").body()).contains("href=\"/freezes\"", "href=\"/exceptions\"");
			assertThat(browser("author").page("/").body()).doesNotContain("href=\"/freezes\"")
				.doesNotContain("href=\"/exceptions\"");
			assertThat(browser("trustee1").page("/freezes").body())
				.contains("Main X account", "more that you may not read")
				.doesNotContain(post);
			assertThat(browser("author").page("/freezes").body()).contains(post, "Waits for the word of")
				.doesNotContain("Freeze it now", "Lift this freeze");
			assertThat(browser("approver").page("/freezes").body()).contains("Freeze it now", "Lift this freeze");
			assertThat(program("manager").json("GET", "/freezes", "").body()).contains("\"inForce\":true", post);
			assertThat(browser("approver2").page("/freezes/" + freeze + "/lift").statusCode()).isEqualTo(403);
			assertThat(program("approver2").json("POST", "/freezes/" + freeze + "/lift", "{\"reason\":\"Over\"}")
				.statusCode()).isEqualTo(403);
			assertThat(program("approver").json("POST", "/freezes/" + freeze + "/lift", "{}").statusCode())
				.isEqualTo(422);
			assertThat(browser("approver").page("/freezes/" + freeze + "/lift").body()).contains("It holds back");
		}
		finally {
			assertThat(
					program("hoc").json("POST", "/freezes/" + freeze + "/lift", "{\"reason\":\"Over\"}").statusCode())
				.isEqualTo(303);
		}
		assertThat(
				program("approver").json("POST", "/freezes/" + freeze + "/lift", "{\"reason\":\"Over\"}").statusCode())
			.isEqualTo(409);
		assertThat(program("author2").json("POST", "/tasks/" + task(post), "{\"decision\":\"GO_AHEAD\"}").statusCode())
			.isEqualTo(403);
		assertThat(tasklist("approver", "POST", "/task/" + task(post) + "/complete",
				"{\"variables\":{\"confirmAfterFreeze\":{\"value\":\"GO_AHEAD\"}}}")
			.statusCode()).isEqualTo(409);
		done("approver", task(post), "{\"decision\":\"GO_AHEAD\"}");
		assertThat(step(post)).isEqualTo("publish-post");
	}

	@Test
	void whoIsAwayIsReplacedByOneOfEqualAuthority() {
		HttpResponse<String> other = program("approver").json("POST", "/absence",
				"{\"person\":\"objects\",\"from\":\"2030-01-01\",\"until\":\"2030-01-02\"}");
		assertThat(other.statusCode()).isEqualTo(403);
		assertThat(form("approver2", "/absence", "from=2030&until=&deputy=approver").body())
			.contains("Enter the first day you are away", "has not the same authority");
		assertThat(browser("objects").page("/absence").body()).contains("Who is away", "Rowan Pickering")
			.doesNotContain("Their login");
		assertThat(browser("hoc").page("/absence").body()).contains("Their login");
		assertThat(program("manager").json("GET", "/absence", "").statusCode()).isEqualTo(200);
	}

	private void refusedToGoAhead(String post) {
		HttpResponse<String> answer = program("approver").json("POST", "/tasks/" + task(post),
				"{\"decision\":\"GO_AHEAD\"}");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("is frozen since", "Megan Fairclough", "can lift it");
	}

}
