package org.imprimatur.accounts;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.imprimatur.EngineTest;
import org.imprimatur.kernel.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@EngineTest
@Policy({ "ACCOUNT-KIND", "ACCOUNT-OWNER", "AUTHORISED", "TRAINED", "ONE-LOGIN" })
@DisplayName("Two people keep the register of accounts, and everybody who has signed in reads it")
class RegisterTests {

	@Autowired
	MockMvc pages;

	@Autowired
	JdbcClient jdbc;

	private String account;

	@BeforeEach
	void anAccount() throws Exception {
		this.account = "try-" + UUID.randomUUID().toString().substring(0, 8);
		sends("dem", "", "id=" + this.account, "name=Try", "platform=X", "handle=@try", "kind=MAIN", "owner=JOINT",
				"team=digital-team")
			.isDone();
		sends("dem", "/bio-check", "finding=SAYS_OWNER", "bioText=Owned jointly.", "evidence=Seen").isDone();
	}

	@ParameterizedTest
	@ValueSource(strings = { "author", "approver", "news-lead", "activist-lead", "objects", "manager", "modeller",
			"admin", "ceo", "sct" })
	@DisplayName("Nobody else changes anything, though they read all of it")
	void readers(String login) throws Exception {
		long before = changes();
		for (String form : List.of("", "/change", "/bio-check", "/authorise", "/end-authorisation")) {
			sends(login, form, "owner=TRUST", "reason=x", "person=author2")
				.is(403, "Only the Head of Communications and "
						+ "the Digital Engagement Manager change the register of accounts. Ask Gareth Penrose or Eleanor Swift.");
		}
		training(login, "author2", "2026-01-05").is(403, "Only the Head of Communications");
		assertThat(changes()).isEqualTo(before);
		assertThat(reads(login, "/accounts")).contains("Main X account", "@demo_charity")
			.doesNotContain("Add an account");
		assertThat(reads(login, "/accounts/" + this.account)).contains("Owned jointly.", "Account added")
			.doesNotContain("Change the facts");
	}

