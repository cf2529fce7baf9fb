package org.imprimatur.mail;

import java.io.IOException;
import java.util.Properties;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A mail is handed to a mail server, and what came of it is known")
class SmtpDeliveryTest {

	@RegisterExtension
	final GreenMailExtension server = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

	private final Letter letter = new Letter(7, "POST-2026-000001: Sign off the post 🕊️", "Hello “Zoë”,\nread it.",
			"<p>Hello “Zoë”</p>");

	@Test
	void itArrivesAsTextAndAsHtml() throws Exception {
		Delivery.Answer answer = delivery(this.server.getSmtp().getPort()).send(this.letter, "zoe@example.org");

		assertThat(answer.outcome()).isEqualTo(MailOutcome.SENT);
		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(arrived.getSubject()).isEqualTo(this.letter.subject());
		assertThat(arrived.getFrom()[0].toString()).isEqualTo("imprimatur@example.org");
		assertThat(arrived.getMessageID()).isEqualTo("<mail-7.imprimatur@example.org>");
		assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(arrived.getContentType()).startsWith("multipart/mixed");
		assertThat(GreenMailUtil.getWholeMessage(arrived)).contains("text/plain").contains("text/html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "nobody", "",
			"a@example.org\nSubject: other" })
	void anAddressThatIsNoneIsNotUsed(String address) {
		assertThat(delivery(this.server.getSmtp().getPort()).send(this.letter, address).outcome())
			.isEqualTo(MailOutcome.NO_ADDRESS);
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void nothingInASubjectBecomesALineOfItsOwn() throws Exception {
		Mail mail = new Mail(1L, "NOTICE:1", "zoe", MailKind.NOTICE, null, null,
				"Hello\r\nBcc: other@example.org\u0000\u0085", "Words", "/", java.time.Instant.EPOCH);

		delivery(this.server.getSmtp().getPort()).send(new Letter(1, mail.subject(), "text", "<p>text</p>"),
				"zoe@example.org");

		MimeMessage arrived = this.server.getReceivedMessages()[0];
		assertThat(this.server.getReceivedMessages()).hasSize(1);
		assertThat(arrived.getHeader("Bcc")).isNull();
		assertThat(arrived.getSubject()).isEqualTo("Hello Bcc: other@example.org");
	}

	@ParameterizedTest
	@CsvSource({ "HANGS, PUT_OFF, false", "REFUSES, REFUSED, true", "BUSY, PUT_OFF, true",
			"DROPS_BEFORE, PUT_OFF, false", "DROPS_AFTER, NOT_KNOWN, false", "HANGS_AFTER, NOT_KNOWN, false" })
	void aServerThatFails(BadMailServer.Fault fault, MailOutcome outcome, boolean serverAnswers) throws IOException {
		try (BadMailServer bad = new BadMailServer(fault)) {
			Delivery.Answer answer = delivery(bad.port()).send(this.letter, "zoe@example.org");

			assertThat(answer.outcome()).as(answer.words()).isEqualTo(outcome);
			assertThat(answer.serverAnswers()).as(answer.words()).isEqualTo(serverAnswers);
		}
	}

	@Test
	void aServerThatIsGone() throws IOException {
		int port;
		try (BadMailServer gone = new BadMailServer(BadMailServer.Fault.HANGS)) {
			port = gone.port();
		}

		Delivery.Answer answer = delivery(port).send(this.letter, "zoe@example.org");

		assertThat(answer.outcome()).isEqualTo(MailOutcome.PUT_OFF);
		assertThat(answer.serverAnswers()).isFalse();
	}

	static SmtpDelivery delivery(int port) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		Properties patience = server.getJavaMailProperties();
		patience.setProperty("mail.smtp.connectiontimeout", "300");
		patience.setProperty("mail.smtp.timeout", "300");
		patience.setProperty("mail.smtp.writetimeout", "300");
		return new SmtpDelivery(server, "imprimatur@example.org");
	}

}
