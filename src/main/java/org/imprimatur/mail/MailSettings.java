package org.imprimatur.mail;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code imprimatur.mail}. The mail server itself stands under
 * {@code spring.mail}; without {@code spring.mail.host} every mail is kept as a file.
 *
 * @param from the address that mails come from
 * @param address where people reach Imprimatur, for the links, such as
 * {@code https://imprimatur.example.org}
 * @param folder where mails are kept as files if there is no mail server
 * @param longestTry longer than any try to send a mail takes: what was being sent before
 * that belongs to a program that has ended
 */
@ConfigurationProperties("imprimatur.mail")
record MailSettings(@DefaultValue("") String from, @DefaultValue("http://localhost:8080") String address,
		@DefaultValue("data/outbox") Path folder, @DefaultValue("10m") Duration longestTry) {

	MailSettings {
		address = address.replaceAll("/+$", "");
	}

}