	@Test
	@DisplayName("Strangers read nothing of it")
	void strangers() throws Exception {
		assertThat(
				this.pages.perform(get("/accounts").accept(MediaType.TEXT_HTML)).andReturn().getResponse().getStatus())
			.isEqualTo(302);
		assertThat(this.pages.perform(get("/accounts").accept(MediaType.APPLICATION_JSON))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(401);
	}

	@Test
	@DisplayName("Nobody authorises or trains themselves; the other of the two may")
	void notThemselves() throws Exception {
		training("dem", "dem", "2026-01-05").is(403, "Nobody records their own training. Ask Gareth Penrose.");
		training("hoc", "dem", "2026-01-05").isDone();
		authorising("dem", "dem").is(403, "Nobody authorises themselves. Ask Gareth Penrose.");
		authorising("hoc", "dem").isDone();
		assertThat(reads("author", "/accounts/" + this.account)).contains("Authorised by <bdi>Gareth Penrose</bdi>");
	}

	@Test
	@DisplayName("Nobody is authorised without training that counts, a reason and the name of a vault entry")
	void whatItTakes() throws Exception {
		authorising("dem", "sct2").is(422, "Record training of Marcus Adeyemi first: no training is recorded.");
		LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/London"));
		training("dem", "sct2", today.minusMonths(24).minusDays(1).toString()).isDone();
		authorising("dem", "sct2").is(422, "Record training of Marcus Adeyemi first: the training of");
		training("dem", "sct2", today.minusMonths(24).toString()).isDone();
		sends("dem", "/authorise", "person=sct2").is(422, "Enter why, normally what in the job needs it.",
				"never a password");
		sends("dem", "/authorise", "person=sct2", "reason=Holidays", "vaultEntry=X 2",
				"until=" + today.plusMonths(12).plusDays(1))
			.is(422, "Enter a day from today to");
		sends("dem", "/authorise", "person=nobody", "reason=Holidays", "vaultEntry=X 2").is(422,
				"Nobody signs in as nobody");
		authorising("dem", "sct2").isDone();
		sends("dem", "/change", "state=CLOSED", "reason=Over.").isDone();
		authorising("dem", "sct2").is(422, "The account is closed.");
	}

	@ParameterizedTest
	@CsvSource({ "MAIN,TRUST", "SPECIALIST,SECTION", "COMMUNITY,JOINT" })
	@DisplayName("An owner that is not the usual one of its kind needs a reason and who allowed it")
	void exceptions(String kind, String owner) throws Exception {
		sends("dem", "/change", "kind=" + kind, "owner=" + owner, "reason=As it is.").is(422,
				"Enter why the owner is another one than usual", "Enter who allowed the exception.");
		sends("dem", "/change", "kind=" + kind, "owner=" + owner, "reason=As it is.", "ownerReason=It began there.",
				"ownerAllowedBy=Gareth Penrose")
			.isDone();
		assertThat(reads("author", "/accounts/" + this.account)).contains("It began there.", "Why not as usual");
		sends("dem", "/change", "owner=" + AccountKind.valueOf(kind).usualOwner(), "reason=Put right.").isDone();
		assertThat(reads("author", "/accounts/" + this.account)).doesNotContain("Why not as usual");
	}

	@Test
	@DisplayName("Every change is kept with who, when, why and each field before and after")
	void history() throws Exception {
		sends("dem", "/change", "handle=@other").is(422, "Enter why this changes.");
		sends("dem", "/change", "handle=@try", "reason=x").is(422, "Change something first");
		sends("hoc", "/change", "handle=<b>{{7*7}}</b> 🕊", "kind=SPECIALIST", "channelManager=approver",
				"reason=The platform made us.")
			.isDone();
		assertThat(this.jdbc
			.sql("""
					select field || ': ' || coalesce(before_value, '-') || ' > ' || after_value || ', ' || changed_by || ', ' || reason
					from account_change where account = ? and act = 'CHANGED' order by id""")
			.param(this.account)
			.query(String.class)
			.list()).containsExactly("handle: @try > <b>{{7*7}}</b> 🕊, hoc, The platform made us.",
					"kind: MAIN > SPECIALIST, hoc, The platform made us.",
					"channelManager: - > approver, hoc, The platform made us.");
		assertThat(reads("author", "/accounts/" + this.account)).contains("&lt;b&gt;{{7*7}}&lt;/b&gt; 🕊",
				"Megan Fairclough", "Gareth Penrose", "The platform made us.");
	}

	@Test
	@DisplayName("Of two who change it at once the second is told, and nothing is lost")
	void atOnce() throws Exception {
		long seen = this.jdbc.sql("select max(id) from account_change where account = ?")
			.param(this.account)
			.query(Long.class)
			.single();
		sends("hoc", "/change", "name=First", "reason=x", "seen=" + seen).isDone();
		sends("dem", "/change", "name=Second", "reason=y", "seen=" + seen).is(409,
				"Somebody else has changed First meanwhile");
		assertThat(reads("dem", "/accounts/" + this.account)).contains("First").doesNotContain("Second");
	}

	@Test
	@DisplayName("A team that is no group yet, a wrong id and a field that is not there are refused with what to do")
	void wrongFacts() throws Exception {
		sends("dem", "/change", "team=team-new", "reason=x").is(422,
				"Have an administrator add the groups team-new and team-new-approvers first");
		sends("dem", "/change", "team=managers", "reason=x").is(422, "There is no team managers yet");
		sends("dem", "/change", "demo=true", "reason=x").is(422, "This form has no field demo");
		sends("dem", "/change", "kind=OTHER", "reason=x").is(422, "Choose the kind of account.");
		sends("dem", "", "id=" + this.account).is(422,
				"There is an account or a page called " + this.account + " already");
		sends("dem", "", "id=Main X").is(422, "Enter an id of small letters");
		sends("dem", "", "id=training").is(422, "Choose another id");
		this.account = "no-such-account";
		sends("dem", "/change", "name=x", "reason=x").is(404, "There is no account no-such-account.");
	}

	@Test
	@DisplayName("A look at the profile has a day, evidence and words, and never names an owner nobody knows")
	void bioChecks() throws Exception {
		sends("dem", "/bio-check", "finding=SAYS_OWNER").is(422, "Enter what the profile says.",
				"Enter where it can be seen");
		sends("dem", "/bio-check", "finding=SAYS_OWNER", "bioText=x", "evidence=y", "checkedOn=2020-01-01").is(422,
				"Enter that day or a later one.");
		sends("dem", "/bio-check", "finding=SAYS_OWNER", "bioText=x", "evidence=y", "checkedOn=2099-01-01").is(422,
				"not in the future");
		sends("dem", "/change", "owner=UNKNOWN", "reason=Nobody is sure.").isDone();
		sends("dem", "/bio-check", "finding=SAYS_OWNER", "bioText=x", "evidence=y").is(422, "Record the owner first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bio_check", "training", "account_change" })
	@DisplayName("The database itself refuses to change or delete what was recorded")
	void appendOnly(String table) {
		for (String change : List.of("update " + table + " set id = id", "delete from " + table)) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(change).update())
				.havingRootCause()
				.isInstanceOf(SQLException.class)
				.withMessageContaining("never changed or deleted");
		}
	}

	private long changes() {
		return this.jdbc.sql("select count(*) from account_change").query(Long.class).single()
				+ this.jdbc.sql("select count(*) from training").query(Long.class).single();
	}

	private Sent authorising(String by, String person) throws Exception {
		return sends(by, "/authorise", "person=" + person, "reason=Stands in.", "vaultEntry=X, " + person);
	}

	private Sent training(String by, String person, String day) throws Exception {
		return json(by, "/accounts/training", "person=" + person, "trainedOn=" + day, "evidence=Course");
	}

	private Sent sends(String login, String form, String... fields) throws Exception {
		return json(login, form.isEmpty() ? "/accounts" : "/accounts/" + this.account + form, fields);
	}

	private Sent json(String login, String path, String... fields) throws Exception {
		StringBuilder body = new StringBuilder();
		for (String field : fields) {
			String[] pair = field.split("=", 2);
			body.append(body.isEmpty() ? "{" : ",")
				.append('"')
				.append(pair[0])
				.append("\":\"")
				.append(pair[1])
				.append('"');
		}
		return new Sent(this.pages
			.perform(post(path).header("Authorization", basic(login))
				.contentType(MediaType.APPLICATION_JSON)
				.content(body.append('}').toString()))
			.andReturn()
			.getResponse());
	}

	private String reads(String login, String path) throws Exception {
		return this.pages.perform(get(path).header("Authorization", basic(login)).accept(MediaType.TEXT_HTML))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private static String basic(String login) {
		return "Basic " + Base64.getEncoder().encodeToString((login + ":imprimatur").getBytes(StandardCharsets.UTF_8));
	}

	/** The answer to what was sent. */
	private record Sent(MockHttpServletResponse answer) {

		void isDone() throws Exception {
			assertThat(this.answer.getStatus()).as(this.answer.getContentAsString(StandardCharsets.UTF_8))
				.isEqualTo(303);
		}

		void is(int status, String... words) throws Exception {
			assertThat(this.answer.getContentAsString(StandardCharsets.UTF_8)).contains(words);
			assertThat(this.answer.getStatus()).isEqualTo(status);
		}

	}

}
