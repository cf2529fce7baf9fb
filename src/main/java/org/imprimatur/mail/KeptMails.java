package org.imprimatur.mail;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** The texts of mails that were kept as files, since there is no mail server. */
@Component
public class KeptMails {

	private final Delivery delivery;

	KeptMails(Delivery delivery) {
		this.delivery = delivery;
	}

	/** Whether mails are kept here and go nowhere. */
	public boolean areKept() {
		return this.delivery instanceof FileDelivery;
	}

	/** The text of a mail that was kept. */
	public Optional<String> read(long number) {
		return (this.delivery instanceof FileDelivery files) ? files.read(number) : Optional.empty();
	}

}
