package org.imprimatur.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.imprimatur.security.People;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * Writes what goes out: the same words as text and as HTML. The words say that something
 * waits and where; what it is about stands behind the sign-in only.
 */
@Component
class Letters {

	private final SpringTemplateEngine templates = new SpringTemplateEngine();

	private final MailSettings settings;

	private final People people;

	Letters(MailSettings settings, People people) {
		this.settings = settings;
		this.people = people;
		this.templates.addTemplateResolver(resolver("txt", TemplateMode.TEXT));
		this.templates.addTemplateResolver(resolver("html", TemplateMode.HTML));
	}

	/** One task of a mail with several. */
	record Line(String subject, String link) {
	}

	/** The letter of this mail; {@code tasks} are those of a day, else none. */
	Letter write(Mail mail, List<Mail> tasks) {
		Context words = new Context(Locale.UK,
				Map.of("name", this.people.nameOf(mail.login()), "subject", mail.subject(), "sentences",
						mail.words().lines().toList(), "tasks",
						tasks.stream().map((one) -> new Line(one.subject(), link(one))).toList(), "link", link(mail),
						"linkLabel", label(mail), "why", why(mail)));
		return new Letter(mail.id(), mail.subject(), this.templates.process("mail/letter.txt", words),
				this.templates.process("mail/letter.html", words));
	}

	private String link(Mail mail) {
		return this.settings.address() + mail.path();
	}

	private static String label(Mail mail) {
		return switch (mail.kind()) {
			case TASK, REMINDER -> "Open the task";
			case NOTICE -> "Read it";
			case DIGEST -> "Open my work";
		};
	}

	private String why(Mail mail) {
		return (mail.kind() == MailKind.NOTICE) ? "You are told of this because of your role, whatever you have chosen."
				: "Choose what you are told by mail: " + this.settings.address() + "/mail";
	}

	private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.getResolvablePatternSpec().addPattern("*." + ending);
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
