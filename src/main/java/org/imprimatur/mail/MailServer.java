package org.imprimatur.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.imprimatur.security.CannotStart;
import org.imprimatur.security.Settings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * A mail server if {@code spring.mail.host} names one. Without it the demo keeps files;
 * anywhere else mails wait, and the items say who was not reached.
 */
@Configuration(proxyBeanMethods = false)
class MailServer {

	@Bean
	Delivery delivery(ObjectProvider<JavaMailSender> server, MailSettings settings, Settings application) {
		JavaMailSender found = server.getIfAvailable();
		if (found == null) {
			return application.demo() ? new FileDelivery(settings.folder()) : MailServer::isMissing;
		}
		try {
			new InternetAddress(settings.from(), true).validate();
		}
		catch (AddressException ex) {
			throw new CannotStart("There is a mail server, but no address that mails come from. Set "
					+ "imprimatur.mail.from (IMPRIMATUR_MAIL_FROM) to one, such as imprimatur@example.org.");
		}
		return new SmtpDelivery(found, settings.from());
	}

	private static Delivery.Answer isMissing(Letter letter, String address) {
		return new Delivery.Answer(MailOutcome.PUT_OFF, "No mail server is named: set spring.mail.host.", false);
	}

}
