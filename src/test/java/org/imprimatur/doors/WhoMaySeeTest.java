package org.imprimatur.doors;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.imprimatur.kernel.Policy;
import org.imprimatur.media.MediaFiles;
import org.imprimatur.security.Caller;
import org.imprimatur.security.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@Policy("ONE-LOGIN")
@DisplayName("Who has nothing to do with a post does not learn that it exists")
class WhoMaySeeTest extends AtTheDoor {

	private static final List<String> STRANGERS = List.of("news", "news-lead", "activist", "trustee1", "dpo",
			"section-secretary", "modeller");

	@Autowired
	MediaFiles media;

	@Test
	void aStrangerFindsNothing() {
		String post = postAt("sign-off-post");
		String task = task(post);
		for (String login : STRANGERS) {
			for (String path : new String[] { "/tasks/" + task, "/tasks/" + task + "/done", "/items/" + post,
					"/items/" + post + "/withdraw" }) {
				HttpResponse<String> page = browser(login).page(path);
				assertThat(page.statusCode()).as(login + path).isEqualTo(404);
				assertThat(page.body()).doesNotContain("A sentence nobody else wrote", "Sign off");
				assertThat(program(login).json("GET", path, "").statusCode()).as(login + path).isEqualTo(404);
			}
			assertThat(program(login).json("POST", "/tasks/" + task + "/draft", "{}").statusCode()).isEqualTo(404);
			assertThat(tasklist(login, "GET", "/task/" + task, "").statusCode()).isEqualTo(404);
			assertThat(tasklist(login, "GET", "/task?maxResults=50", "").body()).doesNotContain(task);
			assertThat(tasklist(login, "GET", "/history/task?maxResults=50", "").body()).doesNotContain(task);
			assertThat(tasklist(login, "GET", "/task/" + task + "/variables", "").body()).doesNotContain("author");
		}
	}

	@Test
	void theEngineHoldsNoTextOfAPost() {
		String post = postAt("publish-post");
		String body = this.jdbc.sql("select body from post_revision where reference = ?")
			.param(post)
			.query(String.class)
			.single();
		assertThat(program("author").get("/items/" + post).body()).contains(body);
		String word = "%" + body.substring(body.length() - 36) + "%";
		for (String table : new String[] { "act_ru_variable", "act_hi_varinst", "act_hi_detail" }) {
			assertThat(count("select count(*) from " + table + " where text_ like ? or text2_ like ?", word, word))
				.isZero();
		}
		assertThat(this.jdbc.sql("select bytes_ from act_ge_bytearray").query(byte[].class).list()).noneMatch(
				(bytes) -> bytes != null && new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains(body));
		String seen = tasklist("author2", "GET", "/task/" + task(post) + "/variables", "").body()
				+ tasklist("author2", "GET", "/task/" + task(post), "").body()
				+ tasklist("author2", "GET", "/history/variable-instance?maxResults=500", "").body();
		assertThat(seen).doesNotContain(body);
	}

	@Test
	void nobodyReadsWhatSomebodyElseIsTyping() {
		String post = postAt("check-charity-objects");
		String task = task(post);
		assertThat(program("objects2").json("POST", "/tasks/" + task + "/draft", "{\"reason\":\"half a thought\"}")
			.statusCode()).isEqualTo(200);
		assertThat(program("objects2").json("GET", "/tasks/" + task, "").body()).contains("half a thought");
		for (String login : new String[] { "objects", "author", "admin", "manager" }) {
			assertThat(program(login).json("GET", "/tasks/" + task, "").body()).doesNotContain("half a thought");
			assertThat(browser(login).page("/tasks/" + task).body()).doesNotContain("half a thought");
		}
	}

	@Test
	void aFileIsForThoseWhoMayReadItsPost() {
		byte[] picture = Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
		String id = this.media
			.keep("media", "dot.png", picture, new Person("author", "Priya Raman", Set.of("digital-team")))
			.id();
		assertThat(browser("author").page("/media/" + id).statusCode()).isEqualTo(200);
		for (String login : STRANGERS) {
			assertThat(browser(login).page("/media/" + id).statusCode()).as(login).isEqualTo(404);
		}
		assertThat(new Caller(this.port).page("/media/" + id).statusCode()).isEqualTo(302);
	}

	@Test
	void whatWasTypedComesBackAfterTheSignInToItsOwnPersonOnly() {
		String post = postAt("check-charity-objects");
		String path = "/tasks/" + task(post);
		for (String login : new String[] { "objects", "objects2" }) {
			Caller browser = new Caller(this.port);
			HttpResponse<String> lost = browser.form(path,
					"_person=objects&decision=NOT_ALIGNED&reason=typed+before+it+ended&_csrf=stale");
			assertThat(lost.headers().firstValue("Location").orElse("")).endsWith("/login?ended");
			assertThat(browser.page("/login?ended").body()).contains("Your session ended");
			browser.signIn(login, "imprimatur");
			assertThat(browser.page(path).body().contains("typed before it ended")).as(login)
				.isEqualTo(login.equals("objects"));
			assertThat(browser.page(path).body()).as("once").doesNotContain("typed before it ended");
		}
	}

}
