package org.imprimatur.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code imprimatur}.
 *
 * @param demo whether demo people, accounts and meetings are made at the start; without
 * it the start is refused while demo passwords are in place
 * @param location where models and forms are read from: the class path, or a checkout
 * such as {@code file:./}
 * @param cache whether models and forms are read once only
 * @param admin the first administrator, for a start without the demo in which nobody
 * administers yet
 */
@ConfigurationProperties("imprimatur")
public record Settings(@DefaultValue("true") boolean demo, @DefaultValue("classpath:/") String location,
		@DefaultValue("true") boolean cache, @DefaultValue Admin admin) {

	/**
	 * The first administrator.
	 *
	 * @param login lower case letters, digits and hyphens
	 * @param password at least twelve characters; change it after the first sign-in
	 * @param name first and last name
	 */
	public record Admin(@DefaultValue("") String login, @DefaultValue("") String password,
			@DefaultValue("Administrator") String name) {

		@Override
		public String toString() {
			return "Admin[login=" + this.login + "]";
		}

	}

}
