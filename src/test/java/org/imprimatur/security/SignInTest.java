package org.imprimatur.security;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.imprimatur.WebTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@WebTest
@DisplayName("Who may reach what")
class SignInTest {

	@LocalServerPort
	int port;

	private Caller stranger() {
		return new Caller(this.port);
	}

	private static HttpResponse<String> ask(Caller caller, String path) {
		boolean program = path.startsWith("/engine-rest") || path.startsWith("/actuator/health")
				|| path.startsWith("/actuator/info");
		return program ? caller.get(path) : caller.page(path);
	}

	private Caller signedIn(String login) {
		Caller browser = stranger();
		assertThat(browser.signIn(login, "imprimatur").headers().firstValue("Location").orElse(""))
			.doesNotContain("login");
		return browser;
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health,200", "/actuator/prometheus,302", "/camunda/app/tasklist/default/,302", "/,302",
			"/tasks/x,302", "/camunda/api/engine/engine/default/task,401", "/engine-rest/task,401",
			"/camunda/api/admin/setup/default/user/create,401", "/login,200" })
	void aStrangerSees(String path, int status) {
		HttpResponse<String> answer = ask(stranger(), path);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
			.isEqualTo(path.startsWith("/engine-rest"));
	}

	@ParameterizedTest
	@CsvSource({ "author,/engine-rest/task,403", "manager,/engine-rest/task,403", "modeller,/engine-rest/task,200",
			"admin,/engine-rest/task,200", "admin,/actuator/info,200", "modeller,/actuator/info,403",
			"author,/camunda/app/tasklist/default/,200", "author,/camunda/app/cockpit/default/,403",
			"author,/camunda/app/admin/default/,403", "modeller,/camunda/app/cockpit/default/,200",
			"admin,/camunda/app/admin/default/,200", "admin,/camunda/app/admin/default/setup/,403" })
	void aPersonSees(String login, String path, int status) {
		assertThat(ask(stranger().as(login), path).statusCode()).isEqualTo(status);
	}

	@Test
	void theSetUpIsClosedToEverybody() {
		String body = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"a\",\"lastName\":\"b\"},"
				+ "\"credentials\":{\"password\":\"long enough a word\"}}";
		assertThat(stranger().json("POST", "/camunda/api/admin/setup/default/user/create", body).statusCode())
			.isEqualTo(401);
		assertThat(
				stranger().as("admin").json("POST", "/camunda/api/admin/setup/default/user/create", body).statusCode())
			.isEqualTo(403);
	}

	@Test
	void anUnknownLoginAndAWrongPasswordLookTheSame() {
		Caller one = stranger();
		one.signIn("nobody", "wrong");
		Caller other = stranger();
		other.signIn("section-board2", "wrong");
		String page = one.get("/login?error").body().replaceAll("value=\"[^\"]*\"", "");
		assertThat(page).contains("password")
			.isEqualTo(other.get("/login?error").body().replaceAll("value=\"[^\"]*\"", ""));
	}

	@Test
	void afterTheSignInThePageAskedForIsShownAndTheSessionIsAnother() {
		Caller browser = stranger();
		browser.page("/camunda/app/tasklist/default/");
		HttpResponse<String> answer = browser.signIn("author", "imprimatur");
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/camunda/app/tasklist/default/");
		assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly").contains("SameSite=Lax");
	}

	@Test
	void aRequestFromAnotherSiteIsRefusedEverywhere() {
		for (String path : new String[] { "/login", "/engine-rest/task", "/camunda/api/engine/engine/default/task" }) {
			HttpRequest.Builder request = stranger().as("admin")
				.request(path)
				.header("Sec-Fetch-Site", "cross-site")
				.header("Content-Type", "application/json");
			assertThat(stranger().send(request.POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode())
				.isEqualTo(403);
		}
	}

	@Test
	void aLargeBodyIsRefusedWhetherItsLengthIsSaidOrNot() {
		byte[] large = new byte[2 * 1024 * 1024];
		java.util.Arrays.fill(large, (byte) ' ');
		HttpRequest.Builder said = stranger().as("admin")
			.request("/engine-rest/task")
			.header("Content-Type", "application/json");
		assertThat(stranger().send(said.POST(HttpRequest.BodyPublishers.ofByteArray(large))).statusCode())
			.isEqualTo(413);
		HttpRequest.Builder unsaid = stranger().as("admin")
			.request("/engine-rest/task")
			.header("Content-Type", "application/json");
		HttpResponse<String> answer = stranger()
			.send(unsaid.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
	}

	@Test
	void whatWasTypedIsKeptWhenTheSessionHadEnded() {
		Caller browser = stranger();
		HttpResponse<String> answer = browser.form("/tasks/abc", "_person=author&reason=A+long+one&_csrf=stale");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?ended");
		assertThat(browser.signIn("author", "imprimatur").headers().firstValue("Location").orElse(""))
			.endsWith("/tasks/abc");
		assertThat(stranger().json("POST", "/tasks/abc", "{}").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "/erasures, /erasures", "/erasures/7/decline, /erasures/7", "/retention/holds, /retention",
			"/retention/holds/7/lift, /retention/holds/7/lift" })
	void whoTypedAReasonComesBackToItsPage(String sentTo, String page) {
		Caller browser = stranger();
		browser.form(sentTo, "_person=trust-secretary&reason=A+long+one&_csrf=stale");
		assertThat(browser.signIn("trust-secretary", "imprimatur").headers().firstValue("Location").orElse(""))
			.endsWith(page);
	}

	@Test
	void aFormWithoutItsTokenIsRefused() {
		assertThat(signedIn("author").form("/start/post-approval", "title=x").statusCode()).isEqualTo(403);
	}

	@Test
	void aRememberedPasswordDoesNotOpenTheDoorForAnotherSite() {
		HttpResponse<String> answer = stranger().as("author")
			.form("/start/post-approval", "title=x", "Origin", "https://elsewhere.example");
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void signingOutEndsTheSession() {
		Caller browser = signedIn("author");
		browser.page("/camunda/app/tasklist/default/");
		assertThat(browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "").statusCode()).isEqualTo(204);
		assertThat(browser.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
	}

	@Test
	void pagesCarryTheirHeaders() {
		var headers = stranger().page("/login").headers();
		assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'self'");
		assertThat(headers.firstValue("X-Frame-Options").orElse("")).isEqualTo("SAMEORIGIN");
	}

	@Test
	void anUnknownAddressIsAPlainPage() {
		HttpResponse<String> answer = signedIn("author").page("/nowhere");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("There is nothing at this address").doesNotContain("Whitelabel");
	}

}
