package org.imprimatur.security;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imprimatur.WebTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@WebTest
@DisplayName("People change what is theirs, and see what is open to them")
class OwnThingsTest {

	private static final String API = "/camunda/api/engine/engine/default";

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	private Caller signedIn(String login) {
		Caller browser = new Caller(this.port);
		browser.signIn(login, "imprimatur");
		browser.page("/camunda/app/tasklist/default/");
		return browser;
	}

	private String password(String login) {
		return this.jdbc.sql("select pwd_ from act_id_user where id_ = ?").param(login).query(String.class).single();
	}

	@Test
	void onesOwnPasswordAndNobodyElses() {
		Caller browser = signedIn("trustee2");
		String other = password("chair");
		HttpResponse<String> foreign = browser.json("PUT", API + "/user/chair/credentials",
				"{\"password\":\"another long word\",\"authenticatedUserPassword\":\"imprimatur\"}");
		assertThat(foreign.statusCode()).as(foreign.body()).isIn(403, 404);
		assertThat(password("chair")).isEqualTo(other);
		String own = password("trustee2");
		HttpResponse<String> wrong = browser.json("PUT", API + "/user/trustee2/credentials",
				"{\"password\":\"another long word\",\"authenticatedUserPassword\":\"not it\"}");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(password("trustee2")).isEqualTo(own);
		HttpResponse<String> changed = browser.json("PUT", API + "/user/trustee2/credentials",
				"{\"password\":\"imprimatur\",\"authenticatedUserPassword\":\"imprimatur\"}");
		assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
		assertThat(password("trustee2")).isNotEqualTo(own);
	}

	@Test
	void nobodyTakesAnotherName() {
		HttpResponse<String> answer = signedIn("news").json("PUT", API + "/user/news/profile",
				"{\"id\":\"news\",\"firstName\":\"Gareth\",\"lastName\":\"Penrose\",\"email\":\"\"}");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		assertThat(answer.body()).contains("An administrator keeps people's names");
	}

	@Test
	void aFilterOfOnesOwnButNotEverybodys() {
		Caller browser = signedIn("sct2");
		HttpResponse<String> made = browser.json("POST", API + "/filter/create",
				"{\"resourceType\":\"Task\",\"name\":\"Mine alone\",\"owner\":\"sct2\",\"query\":{\"assigneeExpression\":"
						+ "\"${currentUser()}\"},\"properties\":{}}");
		assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
		Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(made.body());
		assertThat(id.find()).isTrue();
		assertThat(browser.get(API + "/filter/" + id.group(1) + "/list?maxResults=5&firstResult=0").statusCode())
			.isEqualTo(200);
		assertThat(signedIn("news").get(API + "/filter/" + id.group(1)).statusCode()).isIn(403, 404);
		String ready = this.jdbc.sql("select id_ from act_ru_filter where name_ = 'My tasks'")
			.query(String.class)
			.single();
		HttpResponse<String> everybodys = browser.json("DELETE", API + "/filter/" + ready, "");
		assertThat(everybodys.statusCode()).as(everybodys.body()).isEqualTo(403);
		assertThat(browser.json("DELETE", API + "/filter/" + id.group(1), "").statusCode()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "${people}", "${jdbcClient}", "${processEngine}",
			"${currentUserGroups().getClass()}", "${deadlines.of(null, 'x')}" })
	void aKeptFilterRunsNoCodeEither(String expression) {
		Caller browser = signedIn("sct2");
		HttpResponse<String> made = browser.json("POST", API + "/filter/create",
				"{\"resourceType\":\"Task\",\"name\":\"x\",\"owner\":\"sct2\",\"query\":{\"orQueries\":[{\"assigneeExpression\":"
						+ "\"" + expression + "\"}]},\"properties\":{}}");
		if (made.statusCode() == 200) {
			Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(made.body());
			assertThat(id.find()).isTrue();
			HttpResponse<String> run = browser.get(API + "/filter/" + id.group(1) + "/list?maxResults=5&firstResult=0");
			assertThat(run.statusCode()).as(run.body()).isIn(400, 403);
			browser.json("DELETE", API + "/filter/" + id.group(1), "");
		}
		else {
			assertThat(made.statusCode()).as(made.body()).isIn(400, 403);
		}
	}

	@Test
	void theSignInPageSaysWhatHappened() {
		Caller browser = new Caller(this.port);
		browser.signIn("chair", "wrong");
		assertThat(browser.page("/login?error").body()).contains("There is a problem",
				"The login or the password is not right.");
		assertThat(browser.page("/login").body()).doesNotContain("There is a problem");
		assertThat(browser.page("/login?ended").body()).contains("Your session ended");
		assertThat(browser.page("/login?logout").body()).contains("You have signed out");
	}

	@Test
	void healthSaysNoMoreThanUpAndNumbersAreForAdministrators() {
		Caller stranger = new Caller(this.port);
		HttpResponse<String> health = stranger.get("/actuator/health");
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).contains("UP").doesNotContain("components", "details", "h2");
		for (String path : new String[] { "/actuator/prometheus", "/actuator/env", "/actuator/heapdump",
				"/actuator" }) {
			assertThat(stranger.get(path).statusCode()).as(path).isIn(302, 401);
			assertThat(new Caller(this.port).as("modeller").get(path).statusCode()).as(path).isEqualTo(403);
		}
		Caller admin = new Caller(this.port).as("admin");
		assertThat(admin.get("/actuator/env").statusCode()).isEqualTo(404);
		assertThat(admin.get("/actuator/heapdump").statusCode()).isEqualTo(404);
	}

	@Test
	void everyPageCarriesItsHeaders() {
		for (String path : new String[] { "/login", "/nowhere", "/camunda/app/tasklist/default/" }) {
			var headers = signedIn("author").page(path).headers();
			assertThat(headers.firstValue("Content-Security-Policy").orElse("")).as(path)
				.containsPattern("frame-ancestors '(self|none)'");
			assertThat(headers.firstValue("X-Content-Type-Options").orElse("")).as(path).isEqualTo("nosniff");
		}
	}

	@Test
	void attachmentsOfTheEngineAreClosedOnEveryPath() {
		for (String login : new String[] { "author", "admin", "modeller" }) {
			Caller browser = signedIn(login);
			for (String path : new String[] { "/task/x/attachment", "/task/x/attachment/y", "/task/x/attachment/y/data",
					"/task/x/attachment/create" }) {
				assertThat(browser.json("GET", API + path, "").statusCode()).as(path).isEqualTo(403);
				assertThat(browser.json("POST", API + path, "").statusCode()).as(path).isEqualTo(403);
				for (String rest : new String[] { "/engine-rest", "/engine-rest/engine/default" }) {
					assertThat(new Caller(this.port).as(login).json("POST", rest + path, "").statusCode()).as(path)
						.isEqualTo(403);
				}
			}
		}
	}

}
