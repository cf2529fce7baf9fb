package org.imprimatur.browser;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.ManagementService;
import org.imprimatur.kernel.Policy;
import org.imprimatur.mail.Mail;
import org.imprimatur.mail.MailKind;
import org.imprimatur.mail.MailOutcome;
import org.imprimatur.mail.Outbox;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The pages of mail and of operating, and the way from a mail to its task. */
@Policy("ONE-LOGIN")
class OperatingPagesTest extends InTheBrowser {

	private static final String LONG = "🌍 Réfugié·e·s, مرحبا, " + "long".repeat(20);

	@Autowired
	private Outbox outbox;

	@Autowired
	@Qualifier("postman")
	private Object postman;

	@Autowired
	private ManagementService management;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void thePagesOfOperatingLookRight() {
		for (MailOutcome outcome : MailOutcome.values()) {
			Mail mail = mail(outcome.name());
			this.outbox.finish(mail, outcome, "451 " + "x".repeat(300));
		}
		mail("waits");
		isStuck(submitted("A post that is stuck", "Its deadline cannot be acted on."));
		Visitor admin = person("admin", "/outbox");
		assertThat(admin.page().locator("main")).containsText("To be sent again");
		for (Locator closed : admin.page().locator("summary:has-text('" + LONG + "')").all()) {
			closed.click();
		}
		admin.looksRight("outbox");
		Locator again = admin.page().getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(LONG));
		int before = again.count();
		again.first().focus();
		admin.page().keyboard().press("Enter");
		assertThat(again).hasCount(before - 1);
		admin.open("/stuck").looksRight("stuck work");
		assertThat(admin.page().locator("main h3").first()).isVisible();
		admin.page().locator("summary").first().click();
		admin.looksRight("stuck work with details");
		admin.open("/mail").looksRight("mail");
		Visitor manager = person("manager", "/incidents/counts");
		manager.looksRight("counts of incidents");
	}

	@Test
	void theLinkOfAMailLeadsThroughTheSignInToItsTask() {
		String post = submitted("A post in a mail", "Somebody is told of it.");
		ReflectionTestUtils.invokeMethod(this.postman, "round");
		long number = this.outbox.of(post)
			.stream()
			.filter((one) -> one.login().equals("objects"))
			.findFirst()
			.get()
			.id();
		Visitor admin = person("admin", "/outbox/" + number);
		Matcher link = Pattern.compile("https?://[^/\\s]+(/tasks/\\S+)").matcher(admin.page().content());
		assertThat(link.find()).isTrue();

		Visitor objects = person("objects", link.group(1));
		assertThat(objects.page()).hasURL(Pattern.compile(".*" + link.group(1) + "(\\?.*)?"));
		assertThat(objects.page().locator("main")).containsText("Somebody is told of it.");

		does("objects2", post, Map.of("decision", "ALIGNED", "object", "human-rights-research"));
		objects.context().clearCookies();
		objects.open(link.group(1)).signIn("objects");
		assertThat(objects.page().locator("main")).containsText("already done the task");
		objects.looksRight("a mail's task that somebody else did");
	}

	private Mail mail(String cause) {
		String whole = "look " + cause + " " + System.nanoTime();
		this.outbox.add(new Mail(null, whole, "objects", MailKind.NOTICE, "POST-2026-000001", null,
				"POST-2026-000001: " + LONG, "Words.", "/items/POST-2026-000001", this.clock.instant()));
		Mail mail = this.outbox.newest(1).get(0);
		assertThat(mail.cause()).isEqualTo(whole);
		return mail;
	}

	private void isStuck(String post) {
		List<String> jobs = this.jdbc
			.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ "
					+ "where e.business_key_ = ?")
			.param(post)
			.query(String.class)
			.list();
		assertThat(jobs).isNotEmpty();
		this.jdbc.sql("update act_ru_job set handler_cfg_ = 'no-such-step', retries_ = 1 where id_ = ?")
			.param(jobs.get(0))
			.update();
		assertThatThrownBy(() -> this.management.executeJob(jobs.get(0))).isNotNull();
	}

}
